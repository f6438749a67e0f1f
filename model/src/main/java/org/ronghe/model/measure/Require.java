package org.ronghe.model.measure;

/// Checks for compact constructors. A violation here is a programmer's error: importers check rows
/// first and report them as notices.
public final class Require {
  private Require() {}

  /// Returns `text` when it holds at least one visible character.
  public static String filled(String text, String field) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + " is empty");
    }
    return text;
  }

  /// Throws unless `value` is finite and at least zero.
  public static double atLeastZero(double value, String field) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(field + " must be at least 0 but is " + value);
    }
    return value;
  }

  /// Throws with `message` unless `condition` holds.
  public static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
