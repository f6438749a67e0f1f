package org.ronghe.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// `./ronghe serve catalogue`, held to the shapes of CPSV-AP 3.2.0.
class ServeCatalogueTest {
  /// Class to the properties it must have at least once: every `minCount 1` of
  /// releases/3.2.0/shacl/cpsv-ap-SHACL.ttl (SEMICeu/CPSV-AP) whose class we write.
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "cpsv:PublicService",
          List.of("dct:identifier", "dct:title", "dct:description", "cv:hasCompetentAuthority"),
          "cv:PublicOrganisation",
          List.of("dct:spatial", "skos:prefLabel"),
          "cv:Channel",
          List.of("dct:identifier"),
          "cv:Cost",
          List.of("dct:identifier"),
          "cv:Event",
          List.of("dct:identifier", "dct:title"),
          "cv:EvidenceType",
          List.of("dct:identifier"),
          "cv:Output",
          List.of("dct:identifier", "dct:title"),
          "cv:Requirement",
          List.of("dct:identifier", "dct:title"),
          "cpsv:Rule",
          List.of("dct:identifier", "dct:title", "dct:description"),
          "dcat:Dataset",
          List.of("dct:title", "dct:description", "dct:publisher"));

  /// Property to the class of what it points at, from the same shapes.
  private static final Map<String, String> POINTS_AT =
      Map.of(
          "cv:hasCompetentAuthority", "cv:PublicOrganisation",
          "cv:hasInputType", "cv:EvidenceType",
          "cv:hasChannel", "cv:Channel",
          "cv:hasCost", "cv:Cost",
          "cv:holdsRequirement", "cv:Requirement",
          "cv:isGroupedBy", "cv:Event",
          "cpsv:produces", "cv:Output",
          "cpsv:follows", "cpsv:Rule",
          "dct:requires", "cpsv:PublicService",
          "dct:publisher", "foaf:Agent");

  /// At most one of these on a node.
  private static final List<String> AT_MOST_ONE =
      List.of("dct:identifier", "cv:processingTime", "cv:hasValue", "cv:currency");

  @TempDir private Path folder;

  private static String[] words(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("serve", "catalogue", "--services", "../packs/services", "--on", "2026-03-02"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private JsonNode graph() throws IOException {
    Path file = folder.resolve("catalogue.jsonld");
    assertThat(type(words("--format", "cpsv-ap", "--out", file.toString())).exit()).isZero();
    JsonNode document = Terminal.JSON.readTree(Files.readString(file));
    assertThat(document.path("@context").path("cpsv").asString())
        .isEqualTo("http://purl.org/vocab/cpsv#");
    return document.path("@graph");
  }

  private static Set<String> types(JsonNode node) {
    Set<String> types = new HashSet<>();
    if (node.path("@type").isArray()) {
      node.path("@type").forEach(one -> types.add(one.asString()));
    } else {
      types.add(node.path("@type").asString());
    }
    return types;
  }

  @Test
  void A01_every_class_has_what_the_profile_requires() throws IOException {
    int services = 0;
    for (JsonNode node : graph()) {
      for (String type : types(node)) {
        services += type.equals("cpsv:PublicService") ? 1 : 0;
        for (String property : REQUIRED.getOrDefault(type, List.of())) {
          assertThat(node.has(property)).as(node.path("@id") + " " + property).isTrue();
        }
      }
      for (String property : AT_MOST_ONE) {
        assertThat(node.path(property).isArray()).as(property).isFalse();
      }
    }
    assertThat(services).isGreaterThanOrEqualTo(30);
  }

  @Test
  void A02_every_link_ends_at_a_node_of_the_right_class() throws IOException {
    Map<String, Set<String>> known = new HashMap<>();
    for (JsonNode node : graph()) {
      assertThat(known.put(node.path("@id").asString(), types(node)))
          .as("described once: " + node.path("@id"))
          .isNull();
    }
    for (JsonNode node : graph()) {
      POINTS_AT.forEach((property, type) -> {
        JsonNode links = node.path(property);
        for (JsonNode link : links.isArray() ? links : List.of(links)) {
          if (link.has("@id")) {
            assertThat(known.getOrDefault(link.path("@id").asString(), Set.of()))
                .as(property + " of " + node.path("@id"))
                .contains(type);
          }
        }
      });
    }
  }

  @Test
  void A03_names_are_in_chinese_and_english() throws IOException {
    for (JsonNode node : graph()) {
      if (types(node).contains("cpsv:PublicService")) {
        Set<String> languages = new HashSet<>();
        node.path("dct:title").forEach(one -> languages.add(one.path("@language").asString()));
        assertThat(languages).containsExactlyInAnyOrder("zh", "en");
      }
    }
  }

  @Test
  void B01_the_list_names_every_service_and_an_unknown_format_is_wrong_usage() {
    Typed list = type(words("--json"));
    assertThat(Terminal.JSON.readTree(list.out()).size()).isGreaterThanOrEqualTo(30);
    Typed wrong = type(words("--format", "rdf"));
    assertThat(wrong.exit()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(wrong.err()).contains("rdf", "cpsv-ap");
  }

  private static Typed type(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return new Typed(line.execute(words), out.toString(), err.toString());
  }

  private record Typed(int exit, String out, String err) {}
}
