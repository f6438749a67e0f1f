package org.ronghe.serve.benefit;

import java.util.List;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.model.benefit.BenefitField;
import org.ronghe.office.problem.Problem;

/// The benefits this county runs with, compiled, and the questions they ask; the server puts it in.
public record BenefitShelf(List<BenefitRules> rules, List<BenefitField> fields) {
  public BenefitShelf {
    rules = List.copyOf(rules);
    fields = List.copyOf(fields);
  }

  /// The benefit of this id; refused when there is none.
  BenefitRules benefit(String id) {
    return rules.stream()
        .filter(one -> one.benefit().id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            Problem.notFound("no-benefit", "没有这项待遇：" + id, "There is no benefit " + id + "."));
  }
}
