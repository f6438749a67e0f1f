package org.ronghe.server.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.Explanation;
import org.ronghe.engines.rule.benefit.Entitlement;

/// One person's benefits, for people and for scripts.
final class PersonReport {
  private final Map<String, @Nullable Object> person;
  private final LocalDate day;
  private final List<ServeBenefits.Explained> all;

  PersonReport(
      Map<String, @Nullable Object> person, LocalDate day, List<ServeBenefits.Explained> all) {
    this.person = person;
    this.day = day;
    this.all = all;
  }

  private boolean synthetic() {
    return Boolean.TRUE.equals(person.get("synthetic"));
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("date", day.toString());
    result.put("synthetic", synthetic());
    if (synthetic()) {
      result.put("label", "合成 / synthetic");
    }
    Map<String, @Nullable Object> known = new LinkedHashMap<>();
    person.forEach((name, value) -> known.put(name, plain(value)));
    result.put("person", known);
    result.put("benefits", all.stream().map(PersonReport::json).toList());
    return result;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof LocalDate date ? date.toString() : value;
  }

  private static Map<String, @Nullable Object> json(ServeBenefits.Explained one) {
    Entitlement entitlement = one.entitlement();
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("id", entitlement.id());
    result.put("name", entitlement.name());
    result.put("eligible", entitlement.eligible());
    result.put("amount", entitlement.amount());
    result.put("per", entitlement.per());
    result.put("law", entitlement.law());
    result.put("lines", entitlement.lines());
    result.put("figures", entitlement.figures());
    result.put("missing", entitlement.missing());
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    one.advice()
        .changes()
        .forEach(change -> {
          Map<String, @Nullable Object> shown = new LinkedHashMap<>();
          shown.put("input", change.path());
          shown.put("from", plain(change.from()));
          shown.put("to", plain(change.to()));
          shown.put("words", change.words());
          changes.add(shown);
        });
    result.put("wouldChangeIt", changes);
    return result;
  }

  String words() {
    StringBuilder text = new StringBuilder();
    if (synthetic()) {
      text.append(Words.say("【合成人口，并无此人】", "[SYNTHETIC: this person does not exist]")).append('\n');
    }
    for (ServeBenefits.Explained one : all) {
      benefit(one, text);
    }
    return text.toString().stripTrailing();
  }

  private static void benefit(ServeBenefits.Explained one, StringBuilder text) {
    Entitlement entitlement = one.entitlement();
    Boolean eligible = entitlement.eligible();
    BigDecimal amount = entitlement.amount();
    String mark = eligible == null ? "? " : eligible ? "✓ " : "✗ ";
    text.append(mark).append(say(entitlement.name()));
    if (Boolean.TRUE.equals(eligible) && amount != null && amount.signum() > 0) {
      text.append("  ")
          .append(amount.stripTrailingZeros().toPlainString())
          .append(' ')
          .append(per(entitlement.per()));
    }
    text.append("   ").append(say(entitlement.law())).append('\n');
    for (Explanation.Line line : entitlement.lines()) {
      text.append("    ").append(say(line.label())).append(" = ").append(line.value()).append('\n');
      line.rules().forEach(rule -> rule(rule, text));
    }
    if (!entitlement.missing().isEmpty() && !Boolean.TRUE.equals(eligible)) {
      text.append("    ")
          .append(Words.say("还不知道：", "not known: "))
          .append(String.join(", ", entitlement.missing()))
          .append('\n');
    }
    one.advice()
        .changes()
        .forEach(change ->
            text.append("    → ")
                .append(
                    Words.say(
                        "若 " + change.words().zh() + "，则可以",
                        "it would be if " + change.words().en()))
                .append('\n'));
  }

  private static void rule(Explanation.Rule rule, StringBuilder text) {
    String inputs =
        rule.inputs().entrySet().stream()
            .map(input -> label(input.getKey()) + " " + input.getValue())
            .collect(Collectors.joining("; "));
    text.append("      #")
        .append(rule.number())
        .append(' ')
        .append(Words.say(rule.zh(), rule.en()))
        .append(rule.clause().isEmpty() ? "" : "（" + rule.clause() + "）")
        .append("  [")
        .append(inputs)
        .append("]\n");
  }

  /// Columns are labelled `中文 / English`.
  private static String label(String both) {
    int slash = both.indexOf(" / ");
    return slash < 0 ? both : Words.say(both.substring(0, slash), both.substring(slash + 3));
  }

  private static String per(String per) {
    return switch (per) {
      case "month" -> Words.say("元/月", "yuan a month");
      case "year" -> Words.say("元/年", "yuan a year");
      default -> Words.say("元（一次）", "yuan, once");
    };
  }

  static String say(org.ronghe.model.pack.Words words) {
    return Words.say(words.zh(), words.en());
  }
}
