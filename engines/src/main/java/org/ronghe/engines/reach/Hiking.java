package org.ronghe.engines.reach;

/// How slope changes walking (Tobler 1993: `6 · exp(-3.5 · |S + 0.05|)` km/h, quickest slightly
/// downhill; off paths 0.6 of it), with the pace on level ground given, as AccessMod has it.
public final class Hiking {
  /// Tobler's pace on level ground: 6 · exp(-0.175) = 5.037 km/h.
  public static final double LEVEL_KM_H = 6 * Math.exp(-3.5 * 0.05);

  /// Of the pace on a path, what is left without one.
  public static final double OFF_PATH = 0.6;

  private Hiking() {}

  /// The pace as a multiple of that on level ground.
  ///
  /// @param slope rise over run, negative downhill
  public static double factor(double slope) {
    return Math.exp(-3.5 * (Math.abs(slope + 0.05) - 0.05));
  }

  /// Milliseconds over `run_m` metres, rising `rise_m`, at a pace of `level_km_h` on the level.
  static double time_ms(double run_m, double rise_m, double level_km_h) {
    double slope = run_m == 0 || Double.isNaN(rise_m) ? 0 : rise_m / run_m;
    return run_m * 3600 / (level_km_h * factor(slope));
  }
}
