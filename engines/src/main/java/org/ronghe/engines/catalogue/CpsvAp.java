package org.ronghe.engines.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Fee;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Outlet;
import org.ronghe.model.service.Requirement;
import org.ronghe.model.service.Service;

/// The services effective on one day as CPSV-AP 3.2.0 JSON-LD: public services, the departments
/// that answer for them, requirements, evidence, outputs, channels, costs, rules and life events.
///
/// `cv:processingTime` has no word for working days: it gives the promised number as days, and
/// `ronghe:promised` gives number and unit as published.
public final class CpsvAp {
  private final Catalogue catalogue;
  private final String base;
  private final List<Object> graph = new ArrayList<>();
  private final Set<String> written = new LinkedHashSet<>();

  private CpsvAp(Catalogue catalogue, String base) {
    this.catalogue = catalogue;
    this.base = base;
  }

  /// @param base what every identifier begins with, e.g. `https://county.example/id/`
  /// @param place name of the county the services are for
  public static Map<String, Object> of(
      Catalogue catalogue, LocalDate day, String base, Words place) {
    return new CpsvAp(catalogue, base).write(day, place);
  }

  private Map<String, Object> write(LocalDate day, Words place) {
    node("place", "dct:Location").put("skos:prefLabel", both(place));
    Map<String, Object> county = node("county", "cv:PublicOrganisation");
    county.put("@type", List.of("cv:PublicOrganisation", "foaf:Agent"));
    county.put("dct:identifier", "county");
    county.put("dct:title", both(place));
    county.put("skos:prefLabel", both(place));
    county.put("dct:spatial", link("place"));
    Map<String, Object> dataset = node("catalogue", "dcat:Dataset");
    dataset.put("dct:title", both(new Words("政务服务事项目录", "Catalogue of public services")));
    dataset.put(
        "dct:description", both(new Words(day + " 有效的事项", "The services effective on " + day)));
    dataset.put("dct:publisher", link("county"));
    Map<String, Service> current = new TreeMap<>();
    for (Service service : catalogue.services()) {
      catalogue.current(service.id(), day).ifPresent(one -> current.put(one.id(), one));
    }
    current.values().forEach(service -> service(service, current));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", CONTEXT);
    document.put("@graph", graph);
    return document;
  }

  private void service(Service service, Map<String, Service> current) {
    Map<String, Object> node = node("service/" + service.id(), "cpsv:PublicService");
    String code = service.header().text("catalog_code");
    node.put("dct:identifier", code.isEmpty() ? service.id() : code);
    node.put("dct:title", both(service.name()));
    node.put("dct:description", both(service.summary()));
    node.put("cv:hasCompetentAuthority", link(department(service.department())));
    node.put("dct:isPartOf", link("catalogue"));
    node.put("dct:spatial", link("place"));
    node.put("dct:type", link(concept("type", service.header().text("task_type"))));
    node.put("dct:audience", link(concept("audience", service.header().text("server_type"))));
    node.put("cv:processingTime", typed("P" + promised(service) + "D", "xsd:duration"));
    node.put(
        "ronghe:promised",
        service.header().text("promise_day") + service.header().text("promise_type"));
    putAll(node, "dcat:keyword", service.keywords().stream().map(CpsvAp::chinese).toList());
    putAll(node, "cv:isGroupedBy", links(service.lifeEvents().stream().map(this::event)));
    putAll(
        node,
        "cv:holdsRequirement",
        links(service.conditions().stream().map(one -> requirement(service, one))));
    putAll(node, "cv:hasInputType", links(service.materials().stream().map(this::evidenceType)));
    putAll(
        node,
        "cpsv:produces",
        links(service.outputs().stream().map(LicenceUse::licence).distinct().map(this::output)));
    putAll(
        node, "cv:hasChannel", links(service.outlets().stream().map(one -> channel(service, one))));
    putAll(node, "cv:hasCost", links(service.fees().stream().map(one -> cost(service, one))));
    putAll(node, "cpsv:follows", List.of(link(rule(service))));
    putAll(node, "dct:requires", links(needed(service, current).stream().map(CpsvAp::ofService)));
  }

  private static int promised(Service service) {
    String days = service.header().text("promise_day");
    return days.isEmpty() ? 0 : Integer.parseInt(days);
  }

  private static String ofService(String id) {
    return "service/" + id;
  }

  private static Set<String> needed(Service service, Map<String, Service> current) {
    Set<String> needed = new LinkedHashSet<>();
    for (LicenceUse input : service.inputs()) {
      for (Service other : current.values()) {
        boolean gives =
            other.outputs().stream()
                .anyMatch(output ->
                    output.licence().equals(input.licence()) && output.of().equals(input.of()));
        if (gives && other != service) {
          needed.add(other.id());
        }
      }
    }
    return needed;
  }

