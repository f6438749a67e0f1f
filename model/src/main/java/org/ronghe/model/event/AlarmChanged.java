package org.ronghe.model.event;

import org.jspecify.annotations.Nullable;

/// An alarm was raised, returned to normal, was acknowledged, or its log had ended.
///
/// @param alarmId id of the alarm occurrence
/// @param point the measuring point
/// @param rule pack rule, e.g. `tunnel.ch4/high-high`
/// @param priority 1 (紧急) to 4 (低)
/// @param at_us event time, microseconds since 1970-01-01T00:00Z
/// @param by who acknowledged; null for changes that readings made
public record AlarmChanged(
    long alarmId,
    String point,
    String rule,
    int priority,
    Change change,
    long at_us,
    double value,
    @Nullable String by) {
  /// What changed.
  public enum Change {
    RAISED,
    RETURNED,
    ACKNOWLEDGED,
    /// Nothing more can be known: it stood when the replayed log it came from had ended.
    LOG_ENDED
  }
}
