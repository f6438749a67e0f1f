package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Builtins.Builtin;

/// Built-in functions on numbers and booleans.
final class NumberFunctions {
  private static final BigDecimal LEAST_SCALE = BigDecimal.valueOf(-6111);
  private static final BigDecimal MOST_SCALE = BigDecimal.valueOf(6176);

  private NumberFunctions() {}

  static List<Builtin> all() {
    return List.of(
        rounding("decimal", RoundingMode.HALF_EVEN, false),
        rounding("floor", RoundingMode.FLOOR, true),
        rounding("ceiling", RoundingMode.CEILING, true),
        rounding("round up", RoundingMode.UP, false),
        rounding("round down", RoundingMode.DOWN, false),
        rounding("round half up", RoundingMode.HALF_UP, false),
        rounding("round half down", RoundingMode.HALF_DOWN, false),
        Builtin.of("abs", a -> abs(a[0]), "n"),
        Builtin.of("modulo", a -> modulo(a[0], a[1]), "dividend, divisor"),
        Builtin.of("sqrt", a -> number(a[0], NumberFunctions::root), "number"),
        Builtin.of(
            "log",
            a -> number(a[0], n -> real(n, n.signum() <= 0 ? _ -> Double.NaN : Math::log)),
            "number"),
        Builtin.of("exp", a -> number(a[0], n -> real(n, Math::exp)), "number"),
        Builtin.of("odd", a -> even(a[0], false), "number"),
        Builtin.of("even", a -> even(a[0], true), "number"),
        Builtin.of("not", a -> a[0] instanceof Boolean truth ? !truth : null, "negand"),
        Builtin.of("is", a -> is(a[0], a[1]), "value1, value2"),
        Builtin.of(
            "number",
            NumberFunctions::parsed,
            "from, grouping separator, decimal separator",
            "from"));
  }

  private static @Nullable Object number(
      @Nullable Object value, Function<BigDecimal, @Nullable Object> with) {
    return value instanceof BigDecimal number ? with.apply(number) : null;
  }

  private static Builtin rounding(String name, RoundingMode mode, boolean optional) {
    String[] signatures = optional ? new String[] {"n", "n, scale"} : new String[] {"n, scale"};
    return Builtin.of(
        name,
        a -> {
          if (!(a[0] instanceof BigDecimal number)) {
            return null;
          }
          BigDecimal scale =
              a.length == 1 ? BigDecimal.ZERO : a[1] instanceof BigDecimal s ? s : null;
          if (scale == null
              || scale.compareTo(LEAST_SCALE) < 0
              || scale.compareTo(MOST_SCALE) > 0) {
            return null;
          }
          return number.setScale(scale.intValue(), mode).round(Arithmetic.PRECISION);
        },
        signatures);
  }

  private static @Nullable Object abs(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number -> number.abs();
      case java.time.Duration duration -> duration.abs();
      case java.time.Period period -> period.isNegative() ? period.negated() : period;
      case null, default -> null;
    };
  }

  private static @Nullable Object modulo(@Nullable Object dividend, @Nullable Object divisor) {
    if (!(dividend instanceof BigDecimal a)
        || !(divisor instanceof BigDecimal b)
        || b.signum() == 0) {
      return null;
    }
    BigDecimal quotient = a.divide(b, Arithmetic.PRECISION).setScale(0, RoundingMode.FLOOR);
    return a.subtract(b.multiply(quotient), Arithmetic.PRECISION);
  }

  private static @Nullable Object root(BigDecimal number) {
    return number.signum() < 0 ? null : number.sqrt(Arithmetic.PRECISION);
  }

  private static @Nullable Object real(BigDecimal number, DoubleUnaryOperator with) {
    double result = with.applyAsDouble(number.doubleValue());
    return Double.isFinite(result) ? BigDecimal.valueOf(result) : null;
  }

  private static @Nullable Object even(@Nullable Object value, boolean even) {
    return number(
        value,
        n ->
            (n.remainder(BigDecimal.TWO).abs().compareTo(BigDecimal.ONE) == 0) != even
                && n.remainder(BigDecimal.ONE).signum() == 0);
  }

  private static @Nullable Object is(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right;
    }
    if (left.getClass() != right.getClass()) {
      return false;
    }
    return switch (left) {
      case java.time.ZonedDateTime moment -> moment.equals(right);
      case ZonedTime time -> time.equals(right);
      default -> Boolean.TRUE.equals(Values.equal(left, right));
    };
  }

  private static @Nullable Object parsed(@Nullable Object[] a) {
    if (!(a[0] instanceof String text)) {
      return a.length == 1 && a[0] instanceof BigDecimal ? a[0] : null;
    }
    if (a.length == 3) {
      if (!(a[1] == null || " ".equals(a[1]) || ".".equals(a[1]) || ",".equals(a[1]))
          || !(a[2] == null || ".".equals(a[2]) || ",".equals(a[2]))
          || (a[1] != null && a[1].equals(a[2]))) {
        return null;
      }
      text = a[1] == null ? text : text.replace((String) a[1], "");
      text = a[2] == null ? text : text.replace((String) a[2], ".");
    }
    try {
      return new BigDecimal(text.strip(), Arithmetic.PRECISION);
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
