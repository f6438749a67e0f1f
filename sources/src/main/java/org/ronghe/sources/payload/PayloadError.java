package org.ronghe.sources.payload;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Receipt;

/// One thing that could not be read.
///
/// @param index which reading of the message, from 0 (of a CSV: which data row)
/// @param point the point it names; empty when it names none
/// @param field the field at fault: `point`, `time`, `value`, `quality`, or empty for the whole
/// @param value what was sent, shortened
/// @param maybe what the sender may have meant; null when we have no idea
public record PayloadError(
    int index,
    String point,
    String field,
    String value,
    PayloadFault fault,
    @Nullable String maybe) {
  private static final int SHOWN = 80;

  public PayloadError {
    value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  /// One sentence: what, where, maybe.
  public String message() {
    String where = field.isEmpty() ? "" : " (" + field + ": " + value + ")";
    return fault.en() + where + "." + (maybe == null ? "" : " Maybe " + maybe + "?");
  }

  /// The same as a receipt carries it.
  public Receipt.Rejection rejection() {
    return new Receipt.Rejection(index, point, fault.code(), value, message());
  }
}
