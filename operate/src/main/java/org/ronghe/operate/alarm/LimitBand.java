package org.ronghe.operate.alarm;

import org.jspecify.annotations.Nullable;

/// The band a value should stay in: the first limit below and the first above.
///
/// @param low highest of the low limits; null when there is none
/// @param high lowest of the high limits; null when there is none
public record LimitBand(@Nullable Double low, @Nullable Double high) {
  static final LimitBand NONE = new LimitBand(null, null);
}
