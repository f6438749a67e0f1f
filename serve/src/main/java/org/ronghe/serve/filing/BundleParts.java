package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.engines.bundle.BundleAnswer;
import org.ronghe.engines.bundle.BundlePlan;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Service;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.BundleForms;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.catalogue.FormCheck;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes the answers to a bundle's one form apart: each service gets what it asks, and waits for
/// what another gives.
@Component
class BundleParts {
  private static final int MOST_UNASKED = 100;
  private final CatalogueRoom room;
  private final BundleForms bundles;
  private final JsonMapper json;

  BundleParts(CatalogueRoom room, BundleForms bundles, JsonMapper json) {
    this.room = room;
    this.bundles = bundles;
    this.json = json;
  }

  /// @param waitingFor kinds of licence another part gives
  /// @param filled elements those licences will fill
  record Part(Service service, JsonNode answers, List<String> waitingFor, Set<String> filled) {}

  List<Part> of(String id, JsonNode answers, Set<String> unwanted, LocalDate today) {
    Bundle bundle = room.bundle(id);
    refuseUnknown(unwanted);
    Answers all = Answers.of(json.convertValue(answers, Map.class));
    Set<String> leftOut = new HashSet<>();
    for (Bundle.Part part : bundle.services()) {
      boolean dropped = part.optional() && unwanted.contains(part.service());
      if (dropped || !all.applies(part.when(), today)) {
        leftOut.add(part.service());
      }
    }
    BundlePlan plan = bundles.plan(bundle, today, leftOut);
    return plan.services().stream().map(planned -> part(planned, plan, answers)).toList();
  }

  private void refuseUnknown(Set<String> unwanted) {
    for (String service : unwanted) {
      if (room.catalogue().services().stream().noneMatch(one -> one.id().equals(service))) {
        throw Problem.badRequest(
                "left-out",
                "没有事项 " + service + "，请从 leftOut 中去掉。",
                "There is no service " + service + "; take it out of leftOut.")
            .at("leftOut");
      }
    }
  }

  private Part part(BundlePlan.Planned planned, BundlePlan plan, JsonNode answers) {
    Service service = planned.service();
    List<String> waitingFor =
        planned.waits().stream().map(BundleAnswer.Wait::licence).distinct().toList();
    Set<String> filled =
        plan.form().stream()
            .filter(question -> !question.asked() && question.askedFor().contains(service.id()))
            .map(BundlePlan.Question::element)
            .collect(Collectors.toSet());
    return new Part(service, subset(service, answers), waitingFor, filled);
  }

  private List<String> unasked(String id, JsonNode answers) {
    Set<String> asked =
        room.bundle(id).services().stream()
            .flatMap(part -> room.current(part.service()).form().questions())
            .map(question -> question.element())
            .collect(Collectors.toSet());
    List<String> unasked = new ArrayList<>();
    for (var role : answers.properties()) {
      if (!role.getValue().isObject()) {
        unasked.add("/" + role.getKey());
      }
      for (var field : role.getValue().properties()) {
        if (!asked.contains(role.getKey() + "." + field.getKey())) {
          unasked.add("/" + role.getKey() + "/" + field.getKey());
        }
      }
    }
    return unasked.size() <= MOST_UNASKED ? unasked : unasked.subList(0, MOST_UNASKED);
  }

  private JsonNode subset(Service service, JsonNode answers) {
    ObjectNode subset = json.createObjectNode();
    service
        .form()
        .questions()
        .forEach(question -> {
          String[] path = question.element().split("\\.", 2);
          JsonNode value = answers.path(path[0]).path(path[1]);
          if (!value.isMissingNode() && !value.isNull()) {
            ObjectNode role =
                subset.has(path[0]) ? (ObjectNode) subset.get(path[0]) : subset.putObject(path[0]);
            role.set(path[1], value);
          }
        });
    return subset;
  }

  /// What is wrong with the answers, each fault once; what another part fills may be missing, what
  /// no service of the bundle asks may not be there.
  List<FormCheck.Fault> faults(String id, List<Part> parts, JsonNode answers) {
    Map<String, FormCheck.Fault> faults = new LinkedHashMap<>();
    unasked(id, answers)
        .forEach(at ->
            faults.put(
                at,
                new FormCheck.Fault(at, "这件事不问这一项，请去掉。", "This is not asked here; leave it out.")));
    for (Part part : parts) {
      room.faults(part.service(), part.answers(), part.filled())
          .forEach(fault -> faults.putIfAbsent(fault.at() + fault.en(), fault));
    }
    return List.copyOf(faults.values());
  }
}
