package org.ronghe.counties;

/// Ground level, metres above sea: low basin in the north-west, hills in the south-east.
final class Terrain {
  private Terrain() {}

  static double ground_m(Spot spot) {
    double uphill_km = (0.45 * spot.east_m() - 0.9 * spot.north_m()) / 1000;
    double climb_km = Math.max(0, uphill_km + 16);
    double base = 915 + 2.2 * climb_km + 0.11 * climb_km * climb_km;
    double hills = StrictMath.sin(spot.east_m() / 1700) * StrictMath.cos(spot.north_m() / 2300);
    double rough = Math.max(0, uphill_km - 3);
    return base + hills * Math.min(22, rough * 2.2);
  }
}
