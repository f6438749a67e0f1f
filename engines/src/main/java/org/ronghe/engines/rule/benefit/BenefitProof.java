package org.ronghe.engines.rule.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronghe.engines.rule.Explanation;
import org.ronghe.engines.rule.TableAnalysis;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.engines.rule.feel.Values;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.pack.Words;

/// Plays a benefit's examples and looks for gaps and overlaps in its tables.
public final class BenefitProof {
  private BenefitProof() {}

  /// Everything that is wrong with the benefit; empty when it proves itself.
  public static List<DecisionNotice> failures(Benefit benefit) {
    List<DecisionNotice> notices = new ArrayList<>();
    BenefitRules.compile(benefit, notices)
        .ifPresent(rules -> {
          benefit.examples().forEach(example -> play(rules, example, notices));
          notices.addAll(TableAnalysis.of(benefit.model()).notices());
        });
    return notices;
  }

  private static void play(
      BenefitRules rules, Benefit.Example example, List<DecisionNotice> notices) {
    Benefit benefit = rules.benefit();
    String place = "示例 / example “" + example.name().en() + "”";
    String division = Text.of(example.person().get("division"));
    BenefitRules.Figures figures = rules.figures(example.date(), division);
    for (Words missing : figures.missing()) {
      notices.add(
          notice(
              benefit,
              place,
              example.date().toString(),
              "参数“" + missing.zh() + "”在这一天没有数值。",
              "the parameter “" + missing.en() + "” has no figure on this day."));
    }
    if (!figures.missing().isEmpty()) {
      return;
    }
    Entitlement got = rules.explain(example.person(), figures);
    example
        .expected()
        .forEach((decision, value) -> {
          String text = value(got, decision);
          if (!Boolean.TRUE.equals(Values.equal(Text.of(value), text))) {
            notices.add(
                notice(
                    benefit,
                    place,
                    decision,
                    "应为 " + Text.of(value) + "，算出 " + text + "。",
                    "expected " + Text.of(value) + ", got " + text + "."));
          }
        });
    for (Map.Entry<String, List<Integer>> rule : example.rules().entrySet()) {
      List<Integer> fired = fired(got, rule.getKey());
      if (!fired.equals(rule.getValue())) {
        notices.add(
            notice(
                benefit,
                place,
                rule.getKey(),
                "应命中规则 " + rule.getValue() + "，实际 " + fired + "。",
                "rules " + rule.getValue() + " should fire, but " + fired + " did."));
      }
    }
  }

  private static String value(Entitlement got, String decision) {
    return got.lines().stream()
        .filter(line -> line.decision().equals(decision))
        .map(Explanation.Line::value)
        .findFirst()
        .orElse("—");
  }

  private static List<Integer> fired(Entitlement got, String decision) {
    return got.lines().stream()
        .filter(line -> line.decision().equals(decision))
        .flatMap(line -> line.rules().stream())
        .map(Explanation.Rule::number)
        .toList();
  }

  private static DecisionNotice notice(
      Benefit benefit, String place, String value, String zh, String en) {
    return new DecisionNotice("benefit-example", benefit.file(), place, value, new Words(zh, en));
  }
}
