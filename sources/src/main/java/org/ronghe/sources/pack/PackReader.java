package org.ronghe.sources.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Words;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a folder of packs: `<packs>/pack.schema.json` and one `<packs>/<domain>/pack.yaml` each.
public final class PackReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PackReader() {}

  /// Reads all packs below `folder`, in the order of their names. Whatever is wrong with a pack
  /// becomes a notice, and that pack is left out. A folder without `pack.yaml` holds other things
  /// (the script of the demo feed, mappings of replays) and is passed over.
  ///
  /// @throws IOException when the folder or its schema cannot be read at all
  public static PackFolder read(Path folder) throws IOException {
    PackSchema schema = PackSchema.of(Files.readString(folder.resolve("pack.schema.json")));
    List<Path> domains;
    try (Stream<Path> entries = Files.list(folder)) {
      domains = entries.filter(Files::isDirectory).sorted().toList();
    }
    List<Pack> packs = new ArrayList<>();
    List<PackNotice> notices = new ArrayList<>();
    for (Path domain : domains) {
      readOne(domain, schema, notices).ifPresent(packs::add);
    }
    return new PackFolder(packs, notices);
  }

  private static Optional<Pack> readOne(Path domain, PackSchema schema, List<PackNotice> notices)
      throws IOException {
    String folder = domain.getFileName().toString();
    String file = folder + "/pack.yaml";
    Path path = domain.resolve("pack.yaml");
    if (!Files.isRegularFile(path)) {
      if (Files.exists(domain.resolve("pack.yml"))) {
        notices.add(
            new PackNotice(
                "pack-file-name",
                folder + "/pack.yml",
                "/",
                "",
                new Words("文件名应为 pack.yaml。", "The file must be called pack.yaml."),
                null));
      }
      return Optional.empty();
    }
    Optional<JsonNode> tree = yaml(file, Files.readString(path), notices);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    List<PackNotice> found = schema.check(file, tree.get());
    if (found.isEmpty()) {
      PackParser parser = new PackParser(file, folder);
      Optional<Pack> pack = parser.pack(tree.get());
      notices.addAll(parser.notices());
      return pack;
    }
    notices.addAll(found);
    return Optional.empty();
  }

  private static Optional<JsonNode> yaml(String file, String text, List<PackNotice> notices) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(1_000);
    try {
      Object loaded = new Yaml(new SafeConstructor(options)).load(text);
      return Optional.of(MAPPER.valueToTree(loaded));
    } catch (YAMLException wrong) {
      String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
      notices.add(
          new PackNotice(
              "yaml",
              file,
              "/",
              message,
              new Words("不是合法的 YAML。", "This is not YAML."),
              new Words("缩进、引号或重复的键有误。", "indentation, quotes or a key given twice.")));
      return Optional.empty();
    }
  }
}
