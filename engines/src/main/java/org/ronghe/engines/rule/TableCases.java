package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DeclaredDecision;

/// Counts which rules a set of cases hit, to see that examples or tests leave none out.
public final class TableCases {
  private final Set<String> hit = new HashSet<>();

  /// Takes note of one case.
  public void add(Outcome outcome) {
    for (Fired fired : outcome.fired()) {
      fired.rules().forEach(rule -> hit.add(fired.table() + " #" + rule));
    }
  }

  /// The rules of the model's tables that no case hit, as `decision #number`.
  public List<String> never(DecisionModel model) {
    List<String> never = new ArrayList<>();
    for (DeclaredDecision decision : model.decisions()) {
      if (decision.logic() instanceof Boxed.Table table) {
        for (int rule = 1; rule <= table.rules().size(); rule++) {
          String name = decision.name() + " #" + rule;
          if (!hit.contains(name)) {
            never.add(name);
          }
        }
      }
    }
    return never;
  }
}
