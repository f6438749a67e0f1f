package org.ronghe.sources.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Service;
import org.ronghe.sources.pack.PackNotice;
import org.ronghe.sources.pack.PackSchema;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a folder of services: `service.schema.json`, `elements.yaml`, `licences.yaml`,
/// `<service>/<version>/service.yaml` with what lies beside it, and `bundles/<id>.yaml`. What is
/// wrong becomes a notice, and that file is left out.
public final class CatalogueReader {
  private final Path folder;
  private final JsonNode schema;
  private final List<PackNotice> notices = new ArrayList<>();

  private CatalogueReader(Path folder) throws IOException {
    this.folder = folder;
    this.schema = PlainYaml.JSON.readTree(Files.readString(folder.resolve("service.schema.json")));
  }

  /// @throws IOException when the folder, its schema or its shared files cannot be read at all
  public static CatalogueReading read(Path folder) throws IOException {
    return new CatalogueReader(folder).read();
  }

  /// Reads one version from its texts, as the designer's desk hands them in, against a catalogue
  /// that is there already.
  ///
  /// @param texts file name to content: `service.yaml` and, if wanted, `examples.yaml`,
  ///   `form.schema.json`, `form.ui.json`, `eligibility.dmn`, `path.bpmn`
  public static CatalogueReading read(
      Path folder, Catalogue known, String id, String version, java.util.Map<String, String> texts)
      throws IOException {
    CatalogueReader reader = new CatalogueReader(folder);
    Optional<Service> service = reader.service(id, version, texts, known);
    List<Service> services = new ArrayList<>(known.services());
    service.ifPresent(fresh -> {
      services.removeIf(old -> old.key().equals(fresh.key()));
      services.add(fresh);
    });
    return new CatalogueReading(
        new Catalogue(
            known.departments(),
            known.roles(),
            known.elements(),
            known.licences(),
            services,
            known.bundles()),
        reader.notices);
  }

  private CatalogueReading read() throws IOException {
    SharedParser shared = new SharedParser(notices);
    checked("elements.yaml", "elements").ifPresent(shared::elements);
    checked("licences.yaml", "licences").ifPresent(shared::licences);
    Catalogue ground = shared.catalogue();
    List<Service> services = new ArrayList<>();
    for (Path one : folders(folder)) {
      if (one.getFileName().toString().equals("bundles")) {
        continue;
      }
      for (Path version : folders(one)) {
        service(
                one.getFileName().toString(),
                version.getFileName().toString(),
                texts(version),
                ground)
            .ifPresent(services::add);
      }
    }
    Versions.check(services, notices);
    List<Bundle> bundles = bundles(ground, services);
    return new CatalogueReading(
        new Catalogue(
            ground.departments(),
            ground.roles(),
            ground.elements(),
            ground.licences(),
            services,
            bundles),
        notices);
  }

  private Optional<Service> service(
      String id, String version, java.util.Map<String, String> texts, Catalogue ground) {
    String at = id + "/" + version + "/";
    String text = texts.get("service.yaml");
    if (text == null) {
      new Notices(at, notices)
          .add("no-service-file", "/", "", "缺少 service.yaml。", "service.yaml is missing.");
      return Optional.empty();
    }
    Optional<JsonNode> tree = checked(at + "service.yaml", text, "service");
    String examplesText = texts.get("examples.yaml");
    Optional<JsonNode> examples =
        examplesText == null
            ? Optional.empty()
            : checked(at + "examples.yaml", examplesText, "examples");
    if (tree.isEmpty() || (examplesText != null && examples.isEmpty())) {
      return Optional.empty();
    }
    ServiceParser parser =
        new ServiceParser(new Notices(at + "service.yaml", notices), ground, id, version);
    Optional<Service> service =
        parser.service(
            tree.get(),
            json(at, "form.schema.json", texts),
            json(at, "form.ui.json", texts),
            EligibilityReader.read(texts.get(EligibilityReader.FILE), at, notices),
            drawn(tree.get(), texts.get(BpmnReader.FILE), at),
            examples.orElse(null));
    return service.filter(read -> ServiceCheck.isSound(read, ground, at, notices));
  }

  /// The drawn path; null when the steps are in `service.yaml`, or after a notice.
  private BpmnReader.@Nullable Drawn drawn(JsonNode tree, @Nullable String text, String at) {
    if (tree.has("path") == (text != null)) {
      new Notices(at + "service.yaml", notices)
          .add(
              "path",
              "/path",
              "",
              "path 和 path.bpmn 须有且只有一个。",
              "There must be either path or path.bpmn.",
              BpmnReader.FILE);
    }
    return text == null
        ? null
        : BpmnReader.read(text, tree.path("department").asString(), at, notices).orElse(null);
  }

  private @Nullable String json(String at, String name, java.util.Map<String, String> texts) {
    String text = texts.get(name);
    if (text != null) {
      try {
        PlainYaml.JSON.readTree(text);
      } catch (tools.jackson.core.JacksonException wrong) {
        new Notices(at + name, notices)
            .add("json", "/", "", "不是合法的 JSON。", "This is not JSON: " + wrong.getOriginalMessage());
        return null;
      }
    }
    return text;
  }

  private List<Bundle> bundles(Catalogue ground, List<Service> services) throws IOException {
    List<Bundle> bundles = new ArrayList<>();
    Path place = folder.resolve("bundles");
    if (!Files.isDirectory(place)) {
      return bundles;
    }
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = "bundles/" + file.getFileName();
        Optional<JsonNode> tree = checked(name, Files.readString(file), "bundle");
        if (tree.isPresent()) {
          BundleParser.parse(tree.get(), ground, services, new Notices(name, notices), name)
              .ifPresent(bundles::add);
        }
      }
    }
    return bundles;
  }

  private Optional<JsonNode> checked(String file, String definition) throws IOException {
    return checked(file, Files.readString(folder.resolve(file)), definition);
  }

  private Optional<JsonNode> checked(String file, String text, String definition) {
    JsonNode tree;
    try {
      tree = PlainYaml.read(text);
    } catch (YAMLException wrong) {
      String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
      new Notices(file, notices)
          .add("yaml", "/", message, "不是合法的 YAML。", "This is not YAML.", "缩进 / indentation");
      return Optional.empty();
    }
    ObjectNode part = schema.deepCopy().asObject();
    part.put("$ref", "#/$defs/" + definition);
    List<PackNotice> found = PackSchema.of(part.toString()).check(file, tree);
    notices.addAll(found);
    return found.isEmpty() ? Optional.of(tree) : Optional.empty();
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static java.util.Map<String, String> texts(Path version) throws IOException {
    java.util.Map<String, String> texts = new java.util.TreeMap<>();
    try (Stream<Path> files = Files.list(version)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
