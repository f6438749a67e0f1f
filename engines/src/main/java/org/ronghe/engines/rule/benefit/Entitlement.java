package org.ronghe.engines.rule.benefit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.Explanation;
import org.ronghe.engines.rule.Outcome;
import org.ronghe.model.pack.Words;

/// What one person gets of one benefit, line by line.
///
/// @param eligible null when it could not be decided: something of the person is not known and the
///   answer is not a plain yes
/// @param amount yuan per period; null when it could not be decided
/// @param lines one per decision, in the order they were made
/// @param missing names of what is not known of the person
/// @param figures the figures of the law that were used
public record Entitlement(
    String id,
    Words name,
    String per,
    Words law,
    @Nullable Boolean eligible,
    @Nullable BigDecimal amount,
    List<Explanation.Line> lines,
    List<String> missing,
    List<Used> figures) {

  /// @param source empty for a figure of our own (示例)
  public record Used(
      String id, Words name, BigDecimal value, String unit, String from, String source) {}

  static Entitlement of(
      BenefitRules rules,
      Map<String, ?> person,
      BenefitRules.Figures figures,
      Outcome asked,
      Outcome paid) {
    List<String> missing = missing(rules, person);
    Boolean eligible = asked.value() instanceof Boolean truth ? truth : null;
    // a no may come of a table's default for what is not known: then nothing is decided
    boolean undecided = !Boolean.TRUE.equals(eligible) && !missing.isEmpty();
    return new Entitlement(
        rules.benefit().id(),
        rules.benefit().name(),
        rules.benefit().per().name().toLowerCase(java.util.Locale.ROOT),
        rules.benefit().law(),
        undecided ? null : eligible,
        !undecided && paid.value() instanceof BigDecimal yuan ? yuan : null,
        Explanation.of(rules.benefit().model(), List.of(asked, paid)),
        missing,
        figures.used().stream().map(Entitlement::used).toList());
  }

  private static Used used(BenefitRules.Figure figure) {
    String source = figure.value().source();
    return new Used(
        figure.parameter().id(),
        figure.parameter().name(),
        figure.value().value(),
        figure.parameter().unit(),
        figure.value().from().toString(),
        source == null ? "" : source);
  }

  private static List<String> missing(BenefitRules rules, Map<String, ?> person) {
    return rules.fields().keySet().stream().filter(name -> person.get(name) == null).toList();
  }
}
