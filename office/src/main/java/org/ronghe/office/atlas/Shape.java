package org.ronghe.office.atlas;

/// What the geometries of a layer are.
public enum Shape {
  POINT,
  LINE,
  AREA,
  /// A table without positions.
  NONE
}
