package org.ronghe.sources.tour;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people write them: seconds since midnight, or `8:30`, `08:30:00`.
public final class TimeOfDay {
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})[:：]([0-5]\\d)(?:[:：]([0-5]\\d))?");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private TimeOfDay() {}

  public static OptionalInt seconds(String text) {
    String word = text.strip();
    Matcher clock = CLOCK.matcher(word);
    if (clock.matches()) {
      int last = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
      return OptionalInt.of(
          Integer.parseInt(clock.group(1)) * 3600 + Integer.parseInt(clock.group(2)) * 60 + last);
    }
    return SECONDS.matcher(word).matches()
        ? OptionalInt.of(Integer.parseInt(word))
        : OptionalInt.empty();
  }
}
