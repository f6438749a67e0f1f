package org.ronghe.engines.alarm;

/// An alarm that is not normal.
///
/// @param value last usable value of the point; NaN for none
public record StandingAlarm(String point, String rule, AlarmState state, double value) {}
