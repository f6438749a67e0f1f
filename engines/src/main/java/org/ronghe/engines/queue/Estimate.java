package org.ronghe.engines.queue;

import org.apache.commons.statistics.distribution.TDistribution;

/// A mean over independent days with its 95 % confidence interval (Student's t).
///
/// @param mean NaN when no day had anything to measure
/// @param halfWidth the interval is mean ± halfWidth; infinite with fewer than two days
/// @param days days that had something to measure
public record Estimate(double mean, double halfWidth, int days) {
  private static final double TAIL = 0.025;

  /// Over the values that are numbers; NaN marks a day with nothing to measure.
  static Estimate of(double[] perDay) {
    int n = 0;
    double mean = 0;
    double squares = 0;
    for (double value : perDay) {
      if (!Double.isNaN(value)) {
        n++;
        double delta = value - mean;
        mean += delta / n;
        squares += delta * (value - mean);
      }
    }
    if (n < 2) {
      return new Estimate(n == 0 ? Double.NaN : mean, Double.POSITIVE_INFINITY, n);
    }
    double t = TDistribution.of(n - 1).inverseSurvivalProbability(TAIL);
    return new Estimate(mean, t * Math.sqrt(squares / (n - 1) / n), n);
  }

  public double low() {
    return mean - halfWidth;
  }

  public double high() {
    return mean + halfWidth;
  }
}
