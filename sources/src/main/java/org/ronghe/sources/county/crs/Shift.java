package org.ronghe.sources.county.crs;

/// The offsets that the Chinese web-map coordinate systems add to WGS-84.
///
/// Both are published only as forward formulas. The way back is a fixed point: the offset changes
/// by less than 1 % of the distance moved, so repeating `p = target - offset(p)` gains more than
/// two digits a round and ten rounds reach the limits of a double.
final class Shift {
  private static final double SEMI_MAJOR_M = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
  private static final double BAIDU_ANGLE = Math.PI * 3000.0 / 180.0;
  private static final int ROUNDS = 10;

  private Shift() {}

  /// A formula from one longitude and latitude to another, both in degrees.
  @FunctionalInterface
  interface Formula {
    LonLat apply(LonLat from);
  }

  static LonLat wgs84ToGcj02(LonLat p) {
    if (!Crs.inChina(p.lon(), p.lat())) {
      return p;
    }
    double x = p.lon() - 105.0;
    double y = p.lat() - 35.0;
    double eastPart =
        300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    double northPart =
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    double ripple = wave(20, 6, x) + wave(20, 2, x);
    double east_m =
        eastPart
            + (ripple + wave(20, 1, x) + wave(40, 1 / 3.0, x)) * 2 / 3
            + (wave(150, 1 / 12.0, x) + wave(300, 1 / 30.0, x)) * 2 / 3;
    double north_m =
        northPart
            + (ripple + wave(20, 1, y) + wave(40, 1 / 3.0, y)) * 2 / 3
            + (wave(160, 1 / 12.0, y) + wave(320, 1 / 30.0, y)) * 2 / 3;
    double phi = Math.toRadians(p.lat());
    double w2 = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
    double w = Math.sqrt(w2);
    double meridianRadius_m = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (w2 * w);
    double parallelRadius_m = SEMI_MAJOR_M / w * Math.cos(phi);
    return new LonLat(
        p.lon() + Math.toDegrees(east_m / parallelRadius_m),
        p.lat() + Math.toDegrees(north_m / meridianRadius_m));
  }

  static LonLat gcj02ToBd09(LonLat p) {
    double radius = Math.hypot(p.lon(), p.lat()) + 0.000_02 * Math.sin(p.lat() * BAIDU_ANGLE);
    double angle = Math.atan2(p.lat(), p.lon()) + 0.000_003 * Math.cos(p.lon() * BAIDU_ANGLE);
    return new LonLat(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
  }

  /// The point that `formula` takes to `target`.
  static LonLat inverse(Formula formula, LonLat target) {
    LonLat guess = target;
    for (int round = 0; round < ROUNDS; round++) {
      LonLat reached = formula.apply(guess);
      guess =
          new LonLat(
              guess.lon() + target.lon() - reached.lon(),
              guess.lat() + target.lat() - reached.lat());
    }
    return guess;
  }

  private static double wave(double height, double perDegree, double at) {
    return height * Math.sin(perDegree * at * Math.PI);
  }
}
