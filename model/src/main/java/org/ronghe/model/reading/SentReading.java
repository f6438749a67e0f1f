package org.ronghe.model.reading;

import org.jspecify.annotations.Nullable;

/// A reading as someone sent it, before anyone looked whether the point is known and the value
/// fits.
///
/// @param point the point as named by the sender
/// @param sourceTime_us microseconds since 1970-01-01T00:00Z; the receive time when the sender gave
///   none
/// @param value a number, or the code of a boolean; NaN when `text` holds it or there is none
/// @param text a value that is not a number: a state label, or what could not be read as one
/// @param quality as sent; GOOD when the sender gave none
public record SentReading(
    String point, long sourceTime_us, double value, @Nullable String text, Quality quality) {

  /// A plain number of good quality.
  public static SentReading of(String point, long sourceTime_us, double value) {
    return new SentReading(point, sourceTime_us, value, null, Quality.GOOD);
  }
}
