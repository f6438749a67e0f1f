package org.ronghe.engines.rule.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.rule.Advice;
import org.ronghe.engines.rule.Adviser;
import org.ronghe.engines.rule.Decision;
import org.ronghe.engines.rule.Decisions;
import org.ronghe.engines.rule.Explanation;
import org.ronghe.engines.rule.FormInputs;
import org.ronghe.engines.rule.Outcome;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.decision.DeclaredType;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.Service;

/// The decision `eligible` of a service version, compiled. Its inputs are the roles of the form, as
/// structures of their elements, and `day`, the day of filing. Immutable; may be asked by many
/// threads at once.
public final class EligibilityRules {
  /// The decision that is asked.
  public static final String ELIGIBLE = "eligible";

  /// The input that holds the day of filing.
  public static final String DAY = "day";

  private final Form form;
  private final Decision decision;
  private final Map<String, String> elements;

  private EligibilityRules(Form form, Decision decision) {
    this.form = form;
    this.decision = decision;
    this.elements = read(decision);
  }

  /// Compiles the rules of a version; empty when it has none, or after a notice.
  public static Optional<EligibilityRules> compile(Service service, List<DecisionNotice> notices) {
    DecisionModel model = service.eligibility();
    if (model == null) {
      return Optional.empty();
    }
    Decisions decisions = Decisions.compile(model);
    notices.addAll(decisions.notices());
    Optional<Decision> eligible = decisions.decision(ELIGIBLE);
    if (eligible.isEmpty() && decisions.notices().isEmpty()) {
      notices.add(
          new DecisionNotice(
              "eligible",
              model.file(),
              ELIGIBLE,
              "",
              new Words("模型缺少这个决策。", "the model lacks this decision.")));
    }
    return decisions.notices().isEmpty()
        ? eligible.map(one -> new EligibilityRules(service.form(), one))
        : Optional.empty();
  }

  private static Map<String, String> read(Decision decision) {
    Map<String, String> elements = new LinkedHashMap<>();
    for (DecisionModel.Declared input : decision.model().inputs()) {
      if (decision.inputs().contains(input.name())) {
        decision.model().types().stream()
            .filter(type -> type.name().equals(input.typeRef()))
            .map(DeclaredType::fields)
            .flatMap(List::stream)
            .forEach(field -> elements.put(input.name() + "." + field.name(), field.typeRef()));
      }
    }
    return elements;
  }

  /// The elements it looks at, in the order of the model.
  public Set<String> elements() {
    return elements.keySet();
  }

  /// Whether these answers, which may be partial, are enough for a yes. A missing answer is never
  /// taken for anything: while one that would be asked is missing, nothing is decided.
  public Answers.Verdict verdict(Answers answers, LocalDate day) {
    return missing(answers, day).isEmpty()
        ? verdict(decision.value(inputs(answers, day)))
        : Answers.Verdict.UNKNOWN;
  }

  /// The same with the reasons, and what would change a no.
  ///
  /// @param fixed elements that nobody can change, such as the sex; days that have passed are so of
  ///   themselves
  public Judged judge(Answers answers, LocalDate day, Set<String> fixed) {
    Map<String, @Nullable Object> inputs = inputs(answers, day);
    Outcome outcome = decision.evaluate(inputs);
    List<String> missing = missing(answers, day);
    Answers.Verdict verdict =
        missing.isEmpty() ? verdict(outcome.value()) : Answers.Verdict.UNKNOWN;
    List<Advice.Change> changes =
        verdict == Answers.Verdict.NO
            ? changes(inputs, day, fixed(answers, day, fixed))
            : List.of();
    return new Judged(
        verdict, Explanation.of(decision.model(), List.of(outcome)), missing, changes);
  }

  private static Answers.Verdict verdict(@Nullable Object value) {
    return value instanceof Boolean truth
        ? truth ? Answers.Verdict.YES : Answers.Verdict.NO
        : Answers.Verdict.UNKNOWN;
  }

  /// What it looks at, would be asked, and is not answered.
  private List<String> missing(Answers answers, LocalDate day) {
    Set<String> notAsked = new HashSet<>();
    form.questions()
        .filter(one -> one.when() != null && answers.test(one.when(), day) == Answers.Verdict.NO)
        .forEach(one -> notAsked.add(one.element()));
    return elements.entrySet().stream()
        .filter(one -> FormInputs.value(answers, one.getKey(), one.getValue()) == null)
        .map(Map.Entry::getKey)
        .filter(element -> !notAsked.contains(element))
        .toList();
  }

  private Map<String, @Nullable Object> inputs(Answers answers, LocalDate day) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    inputs.put(DAY, day);
    inputs.putAll(FormInputs.of(elements, answers));
    return inputs;
  }

  private Set<String> fixed(Answers answers, LocalDate day, Set<String> fixed) {
    Set<String> all = new HashSet<>(fixed);
    elements.forEach((element, type) -> {
      if (FormInputs.value(answers, element, type) instanceof LocalDate date
          && !date.isAfter(day)) {
        all.add(element);
      }
    });
    return all;
  }

  private List<Advice.Change> changes(
      Map<String, @Nullable Object> inputs, LocalDate day, Set<String> fixed) {
    List<Advice.Change> changes = new ArrayList<>();
    for (Advice.Change change : Adviser.yesOrNo(decision, fixed).advise(inputs).changes()) {
      boolean passed =
          change.path().equals(DAY) && change.to() instanceof LocalDate to && !to.isAfter(day);
      if (!passed) {
        changes.add(change);
      }
    }
    return changes;
  }

  /// What was found.
  ///
  /// @param lines one for each decision on the way, with rules and clauses
  /// @param missing elements that must be answered before it can be told
  /// @param changes single changes that would make it a yes; the path is an element or `day`
  public record Judged(
      Answers.Verdict verdict,
      List<Explanation.Line> lines,
      List<String> missing,
      List<Advice.Change> changes) {
    public Judged {
      lines = List.copyOf(lines);
      missing = List.copyOf(missing);
      changes = List.copyOf(changes);
    }
  }
}
