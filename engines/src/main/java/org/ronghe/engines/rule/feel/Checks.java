package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Expr.Operator;

/// Compiles unary tests; the common ones, with constants, to checks without detours.
final class Checks {
  private final Compiler compiler;

  Checks(Compiler compiler) {
    this.compiler = compiler;
  }

  /// A test's answer with the third value.
  @FunctionalInterface
  interface Asked {
    @Nullable Boolean answer(@Nullable Object value, Frame frame);
  }

  /// @param scope one in which `?` is declared
  Check compile(Expr.Tests tests, Scope scope) {
    if (tests.any()) {
      return Check.ANY;
    }
    if (!tests.negated() && tests.alternatives().size() == 1) {
      Check plain = plain(tests.alternatives().getFirst(), scope);
      if (plain != null) {
        return plain;
      }
    }
    Asked asked = asked(tests, scope);
    return (value, frame) -> Boolean.TRUE.equals(asked.answer(value, frame));
  }

  Asked asked(Expr.Tests tests, Scope scope) {
    if (tests.any()) {
      return (_, _) -> true;
    }
    List<Asked> alternatives = new ArrayList<>();
    for (Expr alternative : tests.alternatives()) {
      alternatives.add(asked(alternative, scope));
    }
    boolean negated = tests.negated();
    return (value, frame) -> {
      boolean unknown = false;
      for (Asked alternative : alternatives) {
        Boolean answer = alternative.answer(value, frame);
        if (Boolean.TRUE.equals(answer)) {
          return !negated;
        }
        unknown |= answer == null;
      }
      return unknown ? null : negated;
    };
  }

  /// A comparison with, or an interval of, constants.
  private @Nullable Check plain(Expr test, Scope scope) {
    return switch (test) {
      case Expr.Binary(Operator operator, Expr.Name(String name), Expr right)
          when name.equals("?") -> {
        Node bound = compiler.compile(right, scope);
        yield bound instanceof Node.Fixed(BigDecimal number) ? ordered(operator, number) : null;
      }
      case Expr.Constant(Object constant) -> constant(constant);
      case Expr.Interval interval -> interval(interval, scope);
      default -> null;
    };
  }

  private static @Nullable Check ordered(Operator operator, BigDecimal bound) {
    return switch (operator) {
      case LESS -> (value, _) -> value instanceof BigDecimal n && n.compareTo(bound) < 0;
      case LESS_OR_EQUAL -> (value, _) -> value instanceof BigDecimal n && n.compareTo(bound) <= 0;
      case GREATER -> (value, _) -> value instanceof BigDecimal n && n.compareTo(bound) > 0;
      case GREATER_OR_EQUAL ->
          (value, _) -> value instanceof BigDecimal n && n.compareTo(bound) >= 0;
      case EQUAL, NOT_EQUAL, OR, AND, PLUS, MINUS, TIMES, DIVIDED_BY, POWER -> null;
    };
  }

  private static @Nullable Check constant(@Nullable Object constant) {
    return switch (constant) {
      case BigDecimal number ->
          (value, _) ->
              value instanceof BigDecimal n ? n.compareTo(number) == 0 : in(value, number);
      case String text ->
          (value, _) -> value instanceof String s ? s.equals(text) : in(value, text);
      case Boolean truth -> (value, _) -> truth.equals(value) || in(value, truth);
      case null, default -> null;
    };
  }

  /// A list under test passes when it is a list of just this.
  private static boolean in(@Nullable Object value, Object constant) {
    return value instanceof List<?> list
        && list.size() == 1
        && Boolean.TRUE.equals(Values.equal(list.getFirst(), constant));
  }

  private @Nullable Check interval(Expr.Interval interval, Scope scope) {
    Node range = compiler.compile(interval, scope);
    Expr from = interval.low();
    Expr to = interval.high();
    if (from == null
        || to == null
        || !(compiler.compile(from, scope) instanceof Node.Fixed(Object low))
        || !(compiler.compile(to, scope) instanceof Node.Fixed(Object high))) {
      return (value, frame) ->
          range.value(frame) instanceof Range r && Boolean.TRUE.equals(r.holds(value));
    }
    if (low instanceof BigDecimal l && high instanceof BigDecimal h && l.compareTo(h) <= 0) {
      int lowest = interval.lowIncluded() ? 0 : 1;
      int highest = interval.highIncluded() ? 0 : -1;
      return (value, _) ->
          value instanceof BigDecimal n && n.compareTo(l) >= lowest && n.compareTo(h) <= highest;
    }
    Range fixed = new Range(interval.lowIncluded(), low, high, interval.highIncluded());
    Integer order = Values.compare(low, high);
    return order == null || order > 0
        ? (_, _) -> false
        : (value, _) -> Boolean.TRUE.equals(fixed.holds(value));
  }

  private Asked asked(Expr test, Scope scope) {
    Node node = compiler.compile(test, scope);
    if (test instanceof Expr.Binary(_, Expr.Name(String name), _) && name.equals("?")) {
      return (_, frame) -> node.value(frame) instanceof Boolean truth ? truth : null;
    }
    if (Uses.input(test)) {
      return (value, frame) -> node.value(frame) instanceof Boolean truth ? truth : null;
    }
    if (test instanceof Expr.Interval) {
      return (value, frame) ->
          node.value(frame) instanceof Range range ? matches(value, range, false) : null;
    }
    boolean literal = test instanceof Expr.Constant;
    return (value, frame) -> matches(value, node.value(frame), literal);
  }

  private static @Nullable Boolean matches(
      @Nullable Object value, @Nullable Object test, boolean literal) {
    return switch (test) {
      case Range range when !(value instanceof Range) -> range.holds(value);
      case List<?> list -> list(value, list);
      case Boolean truth when !literal && !(value instanceof Boolean) -> truth;
      case null -> value == null;
      default -> {
        Boolean equal = Values.equal(value, test);
        yield equal == null && value instanceof List<?> ? (Boolean) in(value, test) : equal;
      }
    };
  }

  private static Boolean list(@Nullable Object value, List<?> list) {
    if (Boolean.TRUE.equals(Values.equal(value, list))) {
      return true;
    }
    for (Object one : list) {
      if (one instanceof Range range && !(value instanceof Range)
          ? Boolean.TRUE.equals(range.holds(value))
          : Boolean.TRUE.equals(Values.equal(value, one))) {
        return true;
      }
    }
    return false;
  }
}
