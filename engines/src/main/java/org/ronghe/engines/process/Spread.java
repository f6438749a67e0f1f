package org.ronghe.engines.process;

import java.util.Arrays;
import java.util.List;

/// How long something took, over all times it happened, in seconds.
///
/// @param p90_s nine of ten took no longer
public record Spread(
    int count, double mean_s, double median_s, double p90_s, double least_s, double most_s) {
  /// All zero for no times at all.
  static Spread of(List<Double> times_s) {
    double[] sorted = times_s.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return new Spread(0, 0, 0, 0, 0, 0);
    }
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    int ninth = (int) Math.ceil(0.9 * sorted.length) - 1;
    return new Spread(
        sorted.length,
        Arrays.stream(sorted).sum() / sorted.length,
        median,
        sorted[ninth],
        sorted[0],
        sorted[sorted.length - 1]);
  }
}
