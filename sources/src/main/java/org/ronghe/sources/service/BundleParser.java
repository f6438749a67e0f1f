package org.ronghe.sources.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Service;
import tools.jackson.databind.JsonNode;

/// Turns a `bundles/<id>.yaml` that fits the schema into a record.
final class BundleParser {
  private BundleParser() {}

  /// The bundle; empty when there was anything to notice.
  static Optional<Bundle> parse(
      JsonNode node, Catalogue ground, List<Service> services, Notices notices, String file) {
    String id = node.path("id").asString();
    if (!file.equals("bundles/" + id + ".yaml")) {
      notices.add("file-name", "/id", id, "与文件名不一致。", "It is not the file's name.");
    }
    Set<String> known = services.stream().map(Service::id).collect(Collectors.toSet());
    List<Bundle.Part> parts = new ArrayList<>();
    for (JsonNode one : node.path("services")) {
      String service = one.isString() ? one.asString() : one.path("service").asString();
      if (!known.contains(service)) {
        notices.unknown(
            "no-such-service", "/services", service, known, "没有这个事项。", "There is no such service.");
      }
      parts.add(new Bundle.Part(service, one.path("optional").asBoolean(false), Nodes.when(one)));
    }
    String lead = node.path("lead").asString();
    if (!ground.departments().containsKey(lead)) {
      notices.unknown(
          "no-such-department",
          "/lead",
          lead,
          ground.departments().keySet(),
          "没有这个部门。",
          "There is no such department.");
    }
    if (!notices.none()) {
      return Optional.empty();
    }
    return Optional.of(
        new Bundle(
            id,
            Nodes.words(node.path("name")),
            Nodes.words(node.path("summary")),
            lead,
            Nodes.texts(node.path("life_events")),
            Nodes.texts(node.path("keywords")),
            ServiceParser.requirements(node.path("conditions")),
            parts,
            published(node.path("published")),
            ServiceParser.sources(node.path("sources"))));
  }

  private static List<Bundle.Published> published(JsonNode node) {
    List<Bundle.Published> all = new ArrayList<>();
    for (JsonNode one : node) {
      all.add(
          new Bundle.Published(
              one.path("place").asString(),
              one.has("items") ? one.path("items").asInt() : null,
              gain(one.path("days")),
              gain(one.path("visits")),
              gain(one.path("materials")),
              gain(one.path("steps")),
              one.path("note").asString(""),
              one.path("source").asString()));
    }
    return all;
  }

  private static Bundle.@Nullable Gain gain(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    return node.isArray()
        ? new Bundle.Gain(node.path(0).asDouble(), node.path(1).asDouble())
        : new Bundle.Gain(null, node.asDouble());
  }
}
