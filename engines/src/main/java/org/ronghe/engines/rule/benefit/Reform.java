package org.ronghe.engines.rule.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;

/// A reform: some figures changed.
public record Reform(Words name, List<Change> changes) {
  public Reform {
    changes = List.copyOf(changes);
  }

  /// One figure of one benefit.
  public record Change(String benefit, String parameter, BigDecimal value) {}

  /// The changes that name a benefit or a parameter that is not there.
  public List<Change> unknown(List<BenefitRules> rules) {
    List<Change> result = new ArrayList<>();
    for (Change change : changes) {
      boolean known =
          rules.stream()
              .filter(one -> one.benefit().id().equals(change.benefit()))
              .flatMap(one -> one.benefit().parameters().stream())
              .anyMatch(parameter -> parameter.id().equals(change.parameter()));
      if (!known) {
        result.add(change);
      }
    }
    return result;
  }

  /// Whether it changes this benefit.
  public boolean touches(BenefitRules rules) {
    return changes.stream().anyMatch(one -> one.benefit().equals(rules.benefit().id()));
  }

  /// The figures after the reform.
  public BenefitRules.Figures figures(BenefitRules rules, LocalDate day, String division) {
    BenefitRules.Figures before = rules.figures(day, division);
    Map<String, @Nullable Object> values = new HashMap<>(before.values());
    for (Change change : changes) {
      if (change.benefit().equals(rules.benefit().id())) {
        values.put(change.parameter(), change.value());
      }
    }
    return new BenefitRules.Figures(day, values, before.used(), before.missing());
  }
}
