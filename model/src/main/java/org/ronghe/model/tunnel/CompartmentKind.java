package org.ronghe.model.tunnel;

/// 综合舱, 电力舱, 燃气舱, 污水舱, 热力舱.
public enum CompartmentKind {
  GENERAL,
  POWER,
  GAS,
  SEWER,
  HEAT
}
