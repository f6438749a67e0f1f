package org.ronghe.engines.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.rule.Decision;
import org.ronghe.engines.rule.Decisions;
import org.ronghe.engines.rule.FormInputs;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.decision.DeclaredDecision;
import org.ronghe.model.decision.DeclaredType;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Service;

/// Which way a drawn path goes on where it chooses: the first link whose condition (FEEL over the
/// answers) holds, else the usual one; a missing answer makes no condition hold. Immutable; may be
/// asked by many threads at once.
public final class Ways {
  private final Service service;
  private final Map<String, String> types;
  private final Map<String, Decision> conditions;

  private Ways(Service service, Map<String, String> types, Map<String, Decision> conditions) {
    this.service = service;
    this.types = types;
    this.conditions = conditions;
  }

  /// Compiles the conditions of a version's path; what is not understood becomes a notice.
  ///
  /// @param elements all elements the form asks, by id
  public static Ways compile(
      Service service, Map<String, Element> elements, List<DecisionNotice> notices) {
    Map<String, String> types = new LinkedHashMap<>();
    service
        .form()
        .questions()
        .forEach(question -> {
          Element element = elements.get(question.element());
          if (element != null) {
            types.put(element.id(), element.type().feel());
          }
        });
    Map<String, Decision> conditions = new HashMap<>();
    Flow flow = service.flow();
    if (flow != null && flow.links().stream().anyMatch(link -> link.when() != null)) {
      Decisions decisions = Decisions.compile(model(service, flow, types));
      notices.addAll(decisions.notices());
      flow.links()
          .forEach(link ->
              decisions.decision(link.id()).ifPresent(one -> conditions.put(link.id(), one)));
    }
    return new Ways(service, types, conditions);
  }

  private static DecisionModel model(Service service, Flow flow, Map<String, String> types) {
    Map<String, List<DeclaredType>> roles = new LinkedHashMap<>();
    types.forEach((element, type) -> {
      int dot = element.indexOf('.');
      roles
          .computeIfAbsent(element.substring(0, dot), _ -> new ArrayList<>())
          .add(new DeclaredType(element.substring(dot + 1), type, false, "", "", List.of(), false));
    });
    List<DeclaredType> structures = new ArrayList<>();
    List<DecisionModel.Declared> inputs = new ArrayList<>();
    roles.forEach((role, fields) -> {
      structures.add(new DeclaredType("t_" + role, "", false, "", "", fields, false));
      inputs.add(new DecisionModel.Declared(role, "t_" + role, ""));
    });
    List<DeclaredDecision> decisions = new ArrayList<>();
    for (Flow.Link link : flow.links()) {
      if (link.when() != null) {
        decisions.add(
            new DeclaredDecision(
                link.id(),
                "boolean",
                "",
                List.copyOf(roles.keySet()),
                new Boxed.Literal(link.when())));
      }
    }
    return new DecisionModel(
        service.key() + " path.bpmn",
        service.id(),
        "",
        structures,
        inputs,
        decisions,
        List.of(),
        List.of());
  }

  /// The event with the ways the case takes after it.
  ///
  /// @param before the state it happens in; it must be allowed there
  public CaseEvent told(CaseState before, CaseEvent event, Answers answers) {
    String passed =
        event.verb() == Verb.ELAPSE
            ? event.step()
            : before.stepOf(event.verb(), event.step()).map(step -> step.id()).orElse("");
    boolean moves =
        switch (event.verb()) {
          case ACCEPT, DEEM, REVIEW, ELAPSE, APPROVE, ISSUE, DELIVER -> true;
          case WAIT, FILE, NOT_ACCEPT, RETURN, CORRECT, SUSPEND, RESUME, EXTEND -> false;
          case REFUSE, WITHDRAW, MIGRATE, RATE, COMPLAIN -> false;
        };
    if (service.flow() == null || !moves) {
      return event;
    }
    Set<String> behind = new HashSet<>(before.done());
    behind.add(passed);
    List<String> taken = new ArrayList<>();
    List<Flow.Choice> choices = Path.at(service, behind).choices();
    while (!choices.isEmpty()) {
      for (Flow.Choice choice : choices) {
        String way = way(service.flow(), choice, answers);
        taken.add(way);
        behind.add(way);
      }
      choices = Path.at(service, behind).choices();
    }
    return event.by(taken);
  }

  private String way(Flow flow, Flow.Choice choice, Answers answers) {
    Map<String, @Nullable Object> inputs = FormInputs.of(types, answers);
    for (Flow.Link link : flow.from(choice.id())) {
      Decision condition = conditions.get(link.id());
      if (condition != null && Boolean.TRUE.equals(condition.value(inputs))) {
        return link.id();
      }
    }
    return Objects.requireNonNull(choice.usual(), choice.id());
  }
}
