package org.ronghe.sources.mqtt;

import java.time.Instant;
import java.time.InstantSource;

/// Receive times: microseconds since 1970-01-01T00:00Z.
final class MicrosecondClock {
  private final InstantSource source;

  MicrosecondClock(InstantSource source) {
    this.source = source;
  }

  long now_us() {
    Instant now = source.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }
}
