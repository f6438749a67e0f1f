package org.ronghe.sources.transit;

/// Something in a feed that was left out, filled in or not understood.
///
/// @param code stable, lower-case with `_`
/// @param file the feed and the table, e.g. `bus.zip/stop_times.txt`
/// @param row in the table, the header being row 1; 0 when it is about the table
/// @param field empty when it is about the row
/// @param value as in the table
/// @param zh what is wrong and what was done, Chinese
/// @param maybeZh what may have been meant; may be empty
public record FeedNotice(
    String code,
    String file,
    long row,
    String field,
    String value,
    String zh,
    String en,
    String maybeZh,
    String maybeEn) {}
