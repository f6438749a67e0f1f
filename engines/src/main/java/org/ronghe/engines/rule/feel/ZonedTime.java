package org.ronghe.engines.rule.feel;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A time of day with an offset or a zone.
public record ZonedTime(LocalTime time, ZoneId zone) {
  /// The offset; that of a zone is taken at the epoch, as a time has no date.
  ZoneOffset offset() {
    return zone instanceof ZoneOffset offset ? offset : zone.getRules().getOffset(Instant.EPOCH);
  }

  long utc_ns() {
    return time.toNanoOfDay() - offset().getTotalSeconds() * 1_000_000_000L;
  }
}
