package org.ronghe.serve.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.engines.bundle.BundleAnswer;
import org.ronghe.engines.bundle.BundlePlan;
import org.ronghe.engines.form.FormPages;
import org.ronghe.engines.form.FormSchema;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.Service;
import org.ronghe.serve.catalogue.BundleForms;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.catalogue.Eligibility;
import org.ronghe.serve.catalogue.Finder;
import org.ronghe.serve.catalogue.FlowView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What can be done, and what for it; open to anyone.
@RestController
@RequestMapping("/api/v1/serve")
class CatalogueController {
  private final CatalogueRoom room;
  private final Finder finder;
  private final BundleForms bundles;
  private final Eligibility eligibility;
  private final JsonMapper json;

  CatalogueController(
      CatalogueRoom room,
      Finder finder,
      BundleForms bundles,
      Eligibility eligibility,
      JsonMapper json) {
    this.room = room;
    this.finder = finder;
    this.bundles = bundles;
    this.eligibility = eligibility;
    this.json = json;
  }

  @GetMapping("/catalogue")
  List<Finder.Found> find(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String lifeEvent) {
    return finder.find(q.length() > 60 ? q.substring(0, 60) : q, lifeEvent);
  }

  @GetMapping("/catalogue/departments")
  Map<String, Words> departments() {
    return room.catalogue().departments();
  }

  @GetMapping("/catalogue/services/{id}")
  Map<String, Object> service(
      @PathVariable String id, @RequestParam(defaultValue = "") String version) {
    Service service = version.isEmpty() ? room.current(id) : room.version(id, version);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", service.id());
    answer.put("version", service.key().version());
    answer.put("name", service.name());
    answer.put("summary", service.summary());
    answer.put("department", service.department());
    answer.put("effectiveFrom", service.effectiveFrom());
    answer.put("lifeEvents", service.lifeEvents());
    answer.put("header", service.header().fields());
    answer.put("cited", service.cited());
    answer.put("sources", service.sources());
    answer.put("conditions", service.conditions());
    answer.put("checks", eligibility.asks(service.conditions(), List.of(service)));
    answer.put("materials", service.materials());
    answer.put("inputs", service.inputs());
    answer.put("outputs", service.outputs());
    answer.put("path", service.path());
    answer.put("flow", FlowView.of(service));
    answer.put("fees", service.fees());
    answer.put("outlets", service.outlets());
    answer.putAll(form("service/" + service.key(), service.form()));
    String ui = service.uiSchema();
    if (ui != null) {
      answer.put("uiSchema", json.readTree(ui));
    }
    return answer;
  }

  @GetMapping("/catalogue/bundles/{id}")
  Map<String, Object> bundle(
      @PathVariable String id, @RequestParam(defaultValue = "") Set<String> leftOut) {
    Bundle bundle = room.bundle(id);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", bundle.id());
    answer.put("name", bundle.name());
    answer.put("summary", bundle.summary());
    answer.put("lead", bundle.lead());
    answer.put("lifeEvents", bundle.lifeEvents());
    answer.put("conditions", bundle.conditions());
    answer.put(
        "checks", eligibility.asks(bundle.conditions(), eligibility.parts(bundle, Map.of())));
    answer.put("services", bundle.services());
    answer.put("published", bundle.published());
    answer.put("sources", bundle.sources());
    BundlePlan plan = bundles.plan(bundle, room.today(), leftOut);
    answer.put("materials", plan.materials());
    // why each is asked: the services that want to know it
    Map<String, Object> asked = new LinkedHashMap<>();
    plan.form().stream()
        .filter(BundlePlan.Question::asked)
        .forEach(question -> asked.put(question.element(), question.askedFor()));
    answer.put("asked", asked);
    answer.put("plan", plan.services().stream().map(Placed::of).toList());
    answer.put("waves", plan.waves());
    answer.put("criticalPath", plan.criticalPath());
    answer.put("promised_workingDays", plan.promised_workingDays());
    answer.put("gains", plan.gains());
    answer.put("comparisons", plan.comparisons());
    answer.putAll(form("bundle/" + bundle.id(), bundles.form(plan)));
    return answer;
  }

  private Map<String, Object> form(String id, Form form) {
    var elements = room.catalogue().elements();
    return Map.of(
        "schema", FormSchema.of(id, form, elements), "uiSchema", FormPages.of(form, elements));
  }

  /// May I? Answers may be partial; what is not answered is asked for, never assumed.
  @PostMapping("/eligibility/{subject}")
  Eligibility.Verdict check(@PathVariable String subject, @RequestBody JsonNode answers) {
    Map<?, ?> given = answers.isObject() ? json.convertValue(answers, Map.class) : Map.of();
    return eligibility.of(subject, given);
  }

  /// A service in its place in the bundle.
  record Placed(
      String service,
      String version,
      Words name,
      String department,
      boolean optional,
      int wave,
      int start_workingDay,
      int finish_workingDay,
      boolean critical,
      List<BundleAnswer.Wait> waits) {
    static Placed of(BundlePlan.Planned planned) {
      return new Placed(
          planned.service().id(),
          planned.service().key().version(),
          planned.service().name(),
          planned.service().department(),
          planned.part().optional(),
          planned.wave(),
          planned.start_workingDay(),
          planned.finish_workingDay(),
          planned.critical(),
          planned.waits());
    }
  }
}