  private String department(String code) {
    String id = "department/" + code;
    if (written.add(id)) {
      Map<String, Object> node = node(id, "cv:PublicOrganisation");
      Words name = catalogue.departments().get(code);
      node.put("skos:prefLabel", both(name == null ? new Words(code, code) : name));
      node.put("dct:spatial", link("place"));
    }
    return id;
  }

  private String concept(String scheme, String name) {
    String id = scheme + "/" + name;
    if (written.add(id)) {
      node(id, "skos:Concept").put("skos:prefLabel", chinese(name));
    }
    return id;
  }

  private String event(String id) {
    String event = "life-event/" + id;
    if (written.add(event)) {
      Map<String, Object> node = node(event, "cv:Event");
      node.put("@type", List.of("cv:Event", "cv:LifeEvent"));
      node.put("dct:identifier", id);
      Words name =
          catalogue.bundles().stream()
              .filter(bundle -> bundle.lifeEvents().contains(id))
              .map(Bundle::name)
              .findFirst()
              .orElse(new Words(id, id));
      node.put("dct:title", both(name));
    }
    return event;
  }

  private String requirement(Service service, Requirement one) {
    String id = "requirement/" + service.id() + "/" + one.id();
    Map<String, Object> node = node(id, "cv:Requirement");
    node.put("dct:identifier", service.id() + "/" + one.id());
    node.put("dct:title", both(one.name()));
    return id;
  }

  private String evidenceType(Material material) {
    String id = "evidence-type/" + material.id();
    if (written.add(id)) {
      Map<String, Object> node = node(id, "cv:EvidenceType");
      node.put("dct:identifier", material.id());
      node.put("skos:prefLabel", both(material.name()));
    }
    return id;
  }

  private String output(String licence) {
    String id = "output/" + licence;
    if (written.add(id)) {
      Map<String, Object> node = node(id, "cv:Output");
      LicenceKind kind = catalogue.licences().get(licence);
      node.put("dct:identifier", licence);
      node.put("dct:title", both(kind == null ? new Words(licence, licence) : kind.name()));
    }
    return id;
  }

  private String channel(Service service, Outlet outlet) {
    String id = "channel/" + service.id() + "/" + outlet.level();
    Map<String, Object> node = node(id, "cv:Channel");
    node.put("dct:identifier", service.id() + "/" + outlet.level());
    node.put("dct:type", link(concept("channel-type", outlet.level())));
    node.put("ronghe:can", outlet.can());
    return id;
  }

  private String cost(Service service, Fee fee) {
    String id = "cost/" + service.id() + "/" + fee.id();
    Map<String, Object> node = node(id, "cv:Cost");
    node.put("dct:identifier", service.id() + "/" + fee.id());
    node.put("dct:description", both(fee.name()));
    node.put("cv:hasValue", typed(fee.amount_yuan().toPlainString(), "xsd:double"));
    node.put("cv:currency", link(concept("currency", "CNY")));
    if (fee.per() != null) {
      node.put("ronghe:per", fee.per());
    }
    return id;
  }

  private String rule(Service service) {
    String id = "rule/" + service.id();
    Map<String, Object> node = node(id, "cpsv:Rule");
    node.put("dct:identifier", service.id());
    node.put("dct:title", both(service.name()));
    String law = service.header().text("by_law");
    node.put("dct:description", chinese(law.isEmpty() ? "示例" : law));
    return id;
  }

  private Map<String, Object> node(String id, String type) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("@id", iri(id));
    node.put("@type", type);
    graph.add(node);
    return node;
  }

  /// Characters an IRI cannot hold are left out of it; Chinese it can hold.
  private String iri(String id) {
    return base + id.replaceAll("[\\s\"<>\\\\^`{|}]", "");
  }

  private Map<String, Object> link(String id) {
    return Map.of("@id", iri(id));
  }

  private List<Map<String, Object>> links(Stream<String> ids) {
    return ids.map(this::link).toList();
  }

  private static void putAll(Map<String, Object> node, String property, List<?> values) {
    if (!values.isEmpty()) {
      node.put(property, values);
    }
  }

  private static List<Map<String, String>> both(Words words) {
    return List.of(chinese(words.zh()), language("en", words.en()));
  }

  private static Map<String, String> chinese(String text) {
    return language("zh", text);
  }

  private static Map<String, String> language(String language, String text) {
    Map<String, String> value = new LinkedHashMap<>();
    value.put("@language", language);
    value.put("@value", text);
    return value;
  }

  private static Map<String, String> typed(String text, String type) {
    Map<String, String> value = new LinkedHashMap<>();
    value.put("@type", type);
    value.put("@value", text);
    return value;
  }

  private static final Map<String, String> CONTEXT = context();

  private static Map<String, String> context() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put("cpsv", "http://purl.org/vocab/cpsv#");
    prefixes.put("cv", "http://data.europa.eu/m8g/");
    prefixes.put("dct", "http://purl.org/dc/terms/");
    prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
    prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    prefixes.put("ronghe", "urn:ronghe:vocabulary:");
    return prefixes;
  }
}
