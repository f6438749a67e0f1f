package org.ronghe.model.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as readings carry them: microseconds since 1970-01-01T00:00Z.
public final class Micros {
  private Micros() {}

  /// The instant in microseconds; what is finer is cut off.
  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant instant(long time_us) {
    return Instant.EPOCH.plus(time_us, ChronoUnit.MICROS);
  }
}
