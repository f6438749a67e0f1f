package org.ronghe.sources.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.ElementType;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.sources.pack.PackNotice;
import tools.jackson.databind.JsonNode;

/// Turns `elements.yaml` and `licences.yaml` into the dictionary all services share.
final class SharedParser {
  private final List<PackNotice> notices;
  private final Map<String, Words> departments = new LinkedHashMap<>();
  private final Map<String, Words> roles = new LinkedHashMap<>();
  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, LicenceKind> licences = new LinkedHashMap<>();

  SharedParser(List<PackNotice> notices) {
    this.notices = notices;
  }

  Catalogue catalogue() {
    return new Catalogue(departments, roles, elements, licences, List.of(), List.of());
  }

  void elements(JsonNode tree) {
    Notices said = new Notices("elements.yaml", notices);
    for (var entry : tree.path("departments").properties()) {
      departments.put(entry.getKey(), Nodes.words(entry.getValue()));
    }
    JsonNode kinds = tree.path("kinds");
    for (var entry : tree.path("roles").properties()) {
      String role = entry.getKey();
      JsonNode value = entry.getValue();
      roles.put(role, Nodes.words(value));
      String kind = value.path("kind").asString();
      if (!kinds.has(kind)) {
        said.unknown(
            "no-such-kind",
            "/roles/" + role + "/kind",
            kind,
            kinds.propertyNames(),
            "没有这类要素。",
            "There is no such kind of element.");
        continue;
      }
      boolean bare = value.path("bare").asBoolean(false);
      for (var field : kinds.path(kind).properties()) {
        Element element = element(role, bare, field.getKey(), field.getValue(), said);
        elements.put(element.id(), element);
      }
    }
  }

  private Element element(String role, boolean bare, String field, JsonNode node, Notices said) {
    Words own = Nodes.words(node);
    Words of = java.util.Objects.requireNonNull(roles.get(role));
    Words name = bare ? own : new Words(of.zh() + own.zh(), of.en() + ": " + own.en());
    ElementType type =
        ElementType.valueOf(
            node.path("type").asString().toUpperCase(Locale.ROOT).replace('-', '_'));
    List<Element.Choice> choices = new ArrayList<>();
    for (var choice : node.path("choices").properties()) {
      choices.add(new Element.Choice(choice.getKey(), Nodes.words(choice.getValue())));
    }
    boolean wantsChoices = type == ElementType.CHOICE || type == ElementType.CHOICES;
    if (wantsChoices == choices.isEmpty()) {
      said.add(
          "choices",
          "/kinds/*/" + field,
          type.code(),
          wantsChoices ? "选择题没有选项。" : "只有选择题才有选项。",
          wantsChoices ? "A choice needs choices." : "Only a choice has choices.");
    }
    return new Element(
        role + "." + field,
        name,
        type,
        Nodes.text(node, "pattern"),
        Nodes.decimal(node, "min"),
        Nodes.decimal(node, "max"),
        node.path("unit").asString(""),
        choices,
        node.path("fixed").asBoolean(false),
        node.path("personal").asBoolean(false),
        hint(node));
  }

  private static @Nullable Words hint(JsonNode node) {
    return node.has("hint") ? Nodes.words(node.path("hint")) : null;
  }

  void licences(JsonNode tree) {
    Notices said = new Notices("licences.yaml", notices);
    for (var entry : tree.path("licences").properties()) {
      String id = entry.getKey();
      JsonNode node = entry.getValue();
      List<String> carries = Nodes.texts(node.path("carries"));
      for (String field : carries) {
        if (!field.startsWith("holder.") && !elements.containsKey(field)) {
          said.unknown(
              "no-such-element",
              "/licences/" + id + "/carries",
              field,
              elements.keySet(),
              "要素字典里没有。",
              "It is not in the dictionary of elements.");
        }
      }
      String issuer = node.path("issuer").asString();
      if (!departments.containsKey(issuer)) {
        said.unknown(
            "no-such-department",
            "/licences/" + id + "/issuer",
            issuer,
            departments.keySet(),
            "没有这个部门。",
            "There is no such department.");
      }
      licences.put(
          id,
          new LicenceKind(
              id,
              Nodes.words(node),
              issuer,
              carries,
              node.has("valid_days") ? node.path("valid_days").asInt() : null,
              node.path("source").asString()));
    }
  }
}
