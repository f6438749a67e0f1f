package org.ronghe.engines.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Fee;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Requirement;
import org.ronghe.model.service.Service;

/// The least that must be asked so that every service of the bundle knows what it wants to know.
final class MergedForm {
  private final Catalogue catalogue;
  private final Bundle bundle;
  private final List<Service> ordered;
  private final Waits waits;
  private final Map<String, Bundle.Part> parts;
  private final Set<String> tested = new HashSet<>();

  MergedForm(
      Catalogue catalogue,
      Bundle bundle,
      List<Service> ordered,
      Waits waits,
      Map<String, Bundle.Part> parts) {
    this.catalogue = catalogue;
    this.bundle = bundle;
    this.ordered = ordered;
    this.waits = waits;
    this.parts = parts;
    findTested();
  }

  /// What decides about other questions, papers, fees or eligibility must be known when filing, so
  /// it is asked though a later output would carry it.
  private void findTested() {
    bundle.conditions().forEach(this::tested);
    for (Service service : ordered) {
      service.conditions().forEach(this::tested);
      service.form().questions().map(Form.Question::when).forEach(this::tested);
      service.materials().stream().map(Material::when).forEach(this::tested);
      service.fees().stream().map(Fee::when).forEach(this::tested);
      service.outputs().stream().map(LicenceUse::when).forEach(this::tested);
      service.inputs().stream().map(LicenceUse::when).forEach(this::tested);
    }
    parts.values().stream().map(Bundle.Part::when).forEach(this::tested);
  }

  private void tested(Requirement requirement) {
    requirement.all().forEach(this::tested);
  }

  private void tested(@Nullable AnswerTest test) {
    if (test != null) {
      tested.add(test.element());
    }
  }

  List<BundlePlan.Question> questions() {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (Service service : ordered) {
      for (Form.Question question : service.form().questions().toList()) {
        Optional<String> producer = producer(service, question.element());
        drafts
            .computeIfAbsent(question.element(), Draft::new)
            .wantedBy(service, question, producer, parts.get(service.id()));
      }
    }
    return whenAfterWhatItTests(drafts.values().stream().map(draft -> draft.done(this)).toList());
  }

  /// A service `service` waits for in any case, whose output carries `element` in any case.
  private Optional<String> producer(Service service, String element) {
    if (tested.contains(element)) {
      return Optional.empty();
    }
    Set<String> before = waits.before(service.id());
    return ordered.stream()
        .filter(other -> before.contains(other.id()))
        .filter(other -> certain(parts.get(other.id())))
        .filter(other ->
            other.outputs().stream()
                .filter(output -> output.when() == null)
                .anyMatch(output -> fills(output.licence(), output.of(), element)))
        .map(Service::id)
        .findFirst();
  }

  private static boolean certain(Bundle.@Nullable Part part) {
    return part == null || (!part.optional() && part.when() == null);
  }

  private boolean fills(String licence, String of, String element) {
    LicenceKind kind = catalogue.licences().get(licence);
    return kind != null && kind.fills(of).contains(element);
  }

  private List<String> licencesThatFill(String element) {
    Set<String> kinds = new LinkedHashSet<>();
    for (Service service : ordered) {
      for (Material material : service.materials()) {
        for (String licence : material.licences()) {
          boolean comesLater =
              ordered.stream().anyMatch(other -> Waits.gives(other, licence, material.of()));
          if (!comesLater && fills(licence, material.of(), element)) {
            kinds.add(licence);
          }
        }
      }
    }
    return List.copyOf(kinds);
  }

  /// A question comes after those its conditions test; otherwise the order stays.
  private static List<BundlePlan.Question> whenAfterWhatItTests(List<BundlePlan.Question> given) {
    Set<String> asked = new HashSet<>();
    given.forEach(question -> asked.add(question.element()));
    List<BundlePlan.Question> left = new ArrayList<>(given);
    List<BundlePlan.Question> sorted = new ArrayList<>();
    Set<String> done = new HashSet<>();
    while (!left.isEmpty()) {
      BundlePlan.Question next =
          left.stream()
              .filter(question ->
                  question.when().stream()
                      .flatMap(condition -> condition.all().stream())
                      .map(AnswerTest::element)
                      .allMatch(tested -> done.contains(tested) || !asked.contains(tested)))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      sorted.add(next);
      done.add(next.element());
    }
    return sorted;
  }

  static BundlePlan.Condition condition(Bundle.@Nullable Part part, @Nullable AnswerTest when) {
    List<AnswerTest> all = new ArrayList<>();
    AnswerTest ofPart = part == null ? null : part.when();
    if (ofPart != null) {
      all.add(ofPart);
    }
    if (when != null && !when.equals(ofPart)) {
      all.add(when);
    }
    return new BundlePlan.Condition(part != null && part.optional() ? part.service() : null, all);
  }

  /// None when one of them always holds: then nothing has to be tested.
  static List<BundlePlan.Condition> anyOf(Set<BundlePlan.Condition> conditions) {
    return conditions.stream().anyMatch(BundlePlan.Condition::always)
        ? List.of()
        : List.copyOf(conditions);
  }

  /// An element on the way to its one question.
  private static final class Draft {
    private final String element;
    private final Set<String> askedFor = new LinkedHashSet<>();
    private final Set<BundlePlan.Condition> when = new LinkedHashSet<>();
    private boolean required;
    private boolean asked;
    private @Nullable String filledBy;

    Draft(String element) {
      this.element = element;
    }

    void wantedBy(
        Service service,
        Form.Question question,
        Optional<String> producer,
        Bundle.@Nullable Part part) {
      askedFor.add(service.id());
      if (producer.isPresent()) {
        filledBy = filledBy == null ? producer.get() : filledBy;
        return;
      }
      asked = true;
      required |= question.required();
      when.add(condition(part, question.when()));
    }

    BundlePlan.Question done(MergedForm form) {
      return new BundlePlan.Question(
          element,
          required,
          List.copyOf(askedFor),
          asked ? null : filledBy,
          asked ? form.licencesThatFill(element) : List.of(),
          asked ? anyOf(when) : List.of());
    }
  }
}
