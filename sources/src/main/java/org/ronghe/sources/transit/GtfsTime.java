package org.ronghe.sources.transit;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Times and dates as feeds write them.
final class GtfsTime {
  /// No time.
  static final int NONE = Integer.MIN_VALUE;

  private static final int LONGEST = 10;

  private GtfsTime() {}

  /// Seconds since midnight of `H:MM:SS`, hours beyond 24 allowed; [#NONE] for anything else.
  static int seconds(String text) {
    int[] part = new int[3];
    int parts = 0;
    int digits = 0;
    if (text.length() > LONGEST) {
      return NONE;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        if (digits == 0 || ++parts > 2) {
          return NONE;
        }
        digits = 0;
      } else if (c >= '0' && c <= '9' && digits < 3) {
        part[parts] = part[parts] * 10 + (c - '0');
        digits++;
      } else {
        return NONE;
      }
    }
    boolean proper = parts == 2 && digits > 0 && part[1] < 60 && part[2] < 60;
    return proper ? part[0] * 3600 + part[1] * 60 + part[2] : NONE;
  }

  /// A date of `YYYYMMDD`, or null for anything else.
  static @Nullable LocalDate date(String text) {
    if (text.length() != 8 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(text.substring(0, 4)),
          Integer.parseInt(text.substring(4, 6)),
          Integer.parseInt(text.substring(6)));
    } catch (DateTimeException _) {
      return null;
    }
  }
}
