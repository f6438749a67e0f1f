package org.ronghe.counties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/// From the flat grid in metres to WGS-84 longitude and latitude with 6 decimals (0.1 m), and back.
///
/// Lengths are measured again on the rounded longitude and latitude, so that a reader of the
/// package gets the same figure from the geometry.
final class Frame {
  /// Longitude of the grid's origin, a point chosen inside the county town.
  static final double ORIGIN_LON = 113.052;

  /// Latitude of the grid's origin.
  static final double ORIGIN_LAT = 36.050;

  private static final double METRES_PER_DEGREE_LON = 90_106;
  private static final double METRES_PER_DEGREE_LAT = 110_960;
  private static final double EQUATOR_RADIUS_M = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

  private Frame() {}

  static Spot spot(double lon, double lat) {
    return new Spot(
        (lon - ORIGIN_LON) * METRES_PER_DEGREE_LON, (lat - ORIGIN_LAT) * METRES_PER_DEGREE_LAT);
  }

  static double lon(Spot spot) {
    return rounded(ORIGIN_LON + spot.east_m() / METRES_PER_DEGREE_LON, 6);
  }

  static double lat(Spot spot) {
    return rounded(ORIGIN_LAT + spot.north_m() / METRES_PER_DEGREE_LAT, 6);
  }

  static String lonText(Spot spot) {
    return text(ORIGIN_LON + spot.east_m() / METRES_PER_DEGREE_LON, 6);
  }

  static String latText(Spot spot) {
    return text(ORIGIN_LAT + spot.north_m() / METRES_PER_DEGREE_LAT, 6);
  }

  static String lineWkt(List<Spot> spots) {
    return "LINESTRING (" + coordinates(spots) + ")";
  }

  static String coordinates(List<Spot> spots) {
    return spots.stream()
        .map(spot -> lonText(spot) + " " + latText(spot))
        .collect(Collectors.joining(", "));
  }

  /// Length in metres on the ellipsoid: each piece by the radii of curvature at its middle
  /// latitude.
  static double length_m(List<Spot> spots) {
    double sum = 0;
    for (int i = 1; i < spots.size(); i++) {
      sum += piece_m(spots.get(i - 1), spots.get(i));
    }
    return sum;
  }

  private static double piece_m(Spot from, Spot to) {
    double middle = StrictMath.toRadians((lat(from) + lat(to)) / 2);
    double sine = StrictMath.sin(middle);
    double w = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double meridian = EQUATOR_RADIUS_M * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
    double normal = EQUATOR_RADIUS_M / Math.sqrt(w);
    double north = StrictMath.toRadians(lat(to) - lat(from)) * meridian;
    double east = StrictMath.toRadians(lon(to) - lon(from)) * normal * StrictMath.cos(middle);
    return Math.sqrt(north * north + east * east);
  }

  /// `value` with at most `decimals` decimals, no exponent, no trailing zeros, the same everywhere.
  static String text(double value, int decimals) {
    BigDecimal decimal = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  static double rounded(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
