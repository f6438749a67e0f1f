package org.ronghe.model.event;

import java.time.Instant;
import org.ronghe.model.pack.Words;

/// An alarm in the zone of open works was raised, returned or acknowledged; or it stood when the
/// ground was opened.
///
/// Published by operate in the transaction that writes the alarm; delivered at least once: the same
/// (works, alarm, change) may be heard again.
///
/// @param worksId id of the [Works]
/// @param alarmId id of the alarm occurrence
/// @param point the measuring point
/// @param pointName its name
/// @param rule pack rule, e.g. `tunnel.ch4/high-high`
/// @param what what is wrong, in the words of the pack
/// @param priority 1 (紧急) to 4 (低)
/// @param at when it changed
/// @param distance_m from the open ground to the point, metres
public record WorksAlarmed(
    String worksId,
    long alarmId,
    String point,
    String pointName,
    String rule,
    Words what,
    int priority,
    AlarmChanged.Change change,
    Instant at,
    double distance_m) {}
