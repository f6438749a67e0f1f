package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates, times and durations: from text, to text, and their properties.
public final class Temporal {
  private static final Pattern DATE =
      Pattern.compile("(-?[1-9]\\d{4,8}|-?\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9})\\d*)?(Z|z|[+-]\\d{2}:\\d{2}(?::\\d{2})?|@[A-Za-z_]+(?:[/+-][A-Za-z0-9_+-]+)*)?");
  private static final Pattern MONTHS = Pattern.compile("(-)?P(?:(\\d+)Y)?(?:(\\d+)M)?");
  private static final Pattern DAYS =
      Pattern.compile(
          "(-)?P(?:(\\d+)D)?(T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.(\\d{0,9})\\d*)?S)?)?");

  private Temporal() {}

  /// What `@"…"` means, or null.
  public static @Nullable Object literal(String text) {
    Object value = date(text);
    if (value == null) {
      value = dateTime(text);
    }
    if (value == null) {
      value = time(text);
    }
    return value == null ? duration(text) : value;
  }

  static @Nullable LocalDate date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// A `LocalTime` or [ZonedTime].
  static @Nullable Object time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    try {
      String fraction = matcher.group(4);
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)),
              fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
      String zone = matcher.group(5);
      return zone == null ? time : new ZonedTime(time, zone(zone));
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static ZoneId zone(String text) {
    if (text.startsWith("@")) {
      return ZoneId.of(text.substring(1));
    }
    ZoneOffset offset = ZoneOffset.of(text.equals("z") ? "Z" : text);
    if (Math.abs(offset.getTotalSeconds()) > 14 * 3600) {
      throw new DateTimeException("beyond 14 hours");
    }
    return offset;
  }

  /// A `LocalDateTime` or `ZonedDateTime`; a date alone is its midnight.
  static @Nullable Object dateTime(String text) {
    int t = text.indexOf('T');
    LocalDate date = date(t < 0 ? text : text.substring(0, t));
    if (date == null) {
      return null;
    }
    if (t >= 0 && text.startsWith("T24:00:00", t)) {
      return at(date.plusDays(1), time("00" + text.substring(t + 3)));
    }
    return t < 0 ? date.atStartOfDay() : at(date, time(text.substring(t + 1)));
  }

  static @Nullable Object at(LocalDate date, @Nullable Object time) {
    return switch (time) {
      case LocalTime local -> date.atTime(local);
      case ZonedTime zoned -> date.atTime(zoned.time()).atZone(zoned.zone());
      case null, default -> null;
    };
  }

  /// A `Period` of years and months or a `Duration` of days and time.
  static @Nullable Object duration(String text) {
    if (text.endsWith("P") || text.endsWith("T")) {
      return null;
    }
    try {
      Matcher months = MONTHS.matcher(text);
      if (months.matches()) {
        long total = Math.addExact(Math.multiplyExact(number(months, 2), 12L), number(months, 3));
        return Arithmetic.months(months.group(1) == null ? total : -total);
      }
      Matcher days = DAYS.matcher(text);
      if (days.matches()) {
        String fraction = days.group(7);
        Duration length =
            Duration.ofDays(number(days, 2))
                .plusHours(number(days, 4))
                .plusMinutes(number(days, 5))
                .plusSeconds(number(days, 6))
                .plusNanos(
                    fraction == null
                        ? 0
                        : Long.parseLong((fraction + "000000000").substring(0, 9)));
        return days.group(1) == null ? length : length.negated();
      }
    } catch (ArithmeticException | NumberFormatException _) {
      return null;
    }
    return null;
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /// `value.name` for the properties of temporal values and ranges; null when there is none.
  static @Nullable Object property(Object value, String name) {
    return switch (value) {
      case LocalDate date -> ofDate(date, name);
      case LocalDateTime moment ->
          first(ofDate(moment.toLocalDate(), name), ofTime(moment.toLocalTime(), name));
      case ZonedDateTime moment ->
          first(
              first(ofDate(moment.toLocalDate(), name), ofTime(moment.toLocalTime(), name)),
              ofZone(moment.getZone(), moment.getOffset(), name));
      case LocalTime time -> ofTime(time, name);
      case ZonedTime time ->
          first(ofTime(time.time(), name), ofZone(time.zone(), time.offset(), name));
      case Duration duration -> ofDuration(duration, name);
      case Period period ->
          switch (name) {
            case "years" -> BigDecimal.valueOf(period.toTotalMonths() / 12);
            case "months" -> BigDecimal.valueOf(period.toTotalMonths() % 12);
            default -> null;
          };
      case Range range ->
          switch (name) {
            case "start" -> range.low();
            case "end" -> range.high();
            case "start included" -> range.lowIncluded();
            case "end included" -> range.highIncluded();
            default -> null;
          };
      default -> null;
    };
  }

  private static @Nullable Object first(@Nullable Object one, @Nullable Object other) {
    return one == null ? other : one;
  }

  private static @Nullable Object ofDate(LocalDate date, String name) {
    return switch (name) {
      case "year" -> BigDecimal.valueOf(date.getYear());
      case "month" -> BigDecimal.valueOf(date.getMonthValue());
      case "day" -> BigDecimal.valueOf(date.getDayOfMonth());
      case "weekday" -> BigDecimal.valueOf(date.getDayOfWeek().getValue());
      default -> null;
    };
  }

  private static @Nullable Object ofTime(LocalTime time, String name) {
    return switch (name) {
      case "hour" -> BigDecimal.valueOf(time.getHour());
      case "minute" -> BigDecimal.valueOf(time.getMinute());
      case "second" -> BigDecimal.valueOf(time.getSecond());
      default -> null;
    };
  }

  private static @Nullable Object ofZone(ZoneId zone, ZoneOffset offset, String name) {
    return switch (name) {
      case "time offset" -> Duration.ofSeconds(offset.getTotalSeconds());
      case "timezone" -> zone instanceof ZoneOffset ? null : zone.getId();
      default -> null;
    };
  }

  private static @Nullable Object ofDuration(Duration duration, String name) {
    return switch (name) {
      case "days" -> BigDecimal.valueOf(duration.toDays());
      case "hours" -> BigDecimal.valueOf(duration.toHours() % 24);
      case "minutes" -> BigDecimal.valueOf(duration.toMinutes() % 60);
      case "seconds" -> BigDecimal.valueOf(duration.toSeconds() % 60);
      default -> null;
    };
  }
}
