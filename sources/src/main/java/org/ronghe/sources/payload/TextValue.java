package org.ronghe.sources.payload;

/// Values written as text: in CSV cells and logs.
final class TextValue {
  /// Longest text a value may be.
  static final int MAX_LENGTH = 200;

  private TextValue() {}

  /// The number that `text` writes with a decimal point, `true` as 1 and `false` as 0, else NaN.
  static double number(String text) {
    if (text.isEmpty() || text.length() > 60) {
      return Double.NaN;
    }
    if (text.equalsIgnoreCase("true")) {
      return 1;
    }
    if (text.equalsIgnoreCase("false")) {
      return 0;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed =
          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
      if (!allowed) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
