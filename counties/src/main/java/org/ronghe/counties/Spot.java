package org.ronghe.counties;

/// A position in the county's own flat grid: metres east and north of the centre of the county
/// town.
record Spot(double east_m, double north_m) {
  Spot shifted(double byEast_m, double byNorth_m) {
    return new Spot(east_m + byEast_m, north_m + byNorth_m);
  }

  double distanceTo_m(Spot other) {
    double east = other.east_m - east_m;
    double north = other.north_m - north_m;
    return Math.sqrt(east * east + north * north);
  }

  /// The position at `share` (0 here, 1 there) of the straight way to `other`.
  Spot towards(Spot other, double share) {
    return new Spot(
        east_m + (other.east_m - east_m) * share, north_m + (other.north_m - north_m) * share);
  }
}
