package org.ronghe.engines.rule.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.Advice;
import org.ronghe.engines.rule.Adviser;
import org.ronghe.engines.rule.Decision;
import org.ronghe.engines.rule.Decisions;
import org.ronghe.engines.rule.Outcome;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.pack.Words;

/// One benefit, compiled. Immutable; may be asked by many threads at once.
public final class BenefitRules {
  private final Benefit benefit;
  private final Decision amount;
  private final Decision eligible;

  private BenefitRules(Benefit benefit, Decision eligible, Decision amount) {
    this.benefit = benefit;
    this.eligible = eligible;
    this.amount = amount;
  }

  /// Compiles a benefit; empty after a notice.
  public static Optional<BenefitRules> compile(Benefit benefit, List<DecisionNotice> notices) {
    Decisions decisions = Decisions.compile(benefit.model());
    notices.addAll(decisions.notices());
    Optional<Decision> eligible = needed(decisions, "eligible", benefit, notices);
    Optional<Decision> amount = needed(decisions, "amount", benefit, notices);
    return decisions.notices().isEmpty() && eligible.isPresent() && amount.isPresent()
        ? Optional.of(new BenefitRules(benefit, eligible.get(), amount.get()))
        : Optional.empty();
  }

  private static Optional<Decision> needed(
      Decisions decisions, String name, Benefit benefit, List<DecisionNotice> notices) {
    Optional<Decision> found = decisions.decision(name);
    if (found.isEmpty() && decisions.notices().isEmpty()) {
      notices.add(
          new DecisionNotice(
              "benefit",
              benefit.model().file(),
              name,
              "",
              new Words("模型缺少这个决策。", "the model lacks this decision.")));
    }
    return found;
  }

  public Benefit benefit() {
    return benefit;
  }

  /// Its parameters on a date in a division; empty names what is missing.
  public Figures figures(LocalDate day, String division) {
    Map<String, @Nullable Object> values = new HashMap<>();
    List<Figure> used = new ArrayList<>();
    List<Words> missing = new ArrayList<>();
    for (Benefit.Parameter parameter : benefit.parameters()) {
      Optional<Benefit.Value> value = parameter.at(day, division);
      if (value.isEmpty()) {
        missing.add(parameter.name());
      } else {
        values.put(parameter.id(), value.get().value());
        used.add(new Figure(parameter, value.get()));
      }
    }
    return new Figures(day, values, used, missing);
  }

  /// Explains what one person gets.
  public Entitlement explain(Map<String, ?> person, Figures figures) {
    Map<String, @Nullable Object> inputs = inputs(whole(person), figures);
    Outcome asked = eligible.evaluate(inputs);
    Outcome paid = amount.evaluate(inputs);
    return Entitlement.of(this, person, figures, asked, paid);
  }

  /// Yuan per period; zero when there is no entitlement, null when it could not be decided.
  public @Nullable BigDecimal amount(Map<String, ?> person, Figures figures) {
    return amount.value(inputs(person, figures)) instanceof BigDecimal yuan ? yuan : null;
  }

  /// Whether entitled; null when it could not be decided.
  public @Nullable Boolean eligible(Map<String, ?> person, Figures figures) {
    return eligible.value(inputs(person, figures)) instanceof Boolean truth ? truth : null;
  }

  /// Both at once, with which rules fired: the way of a whole register.
  public Result result(Map<String, ?> person, Figures figures) {
    Map<String, @Nullable Object> inputs = inputs(person, figures);
    Outcome paid = amount.evaluate(inputs);
    Object decided = paid.made("eligible") ? paid.value("eligible") : eligible.value(inputs);
    return new Result(
        decided instanceof Boolean truth ? truth : null,
        paid.value() instanceof BigDecimal yuan ? yuan : null,
        paid);
  }

  /// The fields of a person that the model reads, and their types.
  public Map<String, String> fields() {
    Map<String, String> result = new LinkedHashMap<>();
    benefit.model().types().stream()
        .filter(type -> type.name().equals("tPerson"))
        .flatMap(type -> type.fields().stream())
        .forEach(field -> result.put(field.name(), field.typeRef()));
    return result;
  }

  /// The person with every field the model reads; what is not known is null.
  private Map<String, @Nullable Object> whole(Map<String, ?> person) {
    Map<String, @Nullable Object> result = new HashMap<>(person);
    fields().keySet().forEach(field -> result.putIfAbsent(field, null));
    return result;
  }

  private static Map<String, @Nullable Object> inputs(Map<String, ?> person, Figures figures) {
    Map<String, @Nullable Object> inputs = HashMap.newHashMap(3);
    inputs.put("person", person);
    inputs.put("parameters", figures.values());
    inputs.put("day", figures.day());
    return inputs;
  }

  /// Why one person is not entitled, and what would change it. Birth, sex and division stay as they
  /// are, and so does the law.
  public Advice advise(Map<String, ?> person, Figures figures) {
    return Adviser.yesOrNo(
            eligible, Set.of("parameters", "person.birth", "person.sex", "person.division"))
        .advise(inputs(whole(person), figures));
  }

  /// @param eligible null when it could not be decided
  /// @param amount null when it could not be decided
  public record Result(@Nullable Boolean eligible, @Nullable BigDecimal amount, Outcome outcome) {}

  /// The parameters in force.
  ///
  /// @param missing names of those without a figure for the day and place
  public record Figures(
      LocalDate day,
      Map<String, @Nullable Object> values,
      List<Figure> used,
      List<Words> missing) {}

  /// A parameter and its figure.
  public record Figure(Benefit.Parameter parameter, Benefit.Value value) {}
}
