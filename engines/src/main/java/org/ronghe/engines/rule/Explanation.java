package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.engines.rule.feel.Trace.Fault;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.pack.Words;

/// Why a decision came out as it did, line by line: each decision on the way with its value and,
/// where a table made it, the rules that fired with their clause. Clause and words are the table's
/// own annotations `clause`, `zh`, `en`.
public final class Explanation {
  private Explanation() {}

  /// One decision: its value and, where a table made it, the rules.
  public record Line(String decision, Words label, String value, List<Rule> rules) {
    public Line {
      rules = List.copyOf(rules);
    }
  }

  /// A rule that fired.
  ///
  /// @param number in its table, from 1; 0 when the table could not answer
  /// @param inputs values of the table's input columns
  public record Rule(int number, Map<String, String> inputs, String clause, String zh, String en) {}

  /// The lines of several outcomes of one model, each decision once, in the order they were made.
  public static List<Line> of(DecisionModel model, List<Outcome> outcomes) {
    Map<String, Words> labels = labels(model);
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      outcome
          .decided()
          .forEach((decision, value) -> {
            Words label = labels.getOrDefault(decision, new Words(decision, decision));
            lines.putIfAbsent(
                decision,
                new Line(decision, label, Text.of(value), rules(decision, outcome.fired())));
          });
    }
    return List.copyOf(lines.values());
  }

  /// All decisions of the model with their words, written `中文 / English` in the file.
  private static Map<String, Words> labels(DecisionModel model) {
    Map<String, Words> labels = new LinkedHashMap<>();
    model.decisions().forEach(one -> labels.put(one.name(), label(one.label(), one.name())));
    return labels;
  }

  private static Words label(String label, String name) {
    int slash = label.indexOf(" / ");
    if (slash < 0) {
      String only = label.isBlank() ? name : label;
      return new Words(only, only);
    }
    return new Words(label.substring(0, slash).strip(), label.substring(slash + 3).strip());
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
}
