package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Service;
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
  private final JsonMapper json;

  BundleParts(CatalogueRoom room, JsonMapper json) {
    this.room = room;
    this.json = json;
  }

  /// @param waitingFor kinds of licence another part gives
  /// @param filled elements those licences will fill
  record Part(Service service, JsonNode answers, List<String> waitingFor, Set<String> filled) {}

  List<Part> of(String bundle, JsonNode answers, LocalDate today) {
    Answers all = Answers.of(json.convertValue(answers, Map.class));
    List<Service> services = new ArrayList<>();
    for (Bundle.Part part : room.bundle(bundle).services()) {
      if (all.applies(part.when(), today)) {
        services.add(room.current(part.service()));
      }
    }
    Set<String> given = new HashSet<>();
    services.forEach(service -> service.outputs().forEach(use -> given.add(use.licence())));
    return services.stream().map(service -> part(service, answers, all, given, today)).toList();
  }

  private Part part(
      Service service, JsonNode answers, Answers all, Set<String> given, LocalDate today) {
    Set<String> own = new HashSet<>();
    service.outputs().forEach(use -> own.add(use.licence()));
    List<String> waitingFor = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    for (LicenceUse use : service.inputs()) {
      boolean another = given.contains(use.licence()) && !own.contains(use.licence());
      if (another && all.applies(use.when(), today)) {
        waitingFor.add(use.licence());
        LicenceKind kind = room.catalogue().licences().get(use.licence());
        if (kind != null) {
          filled.addAll(kind.fills(use.of()));
        }
      }
    }
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
