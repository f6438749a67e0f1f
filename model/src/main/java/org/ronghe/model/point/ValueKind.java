package org.ronghe.model.point;

/// What a value of a point is. All are carried as a double: a boolean as 0 or 1, a state as its
/// code.
public enum ValueKind {
  NUMBER,
  BOOLEAN,
  STATE
}
