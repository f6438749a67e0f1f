package org.ronghe.operate.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One occurrence of an alarm, from raised to closed.
///
/// @param rule pack rule, e.g. `tunnel.ch4/high-high`
/// @param kind kind of the rule, e.g. `high-high`
/// @param priority 1 (紧急) to 4 (低)
/// @param value what was compared with the limit when it was raised: the value itself, the slope,
///   the distance, the seconds of silence; null for states
/// @param limit the limit it crossed; null for rules without one
/// @param returnedAt when it returned to normal; null while active
/// @param logEndedAt last reading of the replayed log it stood at the end of; null for all others
/// @param acknowledgedAt when someone took note; null until then
public record AlarmOccurrence(
    long id,
    String point,
    String rule,
    String kind,
    int priority,
    Instant raisedAt,
    @Nullable Double value,
    @Nullable Double limit,
    @Nullable Instant returnedAt,
    @Nullable Instant logEndedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable String comment) {

  public boolean active() {
    return returnedAt == null && logEndedAt == null;
  }

  public boolean acknowledged() {
    return acknowledgedAt != null;
  }

  /// Open until it has both returned and been acknowledged (ISA-18.2 normal state). What stood at
  /// the end of a log asks nothing of anybody: like an alarm out of service it leaves the list.
  public boolean open() {
    return logEndedAt == null && (active() || !acknowledged());
  }

  /// ISA-18.2 state of this occurrence, as the API words it.
  public String state() {
    if (logEndedAt != null) {
      return "log-ended";
    }
    if (active()) {
      return acknowledged() ? "acknowledged-active" : "unacknowledged-active";
    }
    return acknowledged() ? "normal" : "unacknowledged-returned";
  }
}
