package org.ronghe.sources.payload;

/// Reads source times: ISO-8601 with an offset, or milliseconds since 1970. Answers microseconds
/// since 1970-01-01T00:00Z, or one of the negative codes below (no time we accept is negative).
final class SourceTime {
  /// Not readable as a time.
  static final long NOT_A_TIME = -1;

  /// A date and time, but nobody knows in which zone.
  static final long WITHOUT_OFFSET = -2;

  /// Readable, but before 1973 or after 2100.
  static final long OUT_OF_RANGE = -3;

  private static final long EARLIEST_US = 94_694_400_000_000L;
  private static final long LATEST_US = 4_102_444_800_000_000L;

  private SourceTime() {}

  /// Milliseconds since 1970, with a fraction if any.
  static long ofMillis(double time_ms) {
    double time_us = time_ms * 1000;
    if (!(time_us >= EARLIEST_US && time_us < LATEST_US)) {
      return OUT_OF_RANGE;
    }
    return Math.round(time_us);
  }

  /// Milliseconds since 1970.
  static long ofMillis(long time_ms) {
    if (time_ms < EARLIEST_US / 1000 || time_ms >= LATEST_US / 1000) {
      return OUT_OF_RANGE;
    }
    return time_ms * 1000;
  }

  /// What a number that is out of range in milliseconds may have been, or null.
  static @org.jspecify.annotations.Nullable String maybeUnit(double number) {
    if (inRange(number * 1e6)) {
      return "it is in seconds: multiply by 1000";
    }
    if (inRange(number)) {
      return "it is in microseconds: divide by 1000";
    }
    if (inRange(number / 1000)) {
      return "it is in nanoseconds: divide by 1000000";
    }
    return null;
  }

  private static boolean inRange(double time_us) {
    return time_us >= EARLIEST_US && time_us < LATEST_US;
  }

  static long ofIso(CharSequence text) {
    char[] chars = text.toString().toCharArray();
    return ofIso(chars, 0, chars.length);
  }

  /// `2026-11-23T06:00:00.123456Z`, with `+08:00`, `+0800` or `+08` for `Z`; digits after the sixth
  /// decimal are cut.
  static long ofIso(char[] text, int from, int length) {
    if (length < 16 || text[from + 4] != '-' || text[from + 7] != '-' || text[from + 13] != ':') {
      return NOT_A_TIME;
    }
    int year = number(text, from, 4);
    int month = number(text, from + 5, 2);
    int day = number(text, from + 8, 2);
    char between = text[from + 10];
    int hour = number(text, from + 11, 2);
    int minute = number(text, from + 14, 2);
    boolean date = year >= 0 && month >= 1 && month <= 12 && day >= 1;
    if (!date || (between != 'T' && between != 't' && between != ' ')) {
      return NOT_A_TIME;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || day > daysIn(year, month)) {
      return NOT_A_TIME;
    }
    long minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + minute;
    return withSeconds(minutes, text, from + 16, from + length);
  }

  private static long withSeconds(long minutes, char[] text, int from, int end) {
    int at = from;
    int second = 0;
    long fraction_us = 0;
    if (at < end && text[at] == ':') {
      second = at + 3 <= end ? number(text, at + 1, 2) : -1;
      if (second < 0 || second > 59) {
        return NOT_A_TIME;
      }
      at += 3;
      if (at < end && (text[at] == '.' || text[at] == ',')) {
        int first = ++at;
        long unit_us = 100_000;
        while (at < end && isDigit(text[at])) {
          fraction_us += (text[at++] - '0') * unit_us;
          unit_us /= 10;
        }
        if (at == first) {
          return NOT_A_TIME;
        }
      }
    }
    if (at == end) {
      return WITHOUT_OFFSET;
    }
    int offset_min = offset(text, at, end);
    if (offset_min == Integer.MIN_VALUE) {
      return NOT_A_TIME;
    }
    long time_us = ((minutes - offset_min) * 60 + second) * 1_000_000 + fraction_us;
    return time_us < EARLIEST_US || time_us >= LATEST_US ? OUT_OF_RANGE : time_us;
  }

  /// Minutes east of UTC; MIN_VALUE when it is none.
  private static int offset(char[] text, int at, int end) {
    int length = end - at;
    char sign = text[at];
    if (sign == 'Z' || sign == 'z') {
      return length == 1 ? 0 : Integer.MIN_VALUE;
    }
    if ((sign != '+' && sign != '-') || (length != 3 && length != 5 && length != 6)) {
      return Integer.MIN_VALUE;
    }
    int hours = number(text, at + 1, 2);
    int minutes = 0;
    if (length == 5) {
      minutes = number(text, at + 3, 2);
    } else if (length == 6) {
      minutes = text[at + 3] == ':' ? number(text, at + 4, 2) : -1;
    }
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int east = hours * 60 + minutes;
    return sign == '-' ? -east : east;
  }

  private static int number(char[] text, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      if (!isDigit(text[i])) {
        return -1;
      }
      value = value * 10 + (text[i] - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 4, 6, 9, 11 -> 30;
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      default -> 31;
    };
  }

  /// Days from 1970-01-01 in the Gregorian calendar, years from March so that the leap day is last.
  private static long daysSince1970(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
