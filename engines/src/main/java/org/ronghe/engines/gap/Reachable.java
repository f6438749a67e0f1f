package org.ronghe.engines.gap;

import java.util.Arrays;
import org.ronghe.model.travel.TravelTable;

/// What an origin reaches, without anybody competing for it.
public final class Reachable {
  /// R builds its list of thresholds with this much slack at the end.
  private static final double SLACK = 1e-10;

  private Reachable() {}

  /// Supply in reach, each weighted by its cost: gravity, or with a binary decay the cumulative
  /// number of opportunities.
  ///
  /// @return for each origin
  public static double[] weighted(TravelTable table, double[] supply, double[] weights) {
    double[] result = new double[table.origins().size()];
    for (int i = 0; i < result.length; i++) {
      double sum = 0;
      for (int k = table.starts()[i]; k < table.starts()[i + 1]; k++) {
        sum += supply[table.destination()[k]] * weights[table.rank()[k]];
      }
      result[i] = sum;
    }
    return result;
  }

  /// The least cost at which at least `wanted` of the supply is in reach; infinite where it never
  /// is. With `wanted` at most 1 the nearest destination with any supply will do.
  public static double[] closest(TravelTable table, double[] supply, double wanted) {
    double[] result = new double[table.origins().size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = wanted <= 1 ? nearest(table, supply, i) : nearestOf(table, supply, i, wanted);
    }
    return result;
  }

  private static double nearest(TravelTable table, double[] supply, int origin) {
    int least = Integer.MAX_VALUE;
    for (int k = table.starts()[origin]; k < table.starts()[origin + 1]; k++) {
      if (table.rank()[k] < least && supply[table.destination()[k]] > 0) {
        least = table.rank()[k];
      }
    }
    return least == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : table.costs()[least];
  }

  private static double nearestOf(TravelTable table, double[] supply, int origin, double wanted) {
    double sum = 0;
    for (long pair : byCost(table, origin)) {
      sum += supply[(int) pair];
      if (sum >= wanted) {
        return table.costs()[(int) (pair >>> 32)];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /// Balancing cost (Barboza et al. 2021): the least multiple of `increment` at which the supply in
  /// reach exceeds the origin's own demand. 0 where there is no demand; NaN where it never does up
  /// to the last multiple that is not beyond the greatest cost of the table.
  public static double[] balancing(
      TravelTable table, double[] demand, double[] supply, double increment) {
    double[] costs = table.costs();
    double greatest = costs.length == 0 ? 0 : costs[costs.length - 1];
    long last = (long) (greatest / increment + SLACK);
    double[] result = new double[table.origins().size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = demand[i] == 0 ? 0 : balancing(table, demand[i], supply, increment, last, i);
    }
    return result;
  }

  private static double balancing(
      TravelTable table, double demand, double[] supply, double increment, long last, int origin) {
    double sum = 0;
    long[] pairs = byCost(table, origin);
    for (int n = 0; n < pairs.length; n++) {
      sum += supply[(int) pairs[n]];
      if (sum > demand) {
        double cost = table.costs()[(int) (pairs[n] >>> 32)];
        long step = (long) Math.ceil(cost / increment);
        step -= step > 0 && (step - 1) * increment >= cost ? 1 : 0;
        step += step * increment < cost ? 1 : 0;
        return step > last ? Double.NaN : Math.min(step * increment, greatest(table, step, last));
      }
    }
    return Double.NaN;
  }

  /// The last threshold is cut to the greatest cost where the slack put it beyond.
  private static double greatest(TravelTable table, long step, long last) {
    return step == last ? table.costs()[table.costs().length - 1] : Double.POSITIVE_INFINITY;
  }

  /// The pairs of an origin by cost, then destination: rank in the upper half, destination in the
  /// lower.
  static long[] byCost(TravelTable table, int origin) {
    int start = table.starts()[origin];
    long[] result = new long[table.starts()[origin + 1] - start];
    for (int k = 0; k < result.length; k++) {
      result[k] = (long) table.rank()[start + k] << 32 | table.destination()[start + k];
    }
    Arrays.sort(result);
    return result;
  }
}
