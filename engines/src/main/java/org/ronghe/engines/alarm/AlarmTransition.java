package org.ronghe.engines.alarm;

/// One alarm changed its state.
///
/// @param rule id of the rule
/// @param at_us event time of the change; for an acknowledgement the time the host gave
/// @param value the last usable value of the point; NaN when there was none
/// @param measured what was compared with the limit: the value itself, the slope, the distance from
///   the reference, 1 for a wrong state, the seconds of silence; NaN for an acknowledgement
public record AlarmTransition(
    String point,
    String rule,
    Change change,
    AlarmState from,
    AlarmState to,
    long at_us,
    double value,
    double measured) {
  /// What happened.
  public enum Change {
    RAISED,
    RETURNED,
    ACKNOWLEDGED
  }
}
