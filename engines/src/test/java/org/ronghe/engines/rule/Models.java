package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionModel.Declared;
import org.ronghe.model.decision.DeclaredDecision;
import org.ronghe.model.decision.DeclaredType;
import org.ronghe.model.decision.HitPolicy;

/// Small models for tests.
final class Models {
  private Models() {}

  /// One decision `answer` of one expression over the inputs `a`, `b` and `c`.
  static DecisionModel expression(String feel) {
    return model(new Boxed.Literal(feel), List.of());
  }

  /// One decision `answer` of one table over the inputs `a`, `b` and `c`.
  static DecisionModel table(Boxed.Table table) {
    return model(table, List.of());
  }

  static DecisionModel model(Boxed logic, List<DeclaredType> types) {
    List<Declared> inputs = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      inputs.add(new Declared(name, "", ""));
    }
    return new DecisionModel(
        "test.dmn",
        "test",
        "urn:test",
        types,
        inputs,
        List.of(new DeclaredDecision("answer", "", "", List.of("a", "b", "c"), logic)),
        List.of(),
        List.of());
  }

  /// A table with one output; each rule is its tests and, last, its output.
  static Boxed.Table table(
      HitPolicy policy, String outputValues, String otherwise, String[]... rules) {
    int columns = rules[0].length - 1;
    List<Boxed.InputColumn> inputs = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      inputs.add(new Boxed.InputColumn("", List.of("a", "b", "c").get(i), "", ""));
    }
    List<Boxed.Rule> rows = new ArrayList<>();
    for (String[] rule : rules) {
      List<String> cells = List.of(rule);
      rows.add(new Boxed.Rule("", cells.subList(0, columns), List.of(rule[columns]), List.of()));
    }
    return new Boxed.Table(
        policy,
        inputs,
        List.of(new Boxed.OutputColumn("", "", outputValues, otherwise)),
        List.of(),
        rows);
  }

  static String[] rule(String... cells) {
    return cells;
  }
}
