package org.ronghe.engines.rule.feel;

import org.jspecify.annotations.Nullable;

/// An interval as a value; a null end is open to that side.
///
/// @param point written as `(=10)`, which does not equal `[10..10]`
public record Range(
    boolean lowIncluded,
    @Nullable Object low,
    @Nullable Object high,
    boolean highIncluded,
    boolean point) {

  public Range(
      boolean lowIncluded, @Nullable Object low, @Nullable Object high, boolean highIncluded) {
    this(lowIncluded, low, high, highIncluded, false);
  }

  /// Whether it holds the value; null when they cannot be compared.
  @Nullable Boolean holds(@Nullable Object value) {
    if (value == null || (low == null && high == null)) {
      return null;
    }
    if (low != null) {
      Integer order = Values.compare(value, low);
      if (order == null) {
        return null;
      }
      if (lowIncluded ? order < 0 : order <= 0) {
        return false;
      }
    }
    if (high != null) {
      Integer order = Values.compare(value, high);
      if (order == null) {
        return null;
      }
      return highIncluded ? order <= 0 : order < 0;
    }
    return true;
  }
}
