package org.ronghe.model.reading;

/// One value of one known point at one instant.
///
/// @param point id of the measuring point
/// @param sourceTime_us when the instrument says it measured, microseconds since 1970-01-01T00:00Z
/// @param receiveTime_us when it reached us, the same scale
/// @param value a number; 0 or 1 for booleans; the state code for states; NaN only when bad
public record Reading(
    String point, long sourceTime_us, long receiveTime_us, double value, Quality quality) {}
