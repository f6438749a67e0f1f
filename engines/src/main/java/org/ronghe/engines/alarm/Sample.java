package org.ronghe.engines.alarm;

/// What a rule remembers of an earlier reading.
public record Sample(long time_us, double value) {}
