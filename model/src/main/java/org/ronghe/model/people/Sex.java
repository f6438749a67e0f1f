package org.ronghe.model.people;

/// As the census tables split it; `ALL` where a table does not split.
public enum Sex {
  FEMALE,
  MALE,
  ALL
}
