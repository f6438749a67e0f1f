package org.ronghe.engines.alarm;

/// What became of the readings handed over. Their sum is the number of calls of `accept`.
///
/// @param evaluated judged, or waiting in a reorder buffer to be judged
/// @param duplicate the very same reading as one already there (older ones count as late)
/// @param conflicting another value or quality at an instant already taken; the first stays
/// @param late older than what was judged already; ignored
/// @param unknown the point has no rules
public record Counts(long evaluated, long duplicate, long conflicting, long late, long unknown) {}
