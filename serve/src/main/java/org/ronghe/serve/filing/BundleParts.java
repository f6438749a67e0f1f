package org.ronghe.serve.filing;

import java.time.LocalDate;
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
    Answers all = Answers.of(json.convertValue(answers, Map.class));
    Bundle bundle = room.bundle(id);
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

  /// What is wrong with the answers, each fault once; what another part fills may be missing.
  List<FormCheck.Fault> faults(List<Part> parts) {
    Map<String, FormCheck.Fault> faults = new LinkedHashMap<>();
    for (Part part : parts) {
      room.faults(part.service(), part.answers(), part.filled())
          .forEach(fault -> faults.putIfAbsent(fault.at() + fault.en(), fault));
    }
    return List.copyOf(faults.values());
  }
}
