package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Equality and order of FEEL values.
public final class Values {
  private Values() {}

  /// Whether two values are equal; null when they are of different kinds.
  public static @Nullable Boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right;
    }
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    if (left instanceof String || left instanceof Boolean) {
      return left.getClass() == right.getClass() ? left.equals(right) : null;
    }
    if (left instanceof List<?> a) {
      return right instanceof List<?> b ? equalLists(a, b) : null;
    }
    if (left instanceof Map<?, ?> a) {
      return right instanceof Map<?, ?> b ? equalContexts(a, b) : null;
    }
    if (left instanceof Range a && right instanceof Range b) {
      return a.point() == b.point()
          && a.lowIncluded() == b.lowIncluded()
          && a.highIncluded() == b.highIncluded()
          && Boolean.TRUE.equals(equal(a.low(), b.low()))
          && Boolean.TRUE.equals(equal(a.high(), b.high()));
    }
    if (left instanceof FeelFunction) {
      return right instanceof FeelFunction ? left == right : null;
    }
    Integer order = compare(toMillisecond(left), toMillisecond(right));
    return order == null ? null : order == 0;
  }

  /// The TCK tells times apart to the millisecond, when it asks whether they are equal.
  private static Object toMillisecond(Object value) {
    return switch (value) {
      case LocalTime time -> time.truncatedTo(ChronoUnit.MILLIS);
      case ZonedTime time -> new ZonedTime(time.time().truncatedTo(ChronoUnit.MILLIS), time.zone());
      case LocalDateTime moment -> moment.truncatedTo(ChronoUnit.MILLIS);
      case ZonedDateTime moment -> moment.truncatedTo(ChronoUnit.MILLIS);
      default -> value;
    };
  }

  private static @Nullable Boolean equalLists(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<?> other = right.iterator();
    for (Object one : left) {
      if (!Boolean.TRUE.equals(equal(one, other.next()))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Boolean equalContexts(Map<?, ?> left, Map<?, ?> right) {
    if (!left.keySet().equals(right.keySet())) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      if (!Boolean.TRUE.equals(equal(entry.getValue(), right.get(entry.getKey())))) {
        return false;
      }
    }
    return true;
  }

  /// Their order; null when they cannot be ordered.
  public static @Nullable Integer compare(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal a) {
      return right instanceof BigDecimal b ? a.compareTo(b) : null;
    }
    if (left instanceof String a) {
      return right instanceof String b ? a.compareTo(b) : null;
    }
    if (left instanceof LocalDate a) {
      return right instanceof LocalDate b ? a.compareTo(b) : null;
    }
    if (left instanceof Duration a) {
      return right instanceof Duration b ? a.compareTo(b) : null;
    }
    if (left instanceof Period a) {
      return right instanceof Period b ? Long.compare(a.toTotalMonths(), b.toTotalMonths()) : null;
    }
    if (left instanceof LocalDateTime || left instanceof ZonedDateTime) {
      return compareMoments(left, right);
    }
    if (left instanceof LocalTime a && right instanceof LocalTime b) {
      return a.compareTo(b);
    }
    if (left instanceof ZonedTime a && right instanceof ZonedTime b) {
      return Long.compare(a.utc_ns(), b.utc_ns());
    }
    return null;
  }

  private static @Nullable Integer compareMoments(Object left, @Nullable Object right) {
    if (left instanceof LocalDateTime a && right instanceof LocalDateTime b) {
      return a.compareTo(b);
    }
    if (left instanceof ZonedDateTime a && right instanceof ZonedDateTime b) {
      return a.toInstant().compareTo(b.toInstant());
    }
    return null;
  }

  /// A moment with its time zone; a local one is taken as UTC.
  static @Nullable ZonedDateTime moment(@Nullable Object value) {
    return switch (value) {
      case ZonedDateTime zoned -> zoned;
      case LocalDateTime local -> local.atZone(ZoneOffset.UTC);
      case LocalDate date -> date.atStartOfDay(ZoneOffset.UTC);
      case null, default -> null;
    };
  }

  /// A value as a list: itself, or a list of one.
  @SuppressWarnings("unchecked")
  static List<@Nullable Object> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return (List<@Nullable Object>) list;
    }
    List<@Nullable Object> single = new ArrayList<>(1);
    single.add(value);
    return single;
  }

  /// The whole number it is, or null.
  static @Nullable Integer whole(@Nullable Object value) {
    if (!(value instanceof BigDecimal number)) {
      return null;
    }
    try {
      return number.intValueExact();
    } catch (ArithmeticException _) {
      return null;
    }
  }
}
