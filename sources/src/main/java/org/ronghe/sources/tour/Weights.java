package org.ronghe.sources.tour;

import java.util.Locale;

/// Distances between coordinates, by the conventions of TSPLIB and CVRPLIB.
final class Weights {
  private static final double EARTH_km = 6378.388;
  private static final int MOST = 100_000_000;

  private Weights() {}

  /// By `EDGE_WEIGHT_TYPE`, already rounded; times `scale` for types that are not whole numbers.
  static int[] between(double[] x, double[] y, String type, Rounding rounding, TourText text) {
    int places = x.length;
    int[] weights = new int[places * places];
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < places; j++) {
        double weight = i == j ? 0 : weight(x[i], y[i], x[j], y[j], type, rounding);
        if (weight > MOST) {
          throw text.fault(
              "位置 " + (i + 1) + " 到 " + (j + 1) + " 的距离 " + weight + " 太大。",
              "the distance from place " + (i + 1) + " to " + (j + 1) + " is too large: " + weight,
              "请用更大的单位。",
              "Maybe use a larger unit.");
        }
        weights[i * places + j] = (int) weight;
      }
    }
    return weights;
  }

  static boolean known(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "EUC_2D", "CEIL_2D", "FLOOR_2D", "EXACT_2D", "GEO", "MAN_2D", "MAX_2D", "ATT" -> true;
      default -> false;
    };
  }

  static int scale(String type, Rounding rounding) {
    return switch (rounding) {
      case FILE -> type.equals("EXACT_2D") ? Rounding.EXACT.scale() : 1;
      case NEAREST, TENTH, EXACT -> rounding.scale();
    };
  }

  private static double weight(
      double x1, double y1, double x2, double y2, String type, Rounding rounding) {
    double raw = Math.sqrt((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2));
    return switch (rounding) {
      case NEAREST -> Math.floor(raw + 0.5);
      case TENTH -> Math.floor(raw * 10);
      case EXACT -> Math.rint(raw * 1000);
      case FILE ->
          switch (type) {
            case "CEIL_2D" -> Math.ceil(raw);
            case "FLOOR_2D" -> Math.floor(raw);
            case "EXACT_2D" -> Math.rint(raw * 1000);
            case "MAN_2D" -> Math.floor(Math.abs(x1 - x2) + Math.abs(y1 - y2) + 0.5);
            case "MAX_2D" -> Math.floor(Math.max(Math.abs(x1 - x2), Math.abs(y1 - y2)) + 0.5);
            case "GEO" -> geo(x1, y1, x2, y2);
            case "ATT" -> Math.ceil(raw / Math.sqrt(10.0));
            default -> Math.floor(raw + 0.5);
          };
    };
  }

  /// TSPLIB: degrees and minutes on a sphere, with its own value of pi.
  private static double geo(double x1, double y1, double x2, double y2) {
    double q1 = Math.cos(radians(y1) - radians(y2));
    double q2 = Math.cos(radians(x1) - radians(x2));
    double q3 = Math.cos(radians(x1) + radians(x2));
    return Math.floor(EARTH_km * Math.acos(0.5 * ((1.0 + q1) * q2 - (1.0 - q1) * q3)) + 1.0);
  }

  private static double radians(double degreesAndMinutes) {
    int degrees = (int) degreesAndMinutes;
    double minutes = degreesAndMinutes - degrees;
    return 3.141592 * (degrees + 5.0 * minutes / 3.0) / 180.0;
  }
}
