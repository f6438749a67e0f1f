package org.ronghe.engines.rule.feel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A FEEL expression, read.
sealed interface Expr {
  /// A literal; the value is null, a number, a string, a boolean or a temporal.
  record Constant(@Nullable Object value) implements Expr {}

  record Name(String name) implements Expr {}

  record Path(Expr of, String name) implements Expr {}

  record Filter(Expr of, Expr match) implements Expr {}

  record Call(Expr function, List<Expr> arguments) implements Expr {}

  record NamedCall(Expr function, List<Entry> arguments) implements Expr {}

  record Binary(Operator operator, Expr left, Expr right) implements Expr {}

  record Negation(Expr of) implements Expr {}

  record Between(Expr value, Expr low, Expr high) implements Expr {}

  record In(Expr value, Tests tests) implements Expr {}

  record InstanceOf(Expr value, FeelType type) implements Expr {}

  record If(Expr condition, Expr then, Expr otherwise) implements Expr {}

  record For(List<Iterator> over, Expr result) implements Expr {}

  record Quantified(boolean every, List<Iterator> over, Expr satisfies) implements Expr {}

  /// @param to the end of a range `in … .. to`; null when it runs over a list
  record Iterator(String name, Expr in, @Nullable Expr to) {}

  record Lambda(List<String> parameters, List<FeelType> types, Expr body) implements Expr {}

  record Listed(List<Expr> items) implements Expr {}

  record Context(List<Entry> entries) implements Expr {}

  record Entry(String name, Expr value) {}

  /// @param low null for an end left open, as in `(< 5)`
  record Interval(
      boolean lowIncluded, @Nullable Expr low, @Nullable Expr high, boolean highIncluded)
      implements Expr {}

  /// Unary tests.
  ///
  /// @param any the dash: everything passes
  record Tests(boolean any, boolean negated, List<Expr> alternatives) {}

  /// Binary operators, weakest first.
  enum Operator {
    OR,
    AND,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY,
    POWER
  }
}
