package org.ronghe.model.division;

/// 省, 地, 县, 乡, 村.
public enum DivisionLevel {
  PROVINCE,
  PREFECTURE,
  COUNTY,
  TOWNSHIP,
  VILLAGE
}
