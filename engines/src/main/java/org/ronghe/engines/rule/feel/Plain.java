package org.ronghe.engines.rule.feel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Expr.Operator;

/// The constants that unary tests compare with, for the analysis of a table.
///
/// @param constants every constant bound or value, in the order of the text
/// @param complete whether the tests speak of nothing else (no variable, no function)
public record Plain(List<Object> constants, boolean complete) {
  public Plain {
    constants = List.copyOf(constants);
  }

  static Plain of(Expr.Tests tests) {
    List<Object> found = new ArrayList<>();
    boolean complete = true;
    for (Expr alternative : tests.alternatives()) {
      complete &= collect(alternative, found);
    }
    return new Plain(found, complete);
  }

  private static boolean collect(@Nullable Expr test, List<Object> into) {
    return switch (test) {
      case null -> true;
      case Expr.Binary(_, Expr.Name(String name), Expr right) when name.equals("?") ->
          collect(right, into);
      case Expr.Interval(_, Expr low, Expr high, _) -> collect(low, into) & collect(high, into);
      case Expr.Binary(Operator operator, Expr left, Expr right)
          when operator == Operator.OR || operator == Operator.AND ->
          collect(left, into) & collect(right, into);
      default -> constant(test, into);
    };
  }

  private static boolean constant(Expr test, List<Object> into) {
    Node node;
    try {
      Names none = new Names(List.of());
      node = new Compiler(none, _ -> null).compile(test, Scope.root());
    } catch (FeelFault _) {
      return false;
    }
    if (node instanceof Node.Fixed(Object value)) {
      if (value != null) {
        into.add(value);
      }
      return true;
    }
    return false;
  }
}
