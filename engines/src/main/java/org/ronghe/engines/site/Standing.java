package org.ronghe.engines.site;

/// How far a search is: the objective of the best answer found and the bound no answer can beat.
///
/// @param best objective of the best answer so far; infinite (the wrong way) while there is none
/// @param bound proved bound on any objective; infinite (the other way) while none is known
/// @param step branches looked at, from 0
public record Standing(double best, double bound, long step) {
  /// Distance of the two relative to the best, never negative; infinite while there is no answer, 0
  /// when they meet.
  public double gap() {
    return gap(best, bound);
  }

  static double gap(double best, double bound) {
    if (best == bound) {
      return 0;
    }
    if (!Double.isFinite(best) || !Double.isFinite(bound)) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.abs(best - bound) / Math.max(Math.abs(best), 1e-9);
  }
}
