package org.ronghe.sources.tour;

/// How a distance between coordinates becomes a whole number.
public enum Rounding {
  /// As the file says (`EUC_2D` to the nearest, `CEIL_2D`, `FLOOR_2D`, `EXACT_2D`); Solomon files
  /// cut after the first decimal, as the DIMACS challenge counts them.
  FILE(1),
  /// To the nearest whole number.
  NEAREST(1),
  /// Cut after the first decimal.
  TENTH(10),
  /// Kept to a thousandth.
  EXACT(1000);

  private final int scale;

  Rounding(int scale) {
    this.scale = scale;
  }

  int scale() {
    return scale;
  }
}
