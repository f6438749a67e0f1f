package org.ronghe.server.readings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// Microseconds since 1970-01-01T00:00Z, as readings carry them, and instants.
final class Times {
  private Times() {}

  static long us(Instant instant) {
    return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
  }

  static Instant instant(long time_us) {
    return Instant.EPOCH.plus(time_us, java.time.temporal.ChronoUnit.MICROS);
  }

  /// `21.5`, `3`, never `1.0E7`.
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
