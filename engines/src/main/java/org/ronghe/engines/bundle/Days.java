package org.ronghe.engines.bundle;

import org.ronghe.model.service.Header;

/// Limits of the header in working days, to be added up and compared.
final class Days {
  private Days() {}

  static int promised(Header header) {
    return workingDays(number(header.text("promise_day")), header.text("promise_type"));
  }

  static int legal(Header header) {
    return workingDays(number(header.text("anticipate_day")), header.text("anticipate_type"));
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /// Calendar days as working days, rounded up: five of seven. The promised date itself is reckoned
  /// with the calendar.
  private static int workingDays(int days, String unit) {
    return switch (unit) {
      case "即时" -> 0;
      case "自然日" -> (days * 5 + 6) / 7;
      default -> days;
    };
  }
}
