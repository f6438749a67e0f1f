package org.ronghe.engines.rule.feel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Builtins.Builtin;

/// Relations between points and ranges (DMN 1.5, table 78). A point is a range of one value.
final class RangeFunctions {
  private RangeFunctions() {}

  static List<Builtin> all() {
    return List.of(
        relation("before", true, true, (a, b) -> ends(a, b) < 0),
        relation("after", true, true, (a, b) -> ends(b, a) < 0),
        relation("meets", false, false, RangeFunctions::meets),
        relation("met by", false, false, (a, b) -> meets(b, a)),
        relation("overlaps", false, false, (a, b) -> ends(a, b) >= 0 && ends(b, a) >= 0),
        relation(
            "overlaps before",
            false,
            false,
            (a, b) -> lows(a, b) < 0 && ends(a, b) >= 0 && highs(a, b) <= 0),
        relation(
            "overlaps after",
            false,
            false,
            (a, b) -> lows(b, a) < 0 && ends(b, a) >= 0 && highs(b, a) <= 0),
        relation("finishes", true, false, (a, b) -> highs(a, b) == 0 && lows(a, b) >= 0),
        relation("finished by", false, true, (a, b) -> highs(a, b) == 0 && lows(b, a) >= 0),
        relation("includes", false, true, (a, b) -> lows(a, b) <= 0 && highs(a, b) >= 0),
        relation("during", true, false, (a, b) -> lows(b, a) <= 0 && highs(b, a) >= 0),
        relation("starts", true, false, (a, b) -> lows(a, b) == 0 && highs(a, b) <= 0),
        relation("started by", false, true, (a, b) -> lows(a, b) == 0 && highs(b, a) <= 0),
        Builtin.of("coincides", a -> coincides(a[0], a[1]), "point1, point2", "range1, range2"),
        Builtin.of("range", a -> a[0] instanceof String text ? range(text) : null, "from"));
  }

  private interface Relation {
    boolean holds(Range a, Range b);
  }

  private static Builtin relation(
      String name, boolean pointFirst, boolean pointSecond, Relation with) {
    String[] signatures =
        pointFirst && pointSecond
            ? new String[] {"point1, point2", "point, range", "range, point", "range1, range2"}
            : pointFirst
                ? new String[] {"point, range", "range1, range2"}
                : pointSecond
                    ? new String[] {"range, point", "range1, range2"}
                    : new String[] {"range1, range2"};
    return Builtin.of(
        name,
        a -> {
          Range one = closed(a[0], pointFirst);
          Range other = closed(a[1], pointSecond);
          if (one == null || other == null || Values.compare(one.low(), other.low()) == null) {
            return null;
          }
          return with.holds(one, other);
        },
        signatures);
  }

  private static @Nullable Range closed(@Nullable Object value, boolean pointAllowed) {
    if (value instanceof Range range) {
      return range.low() == null || range.high() == null ? null : range;
    }
    return pointAllowed && value != null && Values.compare(value, value) != null
        ? new Range(true, value, value, true)
        : null;
  }

  private static int order(@Nullable Object a, @Nullable Object b) {
    Integer order = Values.compare(a, b);
    return order == null ? 0 : order;
  }

  /// Below 0 when a starts earlier than b, 0 when together.
  private static int lows(Range a, Range b) {
    int order = order(a.low(), b.low());
    return order != 0 ? order : Boolean.compare(b.lowIncluded(), a.lowIncluded());
  }

  /// Below 0 when a ends earlier than b.
  private static int highs(Range a, Range b) {
    int order = order(a.high(), b.high());
    return order != 0 ? order : Boolean.compare(a.highIncluded(), b.highIncluded());
  }

  /// Below 0 when a ends before b starts; 0 when they share that one value.
  private static int ends(Range a, Range b) {
    int order = order(a.high(), b.low());
    return order != 0 ? order : a.highIncluded() && b.lowIncluded() ? 0 : -1;
  }

  private static boolean meets(Range a, Range b) {
    return a.highIncluded() && b.lowIncluded() && order(a.high(), b.low()) == 0;
  }

  private static @Nullable Object coincides(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Range one && b instanceof Range other) {
      return Values.equal(one, other);
    }
    return a instanceof Range || b instanceof Range || a == null || b == null
        ? null
        : Values.equal(a, b);
  }

  /// `range("[1..5]")`: a range of literals.
  private static @Nullable Object range(String text) {
    try {
      Expr read = Parser.expression(text, new Names(List.of()));
      return read instanceof Expr.Interval interval ? value(interval) : null;
    } catch (FeelFault _) {
      return null;
    }
  }

  private static @Nullable Range value(Expr.Interval interval) {
    Object low = interval.low() == null ? null : constant(interval.low());
    Object high = interval.high() == null ? null : constant(interval.high());
    boolean lost =
        (interval.low() != null && low == null && !isNull(interval.low()))
            || (interval.high() != null && high == null && !isNull(interval.high()));
    if (lost || (low == null && high == null)) {
      return null;
    }
    if (low != null && high != null) {
      Integer order = Values.compare(low, high);
      if (order == null || order > 0) {
        return null;
      }
    }
    return new Range(interval.lowIncluded(), low, high, interval.highIncluded());
  }

  private static boolean isNull(Expr expression) {
    return expression instanceof Expr.Constant constant && constant.value() == null;
  }

  private static @Nullable Object constant(Expr expression) {
    return switch (expression) {
      case Expr.Constant constant -> constant.value();
      case Expr.Negation(Expr.Constant(Object value)) -> Arithmetic.negated(value);
      case Expr.Call(Expr.Name(String name), List<Expr> arguments)
          when Builtins.of(name) instanceof Builtin function
              && arguments.stream().allMatch(Expr.Constant.class::isInstance) ->
          function.invoke(arguments.stream().map(RangeFunctions::constant).toArray());
      default -> null;
    };
  }
}
