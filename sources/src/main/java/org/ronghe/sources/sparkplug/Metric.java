package org.ronghe.sources.sparkplug;

import org.jspecify.annotations.Nullable;

/// One metric of a message, as it stands on the wire.
///
/// @param name null when the metric is known by its alias only
/// @param alias -1 for none
/// @param timestamp_ms -1 for none
/// @param datatype 0 when the message says none
/// @param bits an integer or boolean value; 0 for none
/// @param number a float or double value; NaN for none
/// @param text a text value; null for none
/// @param field field number of the value on the wire; 0 when there is no value
/// @param quality the `Quality` property; -1 for none
record Metric(
    @Nullable String name,
    long alias,
    long timestamp_ms,
    int datatype,
    boolean historical,
    boolean isNull,
    long bits,
    double number,
    @Nullable String text,
    int field,
    int quality) {}
