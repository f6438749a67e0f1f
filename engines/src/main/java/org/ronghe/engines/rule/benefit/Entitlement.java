package org.ronghe.engines.rule.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.Fired;
import org.ronghe.engines.rule.Outcome;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.engines.rule.feel.Trace.Fault;
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
    List<Line> lines,
    List<String> missing,
    List<Used> figures) {

  /// One decision: its value and, where a table made it, the rules.
  public record Line(String decision, Words label, String value, List<Rule> rules) {}

  /// A rule that fired.
  ///
  /// @param number in its table, from 1
  /// @param inputs values of the table's input columns
  public record Rule(int number, Map<String, String> inputs, String clause, String zh, String en) {}

  /// @param source empty for a figure of our own (示例)
  public record Used(
      String id, Words name, BigDecimal value, String unit, String from, String source) {}

  static Entitlement of(
      BenefitRules rules,
      Map<String, ?> person,
      BenefitRules.Figures figures,
      Outcome asked,
      Outcome paid) {
    Map<String, Words> labels = rules.labels();
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Outcome outcome : List.of(asked, paid)) {
      outcome
          .decided()
          .forEach((decision, value) -> {
            Words label = labels.getOrDefault(decision, new Words(decision, decision));
            lines.putIfAbsent(
                decision,
                new Line(decision, label, Text.of(value), rules(decision, outcome.fired())));
          });
    }
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
        List.copyOf(lines.values()),
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

  private static List<Rule> rules(String decision, List<Fired> fired) {
    List<Rule> result = new ArrayList<>();
    for (Fired one : fired) {
      if (!one.decision().equals(decision)) {
        continue;
      }
      Map<String, String> inputs = new LinkedHashMap<>();
      one.inputs().forEach((name, value) -> inputs.put(name, Text.of(value)));
      Fault fault = one.fault();
      if (fault != null) {
        result.add(new Rule(0, inputs, "", zh(fault), en(fault)));
      }
      for (int rule : one.rules()) {
        result.add(
            new Rule(
                rule,
                inputs,
                one.annotation(rule, "clause"),
                one.annotation(rule, "zh"),
                one.annotation(rule, "en")));
      }
    }
    return result;
  }

  private static String zh(Fault fault) {
    return switch (fault) {
      case INPUT_NOT_ALLOWED -> "输入值不在允许的范围内";
      case SEVERAL_MATCH -> "有几条规则同时符合，只允许一条";
      case OUTPUTS_DIFFER -> "符合的规则结果不一致";
    };
  }

  private static String en(Fault fault) {
    return switch (fault) {
      case INPUT_NOT_ALLOWED -> "an input is not among the allowed values";
      case SEVERAL_MATCH -> "several rules match and only one may";
      case OUTPUTS_DIFFER -> "the rules that match differ in their output";
    };
  }

  private static List<String> missing(BenefitRules rules, Map<String, ?> person) {
    return rules.fields().keySet().stream().filter(name -> person.get(name) == null).toList();
  }
}
