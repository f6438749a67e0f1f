package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Builtins.Builtin;

/// Built-in functions on dates, times and durations.
final class TemporalFunctions {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  private TemporalFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of("date", TemporalFunctions::date, "from", "year, month, day"),
        Builtin.of(
            "time",
            TemporalFunctions::time,
            "from",
            "hour, minute, second",
            "hour, minute, second, offset"),
        Builtin.of(
            "date and time",
            TemporalFunctions::dateAndTime,
            "from",
            "date, time",
            "year, month, day, hour, minute, second",
            "year, month, day, hour, minute, second, offset"),
        Builtin.of(
            "duration",
            a ->
                a[0] instanceof String s
                    ? Temporal.duration(s)
                    : a[0] instanceof Duration || a[0] instanceof Period ? a[0] : null,
            "from"),
        Builtin.of("years and months duration", a -> months(a[0], a[1]), "from, to"),
        of("day of year", d -> BigDecimal.valueOf(d.getDayOfYear())),
        of("day of week", d -> d.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
        of("month of year", d -> d.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
        of("week of year", d -> BigDecimal.valueOf(d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))));
  }

  private interface OfDate {
    Object apply(LocalDate date);
  }

  private static Builtin of(String name, OfDate with) {
    return Builtin.of(
        name,
        a -> {
          LocalDate date = day(a[0]);
          return date == null ? null : with.apply(date);
        },
        "date");
  }

  private static @Nullable LocalDate day(@Nullable Object value) {
    return switch (value) {
      case LocalDate date -> date;
      case LocalDateTime moment -> moment.toLocalDate();
      case ZonedDateTime moment -> moment.toLocalDate();
      case null, default -> null;
    };
  }

  private static @Nullable Object date(@Nullable Object[] a) {
    if (a.length == 1) {
      return a[0] instanceof String text ? Temporal.date(text) : day(a[0]);
    }
    Integer year = Values.whole(a[0]);
    Integer month = Values.whole(a[1]);
    Integer day = Values.whole(a[2]);
    if (year == null || month == null || day == null || Math.abs(year) > 999_999_999) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Object time(@Nullable Object[] a) {
    if (a.length == 1) {
      return switch (a[0]) {
        case String text -> Temporal.time(text);
        case LocalTime time -> time;
        case ZonedTime time -> time;
        case LocalDateTime moment -> moment.toLocalTime();
        case ZonedDateTime moment -> new ZonedTime(moment.toLocalTime(), moment.getZone());
        case LocalDate _ -> new ZonedTime(LocalTime.MIDNIGHT, ZoneOffset.UTC);
        case null, default -> null;
      };
    }
    return clock(a[0], a[1], a[2], a.length == 4 ? a[3] : null);
  }

  private static @Nullable Object clock(
      @Nullable Object hour,
      @Nullable Object minute,
      @Nullable Object second,
      @Nullable Object offset) {
    Integer h = Values.whole(hour);
    Integer m = Values.whole(minute);
    if (h == null || m == null || !(second instanceof BigDecimal s) || s.signum() < 0) {
      return null;
    }
    try {
      int nanos = s.remainder(BigDecimal.ONE).multiply(NANOS).intValue();
      LocalTime time = LocalTime.of(h, m, s.intValue(), nanos);
      return switch (offset) {
        case null -> time;
        case Duration shift ->
            new ZonedTime(time, ZoneOffset.ofTotalSeconds((int) shift.toSeconds()));
        default -> null;
      };
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Object dateAndTime(@Nullable Object[] a) {
    if (a.length == 1) {
      return switch (a[0]) {
        case String text -> Temporal.dateTime(text);
        case LocalDateTime moment -> moment;
        case ZonedDateTime moment -> moment;
        case LocalDate date -> date.atStartOfDay(ZoneOffset.UTC);
        case null, default -> null;
      };
    }
    if (a.length == 2) {
      LocalDate date = day(a[0]);
      return date == null ? null : Temporal.at(date, a[1]);
    }
    Object date = date(new @Nullable Object[] {a[0], a[1], a[2]});
    Object time = clock(a[3], a[4], a[5], a.length == 7 ? a[6] : null);
    return date instanceof LocalDate day ? Temporal.at(day, time) : null;
  }

  private static @Nullable Object months(@Nullable Object from, @Nullable Object to) {
    LocalDate start = day(from);
    LocalDate end = day(to);
    if (start == null || end == null) {
      return null;
    }
    return Arithmetic.months(ChronoUnit.MONTHS.between(start, end));
  }
}
