package org.ronghe.engines.site.program;

/// A year (or other span) after which so much is built. What is built stays; what is closed stays
/// closed.
///
/// @param name e.g. "2027"
/// @param open sites of the first service open by then; -1 when costs decide
/// @param budget that may be spent in this phase; infinite for any
/// @param weight of its distances in the objective
/// @param growth factor of all demand
public record Phase(String name, int open, double budget, double weight, double growth) {
  /// Everything at once.
  static final Phase ONLY = new Phase("", -1, Double.POSITIVE_INFINITY, 1, 1);
}
