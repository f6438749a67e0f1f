package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A FEEL value as text, as `string()` writes it.
public final class Text {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_LOCAL_TIME;

  private Text() {}

  /// `string(value)`; `null` for null.
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> text;
      case BigDecimal number -> number(number);
      case LocalDate date -> date.toString().replaceFirst("^\\+", "");
      case LocalTime time -> time(time);
      case ZonedTime time -> time(time.time()) + zone(time.zone());
      case LocalDateTime moment -> moment(moment);
      case ZonedDateTime moment -> moment(moment.toLocalDateTime()) + zone(moment.getZone());
      case Duration duration -> duration(duration);
      case Period period -> period(period);
      case List<?> list ->
          list.stream().map(Text::inside).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> key(entry.getKey()) + ": " + inside(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Range range ->
          (range.lowIncluded() ? "[" : "(")
              + inside(range.low())
              + ".."
              + inside(range.high())
              + (range.highIncluded() ? "]" : ")");
      case FeelFunction function -> "function(" + String.join(", ", function.parameters()) + ")";
      default -> value.toString();
    };
  }

  private static String key(@Nullable Object key) {
    String text = String.valueOf(key);
    return text.codePoints().allMatch(c -> Names.isPart(c) || c == ' ' || Names.isSign(c))
        ? text
        : inside(text);
  }

  private static String inside(@Nullable Object value) {
    return value instanceof String text
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : of(value);
  }

  static String number(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal plain = number.stripTrailingZeros();
    return plain.toPlainString();
  }

  private static String moment(LocalDateTime moment) {
    return of(moment.toLocalDate()) + "T" + time(moment.toLocalTime());
  }

  private static String time(LocalTime time) {
    return TIME.format(time);
  }

  private static String zone(ZoneId zone) {
    return zone instanceof java.time.ZoneOffset ? zone.getId() : "@" + zone.getId();
  }

  private static String period(Period period) {
    long total = period.toTotalMonths();
    if (total == 0) {
      return "P0M";
    }
    long years = Math.abs(total) / 12;
    long months = Math.abs(total) % 12;
    return (total < 0 ? "-P" : "P")
        + (years > 0 ? years + "Y" : "")
        + (months > 0 ? months + "M" : "");
  }

  private static String duration(Duration signed) {
    if (signed.isZero()) {
      return "PT0S";
    }
    Duration length = signed.abs();
    StringBuilder text = new StringBuilder(signed.isNegative() ? "-P" : "P");
    if (length.toDays() > 0) {
      text.append(length.toDays()).append('D');
    }
    Duration rest = length.minusDays(length.toDays());
    if (!rest.isZero()) {
      text.append(rest.toString(), 1, rest.toString().length());
    }
    return text.toString();
  }
}
