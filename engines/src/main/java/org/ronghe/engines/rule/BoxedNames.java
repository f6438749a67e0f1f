package org.ronghe.engines.rule;

import java.util.List;
import java.util.Set;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel.Declared;

/// The names a boxed expression brings: entries, parameters, columns, variables.
final class BoxedNames {
  private BoxedNames() {}

  static void collect(Boxed boxed, Set<String> into) {
    switch (boxed) {
      case Boxed.Literal _, Boxed.Strange _ -> {
        // the text brings its own names when it is read
      }
      case Boxed.Typed(Boxed value, _) -> collect(value, into);
      case Boxed.Context(List<Boxed.Entry> entries) -> entries(entries, into);
      case Boxed.Invocation(Boxed function, List<Boxed.Entry> arguments) -> {
        collect(function, into);
        entries(arguments, into);
      }
      case Boxed.Function(List<Declared> parameters, _, Boxed body) -> {
        parameters.forEach(one -> into.add(one.name()));
        collect(body, into);
      }
      case Boxed.Listed(List<Boxed> items) -> items.forEach(one -> collect(one, into));
      case Boxed.Relation(List<String> columns, List<List<Boxed>> rows) -> {
        into.addAll(columns);
        rows.forEach(row -> row.forEach(one -> collect(one, into)));
      }
      case Boxed.Conditional(Boxed condition, Boxed then, Boxed otherwise) ->
          List.of(condition, then, otherwise).forEach(one -> collect(one, into));
      case Boxed.Filter(Boxed list, Boxed match) -> {
        collect(list, into);
        collect(match, into);
      }
      case Boxed.Iteration(String variable, Boxed in, Boxed result) -> {
        into.add(variable);
        collect(in, into);
        collect(result, into);
      }
      case Boxed.Quantified(_, String variable, Boxed in, Boxed satisfies) -> {
        into.add(variable);
        collect(in, into);
        collect(satisfies, into);
      }
      case Boxed.Table table -> table.outputs().forEach(one -> into.add(one.name()));
    }
  }

  private static void entries(List<Boxed.Entry> entries, Set<String> into) {
    for (Boxed.Entry entry : entries) {
      if (entry.name() != null) {
        into.add(entry.name());
      }
      collect(entry.value(), into);
    }
  }
}
