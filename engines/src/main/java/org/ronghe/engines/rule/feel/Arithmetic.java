package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// `+ - * / **` on numbers (decimal128), strings, dates and durations. What does not go is null.
final class Arithmetic {
  static final MathContext PRECISION = MathContext.DECIMAL128;
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  private Arithmetic() {}

  static @Nullable Object plus(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return a.add(b, PRECISION);
    }
    if (left instanceof String a && right instanceof String b) {
      return a + b;
    }
    try {
      if (left instanceof Duration || left instanceof Period) {
        return addDuration(right, left, 1);
      }
      return addDuration(left, right, 1);
    } catch (DateTimeException | ArithmeticException _) {
      return null;
    }
  }

  static @Nullable Object minus(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return a.subtract(b, PRECISION);
    }
    try {
      if (right instanceof Duration || right instanceof Period) {
        return addDuration(left, right, -1);
      }
      return between(left, right);
    } catch (DateTimeException | ArithmeticException _) {
      return null;
    }
  }

  private static @Nullable Object addDuration(
      @Nullable Object to, @Nullable Object duration, int sign) {
    if (duration instanceof Period months) {
      long count = Math.multiplyExact(months.toTotalMonths(), sign);
      return switch (to) {
        case Period period -> months(Math.addExact(period.toTotalMonths(), count));
        case LocalDate date -> date.plusMonths(count);
        case LocalDateTime moment -> moment.plusMonths(count);
        case ZonedDateTime moment -> moment.plusMonths(count);
        case null, default -> null;
      };
    }
    if (!(duration instanceof Duration length)) {
      return null;
    }
    Duration signed = sign < 0 ? length.negated() : length;
    return switch (to) {
      case Duration other -> other.plus(signed);
      case LocalDate date -> date.atStartOfDay().plus(signed).toLocalDate();
      case LocalDateTime moment -> moment.plus(signed);
      case ZonedDateTime moment -> moment.plus(signed);
      case LocalTime time -> time.plus(signed);
      case ZonedTime time -> new ZonedTime(time.time().plus(signed), time.zone());
      case null, default -> null;
    };
  }

  private static @Nullable Object between(@Nullable Object left, @Nullable Object right) {
    if (left instanceof LocalTime a && right instanceof LocalTime b) {
      return Duration.between(b, a);
    }
    if (left instanceof ZonedTime a && right instanceof ZonedTime b) {
      return Duration.ofNanos(a.utc_ns() - b.utc_ns());
    }
    boolean mixed = left instanceof ZonedDateTime ^ right instanceof ZonedDateTime;
    boolean withDate = left instanceof LocalDate || right instanceof LocalDate;
    boolean withLocal = left instanceof LocalDateTime || right instanceof LocalDateTime;
    // A date is midnight UTC, a local moment nobody knows where.
    if (withDate && withLocal) {
      return null;
    }
    ZonedDateTime from = Values.moment(right);
    ZonedDateTime to = Values.moment(left);
    return from == null || to == null || (mixed && !withDate) ? null : Duration.between(from, to);
  }

  static Period months(long total) {
    return Period.of(Math.toIntExact(total / 12), (int) (total % 12), 0);
  }

  static @Nullable Object times(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal a) {
      return right instanceof BigDecimal b ? a.multiply(b, PRECISION) : scaled(right, a);
    }
    return right instanceof BigDecimal b ? scaled(left, b) : null;
  }

  private static @Nullable Object scaled(@Nullable Object duration, BigDecimal by) {
    try {
      return switch (duration) {
        case Duration length -> ofSeconds(seconds(length).multiply(by, PRECISION));
        case Period period ->
            months(
                BigDecimal.valueOf(period.toTotalMonths())
                    .multiply(by)
                    .setScale(0, RoundingMode.DOWN)
                    .longValueExact());
        case null, default -> null;
      };
    } catch (ArithmeticException _) {
      return null;
    }
  }

  static @Nullable Object dividedBy(@Nullable Object left, @Nullable Object right) {
    try {
      if (left instanceof Duration a && right instanceof Duration b) {
        return b.isZero() ? null : seconds(a).divide(seconds(b), PRECISION);
      }
      if (left instanceof Period a && right instanceof Period b) {
        return b.toTotalMonths() == 0
            ? null
            : BigDecimal.valueOf(a.toTotalMonths())
                .divide(BigDecimal.valueOf(b.toTotalMonths()), PRECISION);
      }
      if (!(right instanceof BigDecimal b) || b.signum() == 0) {
        return null;
      }
      return switch (left) {
        case BigDecimal a -> a.divide(b, PRECISION);
        case Duration a -> ofSeconds(seconds(a).divide(b, PRECISION));
        case Period a ->
            months(
                BigDecimal.valueOf(a.toTotalMonths())
                    .divide(b, PRECISION)
                    .setScale(0, RoundingMode.DOWN)
                    .longValueExact());
        case null, default -> null;
      };
    } catch (ArithmeticException _) {
      return null;
    }
  }

  static @Nullable Object power(@Nullable Object left, @Nullable Object right) {
    if (!(left instanceof BigDecimal a) || !(right instanceof BigDecimal b)) {
      return null;
    }
    try {
      Integer whole = Values.whole(b);
      if (whole != null) {
        return whole < 0 && a.signum() == 0 ? null : a.pow(whole, PRECISION);
      }
      double result = Math.pow(a.doubleValue(), b.doubleValue());
      return Double.isFinite(result) ? new BigDecimal(result, PRECISION) : null;
    } catch (ArithmeticException _) {
      return null;
    }
  }

  static @Nullable Object negated(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number -> number.negate();
      case Duration duration -> duration.negated();
      case Period period -> period.negated();
      case null, default -> null;
    };
  }

  static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .add(BigDecimal.valueOf(duration.getNano()).divide(NANOS, PRECISION));
  }

  private static Duration ofSeconds(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Duration.ofSeconds(
        whole.longValueExact(), seconds.subtract(whole).multiply(NANOS).longValue());
  }
}
