package org.ronghe.model.network;

/// What stands at a node.
public enum NodeKind {
  JUNCTION,
  MANHOLE,
  VALVE,
  PUMP,
  SOURCE,
  TANK,
  METER,
  STATION,
  CONSUMER,
  OUTFALL
}
