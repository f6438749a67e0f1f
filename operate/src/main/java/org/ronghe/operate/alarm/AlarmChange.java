package org.ronghe.operate.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.event.AlarmChanged.Change;

/// A line in the log of an alarm.
///
/// @param sequence order in which it was written; browsers resume from it
/// @param by who acknowledged; null for changes that readings made
public record AlarmChange(
    long sequence,
    long alarmId,
    Change change,
    Instant at,
    @Nullable String by,
    @Nullable String comment) {}
