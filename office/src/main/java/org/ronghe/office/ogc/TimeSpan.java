package org.ronghe.office.ogc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `datetime` of a request: an instant or an interval, closed, half-bounded by `..` or nothing.
///
/// @param from null when open
/// @param to null when open
record TimeSpan(@Nullable Instant from, @Nullable Instant to) {

  static Optional<TimeSpan> parse(String text) {
    String[] ends = text.split("/", -1);
    try {
      if (ends.length == 1 && !isOpen(ends[0])) {
        return Optional.of(new TimeSpan(start(ends[0]), end(ends[0])));
      }
      if (ends.length == 2 && !(isOpen(ends[0]) && isOpen(ends[1]))) {
        Instant from = isOpen(ends[0]) ? null : start(ends[0]);
        Instant to = isOpen(ends[1]) ? null : end(ends[1]);
        boolean forwards = from == null || to == null || !from.isAfter(to);
        return forwards ? Optional.of(new TimeSpan(from, to)) : Optional.empty();
      }
      return Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static Instant start(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  private static Instant end(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1)
        : OffsetDateTime.parse(text).toInstant();
  }

  /// What has no time always meets; what has, from its first day on.
  boolean meets(@Nullable LocalDate since) {
    return since == null
        || to == null
        || !since.atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(to);
  }
}
