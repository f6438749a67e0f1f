package org.ronghe.server.readings;

import java.math.BigDecimal;

/// Numbers as readings carry them, in words.
final class Times {
  private Times() {}

  /// `21.5`, `3`, never `1.0E7`.
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
