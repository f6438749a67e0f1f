package org.ronghe.model.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.decision.DecisionModel.Declared;

/// A boxed expression of DMN; the leaves are FEEL text.
public sealed interface Boxed {

  /// FEEL text.
  record Literal(String text) implements Boxed {}

  /// An expression whose value is to conform to a type, or is null.
  record Typed(Boxed value, String typeRef) implements Boxed {}

  /// `{ name: value, … }`; an entry without a name is the result of the whole.
  record Context(List<Entry> entries) implements Boxed {
    public Context {
      entries = List.copyOf(entries);
    }
  }

  /// @param name null for the result entry
  record Entry(@Nullable String name, String typeRef, Boxed value) {}

  /// Calls a piece of logic with named arguments.
  record Invocation(Boxed function, List<Entry> arguments) implements Boxed {
    public Invocation {
      arguments = List.copyOf(arguments);
    }
  }

  /// @param kind `FEEL`, or `Java` and `PMML`, which are not run
  record Function(List<Declared> parameters, String kind, Boxed body) implements Boxed {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  record Listed(List<Boxed> items) implements Boxed {
    public Listed {
      items = List.copyOf(items);
    }
  }

  record Relation(List<String> columns, List<List<Boxed>> rows) implements Boxed {
    public Relation {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  record Conditional(Boxed condition, Boxed then, Boxed otherwise) implements Boxed {}

  record Filter(Boxed list, Boxed match) implements Boxed {}

  record Iteration(String variable, Boxed in, Boxed result) implements Boxed {}

  /// @param every true for every, false for some
  record Quantified(boolean every, String variable, Boxed in, Boxed satisfies) implements Boxed {}

  /// A decision table.
  ///
  /// @param annotations names of the annotation columns
  record Table(
      HitPolicy policy,
      List<InputColumn> inputs,
      List<OutputColumn> outputs,
      List<String> annotations,
      List<Rule> rules)
      implements Boxed {
    public Table {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      annotations = List.copyOf(annotations);
      rules = List.copyOf(rules);
    }
  }

  /// @param allowed unary tests a value must pass; empty for none
  record InputColumn(String label, String expression, String typeRef, String allowed) {}

  /// @param name empty when the table has one output
  /// @param allowed the values in order of priority, as FEEL; empty for none
  /// @param otherwise FEEL of the value when no rule matches; empty for none
  record OutputColumn(String name, String typeRef, String allowed, String otherwise) {}

  /// One row: unary tests, outputs and annotations, each as text.
  record Rule(String id, List<String> tests, List<String> outputs, List<String> annotations) {
    public Rule {
      tests = List.copyOf(tests);
      outputs = List.copyOf(outputs);
      annotations = List.copyOf(annotations);
    }
  }

  /// Something the file holds that is not understood.
  ///
  /// @param element name of the element
  record Strange(String element) implements Boxed {}
}
