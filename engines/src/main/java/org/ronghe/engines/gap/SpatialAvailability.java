package org.ronghe.engines.gap;

import org.ronghe.model.travel.TravelTable;

/// Spatial availability (Soukhov et al. 2023): each destination is shared out among the origins
/// that reach it, by their demand times how near they are. The values of all origins add up to the
/// supply that anybody claims.
public final class SpatialAvailability {
  private SpatialAvailability() {}

  /// The supply that falls to each origin. NaN for an origin without demand that reaches a
  /// destination nobody with a demand reaches: what would be its share is nothing out of nothing.
  ///
  /// @param alpha power of the demand, at least 0; 1 is plain proportion
  public static double[] of(
      TravelTable table, double[] demand, double[] supply, double[] weights, double alpha) {
    double[] claims = new double[demand.length];
    for (int i = 0; i < claims.length; i++) {
      claims[i] = alpha == 1 ? demand[i] : StrictMath.pow(demand[i], alpha);
    }
    double[] claimed = new double[supply.length];
    for (int i = 0; i < claims.length; i++) {
      for (int k = table.starts()[i]; k < table.starts()[i + 1]; k++) {
        claimed[table.destination()[k]] += claims[i] * weights[table.rank()[k]];
      }
    }
    double[] result = new double[demand.length];
    for (int i = 0; i < claims.length; i++) {
      for (int k = table.starts()[i]; k < table.starts()[i + 1]; k++) {
        int j = table.destination()[k];
        double weight = weights[table.rank()[k]];
        if (claimed[j] > 0) {
          result[i] += claims[i] * weight / claimed[j] * supply[j];
        } else if (weight > 0) {
          result[i] = Double.NaN;
        }
      }
    }
    return result;
  }
}
