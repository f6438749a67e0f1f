package org.ronghe.engines.gap;

/// A running sum that keeps what rounding would lose (Neumaier), so that millions of small shares
/// add up.
final class Sum {
  private double sum;
  private double lost;

  void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  double value() {
    return sum + lost;
  }
}
