package org.ronghe.serve.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.bundle.BundleAnswer;
import org.ronghe.engines.bundle.BundleEngine;
import org.ronghe.engines.bundle.BundlePlan;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Form;
import org.ronghe.office.problem.Problem;
import org.springframework.stereotype.Component;

/// Bundles worked out with the versions of the day.
@Component
public class BundleForms {
  private final CatalogueRoom room;

  BundleForms(CatalogueRoom room) {
    this.room = room;
  }

  /// The plan; refused when its services wait in a circle or are not effective.
  public BundlePlan plan(Bundle bundle, LocalDate day, Set<String> leftOut) {
    return switch (BundleEngine.plan(room.catalogue(), bundle, day, leftOut)) {
      case BundleAnswer.Planned(BundlePlan plan) -> plan;
      case BundleAnswer.Circle circle ->
          throw Problem.conflict(
              "bundle-circle",
              "这件事的事项互相等待：" + circle.waits(),
              "The services of this bundle wait for each other: " + circle.waits());
      case BundleAnswer.NotEffective none ->
          throw Problem.conflict(
              "bundle-not-effective",
              "当日没有有效版本：" + none.services(),
              "No version is effective today: " + none.services());
    };
  }

  /// The one form, a section for each role. A question with several conditions is shown always and
  /// required by none: the server tests what each service wants.
  public Form form(BundlePlan plan) {
    Map<String, List<Form.Question>> byRole = new LinkedHashMap<>();
    for (BundlePlan.Question question : plan.form()) {
      if (question.asked()) {
        String role = question.element().substring(0, question.element().indexOf('.'));
        AnswerTest only = only(question.when());
        boolean certain = question.when().isEmpty() || only != null;
        byRole
            .computeIfAbsent(role, _ -> new ArrayList<>())
            .add(new Form.Question(question.element(), question.required() && certain, only));
      }
    }
    List<Form.Section> sections = new ArrayList<>();
    byRole.forEach((role, questions) ->
        sections.add(
            new Form.Section(
                role,
                room.catalogue().roles().getOrDefault(role, new Words(role, role)),
                questions)));
    return new Form(sections);
  }

  private static @Nullable AnswerTest only(List<BundlePlan.Condition> conditions) {
    boolean one =
        conditions.size() == 1
            && conditions.getFirst().chosen() == null
            && conditions.getFirst().all().size() == 1;
    return one ? conditions.getFirst().all().getFirst() : null;
  }
}
