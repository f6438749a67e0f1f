package org.ronghe.engines.reach;

/// How isochrones are drawn.
///
/// @param step_m distance of the corners of the grid; wider where the area is so large that more
///   than a million corners would be needed
/// @param offRoad_km_h pace between a road and places beside it
/// @param offRoadLimit_m how far from a road places are still counted
public record IsochroneRules(double step_m, double offRoad_km_h, double offRoadLimit_m) {
  static final double MOST_CORNERS = 1_000_000;

  /// 50 m, 4 km/h, 250 m.
  public static final IsochroneRules STANDARD = new IsochroneRules(50, 4, 250);

  public IsochroneRules {
    if (!(step_m >= 1 && offRoad_km_h > 0 && offRoadLimit_m >= 0)) {
      throw new IllegalArgumentException(
          "step %s, off road %s km/h to %s m".formatted(step_m, offRoad_km_h, offRoadLimit_m));
    }
  }
}
