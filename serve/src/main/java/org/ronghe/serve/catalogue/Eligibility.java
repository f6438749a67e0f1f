package org.ronghe.serve.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.rule.Advice;
import org.ronghe.engines.rule.Explanation;
import org.ronghe.engines.rule.eligibility.EligibilityRules;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.Requirement;
import org.ronghe.model.service.Service;
import org.springframework.stereotype.Component;

/// Whether someone may be given what they apply for: condition by condition and by the version's
/// own decision (DMN), with what would change it. It advises and never blocks: anyone may apply,
/// and the authority decides (行政许可法 29, 32).
@Component
public class Eligibility {
  private final CatalogueRoom room;

  Eligibility(CatalogueRoom room) {
    this.room = room;
  }

  /// For a service or bundle in the versions of today.
  ///
  /// @param answers nested by role; may be partial
  public Verdict of(String subject, Map<?, ?> answers) {
    Optional<Bundle> bundle = room.catalogue().bundle(subject);
    List<Service> services =
        bundle.isPresent() ? parts(bundle.get(), answers) : List.of(room.current(subject));
    List<Requirement> conditions =
        bundle.map(Bundle::conditions).orElseGet(() -> services.getFirst().conditions());
    return judge(conditions, services, answers, room.today());
  }

  /// For one version, as a case pins it, on the day of its filing.
  public Verdict of(Service service, Map<?, ?> answers, LocalDate day) {
    return judge(service.conditions(), List.of(service), answers, day);
  }

  /// Only the verdict, without the search for what would change it.
  public Answers.Verdict verdict(Service service, Map<?, ?> answers, LocalDate day) {
    Answers given = Answers.of(answers);
    List<Answers.Verdict> verdicts =
        new ArrayList<>(
            service.conditions().stream()
                .map(condition -> check(condition, given, day).verdict())
                .toList());
    room.rules(service).ifPresent(rules -> verdicts.add(rules.verdict(given, day)));
    return together(verdicts);
  }

  /// The elements that are looked at, of a service or bundle: what is asked before filing.
  public Set<String> asks(List<Requirement> conditions, List<Service> services) {
    Set<String> asks = new LinkedHashSet<>();
    conditions.stream()
        .flatMap(condition -> condition.all().stream())
        .map(AnswerTest::element)
        .forEach(asks::add);
    services.forEach(
        service -> room.rules(service).ifPresent(rules -> asks.addAll(rules.elements())));
    return asks;
  }

  /// The services of a bundle that these answers call for, in the versions of today.
  public List<Service> parts(Bundle bundle, Map<?, ?> answers) {
    Answers given = Answers.of(answers);
    return bundle.services().stream()
        .filter(part ->
            part.when() == null || given.test(part.when(), room.today()) != Answers.Verdict.NO)
        .flatMap(part -> room.catalogue().current(part.service(), room.today()).stream())
        .toList();
  }

  private Verdict judge(
      List<Requirement> conditions, List<Service> services, Map<?, ?> answers, LocalDate day) {
    Answers given = Answers.of(answers);
    List<Checked> checked =
        conditions.stream().map(condition -> check(condition, given, day)).toList();
    List<Decided> decided = new ArrayList<>();
    for (Service service : services) {
      room.rules(service).ifPresent(rules -> decided.add(decided(service, rules, given, day)));
    }
    List<Answers.Verdict> verdicts = new ArrayList<>();
    checked.forEach(one -> verdicts.add(one.verdict()));
    decided.forEach(one -> verdicts.add(one.verdict()));
    return new Verdict(together(verdicts), checked, decided);
  }

  private static Answers.Verdict together(List<Answers.Verdict> verdicts) {
    if (verdicts.contains(Answers.Verdict.NO)) {
      return Answers.Verdict.NO;
    }
    return verdicts.contains(Answers.Verdict.UNKNOWN)
        ? Answers.Verdict.UNKNOWN
        : Answers.Verdict.YES;
  }

  private static Checked check(Requirement condition, Answers given, LocalDate day) {
    List<Answers.Verdict> verdicts =
        condition.all().stream().map(test -> given.test(test, day)).toList();
    Answers.Verdict verdict = verdicts.isEmpty() ? Answers.Verdict.UNKNOWN : together(verdicts);
    return new Checked(condition.id(), condition.name(), verdict, condition.remedy());
  }

  private Decided decided(Service service, EligibilityRules rules, Answers given, LocalDate day) {
    Map<String, Element> elements = room.catalogue().elements();
    Set<String> fixed =
        rules.elements().stream()
            .filter(id -> element(elements, id).fixed())
            .collect(Collectors.toSet());
    EligibilityRules.Judged judged = rules.judge(given, day, fixed);
    return new Decided(
        service.id(),
        service.key().version(),
        service.name(),
        judged.verdict(),
        judged.lines(),
        judged.missing().stream().map(id -> new Asked(id, element(elements, id).name())).toList(),
        judged.changes().stream().map(change -> changed(elements, change)).toList());
  }

  private static Element element(Map<String, Element> elements, String id) {
    return Objects.requireNonNull(elements.get(id), id);
  }

  private static Changed changed(Map<String, Element> elements, Advice.Change change) {
    String to = shown(change.to());
    if (change.path().equals(EligibilityRules.DAY)) {
      return new Changed(
          change.path(),
          new Words("到 " + to + " 再申请，就符合。", "Apply on " + to + " or soon after it."));
    }
    Element element = element(elements, change.path());
    Words name = element.name();
    Words from = said(element, change.from());
    Words wanted = said(element, change.to());
    return new Changed(
        change.path(),
        new Words(
            "如果“" + name.zh() + "”是 " + wanted.zh() + "（现在是 " + from.zh() + "），就符合。",
            "It would be so if “"
                + name.en()
                + "” were "
                + wanted.en()
                + " (now "
                + from.en()
                + ")."));
  }

  private static Words said(Element element, @org.jspecify.annotations.Nullable Object value) {
    if (value == null) {
      return new Words("未答", "not answered");
    }
    Words words = element.said(value instanceof Boolean ? value : shown(value));
    return element.unit().isEmpty()
        ? words
        : new Words(words.zh() + " " + element.unit(), words.en() + " " + element.unit());
  }

  private static String shown(Object value) {
    return value instanceof java.math.BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /// @param conditions the conditions of acceptance, each by itself
  /// @param decisions what the rules of each service say; empty where it has none
  public record Verdict(
      Answers.Verdict verdict, List<Checked> conditions, List<Decided> decisions) {
    /// The same for eyes that may not see what was answered: verdicts only.
    public Verdict masked() {
      return new Verdict(
          verdict,
          conditions,
          decisions.stream()
              .map(one ->
                  new Decided(
                      one.service(),
                      one.version(),
                      one.name(),
                      one.verdict(),
                      List.of(),
                      List.of(),
                      List.of()))
              .toList());
    }
  }

  /// @param remedy what would change it
  public record Checked(String id, Words name, Answers.Verdict verdict, Words remedy) {}

  /// What the rules of one service say.
  ///
  /// @param lines decision by decision, with the rules that fired and their clauses
  /// @param missing what must be answered before it can be told
  /// @param changes single changes that would make it a yes
  public record Decided(
      String service,
      String version,
      Words name,
      Answers.Verdict verdict,
      List<Explanation.Line> lines,
      List<Asked> missing,
      List<Changed> changes) {}

  /// An element that is not answered.
  public record Asked(String element, Words name) {}

  /// One thing that would change a no.
  ///
  /// @param element its id, or `day`: the same application on a later day
  public record Changed(String element, Words words) {}
}
