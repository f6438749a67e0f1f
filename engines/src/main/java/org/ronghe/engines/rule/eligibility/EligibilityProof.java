package org.ronghe.engines.rule.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.rule.Explanation;
import org.ronghe.engines.rule.TableAnalysis;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Example;
import org.ronghe.model.service.Service;

/// Plays the examples of a service through its rules of eligibility and looks for gaps and overlaps
/// in their tables.
public final class EligibilityProof {
  private EligibilityProof() {}

  /// What is wrong with the model by itself: not understood, gaps, overlaps, dead rules.
  public static List<DecisionNotice> ofModel(Service service) {
    List<DecisionNotice> notices = new ArrayList<>();
    DecisionModel model = service.eligibility();
    if (EligibilityRules.compile(service, notices).isPresent() && model != null) {
      notices.addAll(TableAnalysis.of(model).notices());
    }
    return notices;
  }

  /// What does not come out as an example says. Every example of a service with rules says what the
  /// rules answer; between them they show a yes and a no.
  ///
  /// @param day the day of filing of each example
  public static List<Words> ofExamples(
      Service service, java.util.function.Function<Example, LocalDate> day) {
    Optional<EligibilityRules> rules = EligibilityRules.compile(service, new ArrayList<>());
    List<Words> wrong = new ArrayList<>();
    if (rules.isEmpty()) {
      return wrong;
    }
    for (Example example : service.examples()) {
      play(rules.get(), example, day.apply(example), wrong);
    }
    for (String wanted : List.of("true", "false")) {
      if (service.examples().stream().noneMatch(one -> wanted.equals(one.eligible()))) {
        wrong.add(
            new Words(
                "没有一个示例写明 eligible: " + wanted + "。", "no example says eligible: " + wanted + "."));
      }
    }
    return wrong;
  }

  private static void play(
      EligibilityRules rules, Example example, LocalDate day, List<Words> wrong) {
    EligibilityRules.Judged judged = rules.judge(Answers.of(example.answers()), day, Set.of());
    String got =
        switch (judged.verdict()) {
          case YES -> "true";
          case NO -> "false";
          case UNKNOWN -> "unknown";
        };
    String said = example.eligible();
    if (!got.equals(said)) {
      String why = judged.missing().isEmpty() ? "" : " " + judged.missing();
      wrong.add(
          new Words(
              example.id() + "：资格预检是 " + got + why + "，示例说 " + (said == null ? "—" : said) + "。",
              example.id()
                  + ": eligible is "
                  + got
                  + why
                  + ", the example says "
                  + (said == null ? "nothing" : said)
                  + "."));
    }
    for (Map.Entry<String, List<Integer>> rule : example.rules().entrySet()) {
      List<Integer> fired =
          judged.lines().stream()
              .filter(line -> line.decision().equals(rule.getKey()))
              .flatMap(line -> line.rules().stream())
              .map(Explanation.Rule::number)
              .toList();
      if (!fired.equals(rule.getValue())) {
        wrong.add(
            new Words(
                example.id() + "：" + rule.getKey() + " 应命中规则 " + rule.getValue() + "，实际 " + fired,
                example.id()
                    + ": rules "
                    + rule.getValue()
                    + " of "
                    + rule.getKey()
                    + " should fire, but "
                    + fired
                    + " did"));
      }
    }
  }
}
