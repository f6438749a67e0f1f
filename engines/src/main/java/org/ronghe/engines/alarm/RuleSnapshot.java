package org.ronghe.engines.alarm;

import java.util.List;

/// All that one rule on one point remembers.
///
/// @param kind which record of [AlarmRule] it was, so that a rule changed since is not misled
/// @param condition whether the figure was on the wrong side, before delays
/// @param suspended whether a delay waits for the next usable reading
/// @param deadline_us when a delay or a silence ends; `Long.MAX_VALUE` for none
/// @param changed_us of the last raise or return
/// @param memory what slopes, means and silences are computed from
public record RuleSnapshot(
    String rule,
    String kind,
    AlarmState state,
    boolean condition,
    boolean suspended,
    long deadline_us,
    long changed_us,
    double measured,
    List<Sample> memory) {
  public RuleSnapshot {
    memory = List.copyOf(memory);
  }

  static String kind(AlarmRule rule) {
    return switch (rule) {
      case AlarmRule.Limit limit -> "limit-" + limit.side();
      case AlarmRule.Rate _ -> "rate";
      case AlarmRule.Deviation _ -> "deviation";
      case AlarmRule.State _ -> "state";
      case AlarmRule.Stale _ -> "stale";
    };
  }
}
