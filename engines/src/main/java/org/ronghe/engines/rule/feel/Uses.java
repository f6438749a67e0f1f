package org.ronghe.engines.rule.feel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an expression speaks of the value under test, `?`.
final class Uses {
  private Uses() {}

  static boolean input(@Nullable Expr expression) {
    return switch (expression) {
      case null -> false;
      case Expr.Constant _ -> false;
      case Expr.Name(String name) -> name.equals("?");
      case Expr.Path(Expr of, _) -> input(of);
      case Expr.Filter(Expr of, Expr match) -> input(of) || input(match);
      case Expr.Call(Expr function, List<Expr> arguments) ->
          input(function) || arguments.stream().anyMatch(Uses::input);
      case Expr.NamedCall(Expr function, List<Expr.Entry> arguments) ->
          input(function) || arguments.stream().anyMatch(one -> input(one.value()));
      case Expr.Binary(_, Expr left, Expr right) -> input(left) || input(right);
      case Expr.Negation(Expr of) -> input(of);
      case Expr.Between(Expr value, Expr low, Expr high) ->
          input(value) || input(low) || input(high);
      case Expr.In(Expr value, _) -> input(value);
      case Expr.InstanceOf(Expr value, _) -> input(value);
      case Expr.If(Expr condition, Expr then, Expr otherwise) ->
          input(condition) || input(then) || input(otherwise);
      case Expr.For(List<Expr.Iterator> over, Expr result) -> iterators(over) || input(result);
      case Expr.Quantified(_, List<Expr.Iterator> over, Expr satisfies) ->
          iterators(over) || input(satisfies);
      case Expr.Lambda(_, _, Expr body) -> input(body);
      case Expr.Listed(List<Expr> items) -> items.stream().anyMatch(Uses::input);
      case Expr.Context(List<Expr.Entry> entries) ->
          entries.stream().anyMatch(one -> input(one.value()));
      case Expr.Interval(_, Expr low, Expr high, _) -> input(low) || input(high);
    };
  }

  private static boolean iterators(List<Expr.Iterator> over) {
    return over.stream().anyMatch(one -> input(one.in()) || input(one.to()));
  }
}
