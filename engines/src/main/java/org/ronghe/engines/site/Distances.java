package org.ronghe.engines.site;

/// How far each demand is from each site (or what serving it from there costs); site after site, so
/// that one site's column is contiguous. Nobody writes into the array once it is handed over.
///
/// @param demands number of demands
/// @param sites number of sites
/// @param value `value[site * demands + demand]`, never negative, infinite where the site cannot
///   serve the demand
public record Distances(int demands, int sites, double[] value) {
  private static final int MOST_DIGITS = 6;

  public Distances {
    if (value.length != demands * sites) {
      throw new IllegalArgumentException(
          demands + " demands and " + sites + " sites need not " + value.length + " distances");
    }
    for (double one : value) {
      if (!(one >= 0)) {
        throw new IllegalArgumentException("a distance is at least 0, not " + one);
      }
    }
  }

  public double at(int demand, int site) {
    return value[site * demands + demand];
  }

  /// Whether some pair cannot be travelled.
  boolean hasGaps() {
    for (double one : value) {
      if (one == Double.POSITIVE_INFINITY) {
        return true;
      }
    }
    return false;
  }

  /// The largest number that divides every value when all finite ones are whole; 0 when some are
  /// not.
  double grain() {
    long grain = 0;
    for (double one : value) {
      if (one == Double.POSITIVE_INFINITY) {
        continue;
      }
      if (one != Math.rint(one) || one > 1e15) {
        return 0;
      }
      if (grain != 1) {
        grain = divisor((long) one, grain);
      }
    }
    return grain;
  }

  private static long divisor(long one, long other) {
    while (other != 0) {
      long rest = one % other;
      one = other;
      other = rest;
    }
    return one;
  }

  /// The smallest power of ten that makes whole numbers of all, as far as they were written with
  /// few decimals; 0 when there is none.
  static double scaleToWhole(double[] values) {
    double scale = 1;
    for (int digits = 0; digits <= MOST_DIGITS; digits++) {
      if (whole(values, scale)) {
        return scale;
      }
      scale *= 10;
    }
    return 0;
  }

  private static boolean whole(double[] values, double scale) {
    for (double one : values) {
      double scaled = one * scale;
      if (one < Double.POSITIVE_INFINITY
          && (Math.abs(scaled - Math.rint(scaled)) > 1e-9 * Math.max(1, scaled) || scaled > 1e12)) {
        return false;
      }
    }
    return true;
  }
}
