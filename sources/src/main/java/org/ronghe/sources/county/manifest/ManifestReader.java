package org.ronghe.sources.county.manifest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.CountyHead;
import org.ronghe.model.county.CountyHead.FileSource;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.sources.county.crs.Crs;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeBook;
import org.ronghe.sources.county.notice.PackageNotice;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;

/// Reads county.yaml.
public final class ManifestReader {
  private ManifestReader() {}

  /// What `dir/county.yaml` says; empty when it cannot be used, and `book` says why.
  public static Optional<Manifest> read(Path dir, NoticeBook book) throws IOException {
    if (!Files.isDirectory(dir)) {
      book.file(PackageNotice.PACKAGE_FOLDER_MISSING, Manifest.FILE, dir.toString());
      return Optional.empty();
    }
    if (!Files.isRegularFile(dir.resolve(Manifest.FILE))) {
      book.file(PackageNotice.COUNTY_YAML_MISSING, Manifest.FILE, below(dir));
      return Optional.empty();
    }
    try {
      return check(YamlTree.read(dir.resolve(Manifest.FILE)), book);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      unreadable(book, line, e.getProblem() == null ? "YAML" : e.getProblem());
    } catch (YAMLException e) {
      unreadable(book, 1, String.valueOf(e.getMessage()));
    } catch (CharacterCodingException _) {
      book.file(FileNotice.ENCODING_WRONG, Manifest.FILE, Manifest.FILE, "UTF-8");
    }
    return Optional.empty();
  }

  private static void unreadable(NoticeBook book, int line, String problem) {
    book.add(
        new Notice(
            PackageNotice.COUNTY_YAML_UNREADABLE, Manifest.FILE, line, "", "", List.of(problem)));
  }

  private static String[] below(Path dir) throws IOException {
    try (Stream<Path> inside = Files.list(dir)) {
      return inside
          .filter(path -> Files.isRegularFile(path.resolve(Manifest.FILE)))
          .map(path -> path.getFileName().toString())
          .sorted()
          .limit(1)
          .toArray(String[]::new);
    }
  }

  private static Optional<Manifest> check(YamlTree yaml, NoticeBook book) {
    ManifestCheck check = new ManifestCheck(yaml, book);
    check.check();
    if (book.hasErrors()) {
      return Optional.empty();
    }
    JsonNode root = yaml.root();
    List<FileSpec> files = files(root, check);
    boolean synthetic = files.stream().anyMatch(spec -> spec.provenance().synthetic());
    if (synthetic && !root.has("notice")) {
      check.add(PackageNotice.SYNTHETIC_WITHOUT_NOTICE, "/notice", "");
    }
    return book.hasErrors()
        ? Optional.empty()
        : Optional.of(new Manifest(head(root, files, synthetic), files));
  }

  private static CountyHead head(JsonNode root, List<FileSpec> files, boolean synthetic) {
    List<String> open = new ArrayList<>();
    root.path("open-collections").forEach(item -> open.add(item.asString()));
    return new CountyHead(
        root.path("code").asString(),
        root.path("name").path("zh").asString(),
        root.path("name").path("en").asString(),
        root.path("version").asString(),
        synthetic,
        root.path("notice").path("zh").asString(""),
        root.path("notice").path("en").asString(""),
        open,
        files.stream().map(spec -> new FileSource(spec.file(), spec.provenance())).toList());
  }

  private static List<FileSpec> files(JsonNode root, ManifestCheck check) {
    List<FileSpec> files = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    JsonNode list = root.path("files");
    for (int i = 0; i < list.size(); i++) {
      FileSpec spec = spec(list.get(i));
      String path = "/files/" + i;
      if (!seen.add(spec.file() + "|" + spec.sheet() + "|" + spec.layer())) {
        check.add(PackageNotice.FILE_LISTED_TWICE, path + "/file", spec.file(), spec.file());
      }
      if (Path.of(spec.file()).normalize().startsWith("..") || Path.of(spec.file()).isAbsolute()) {
        check.add(FileNotice.FILE_OUTSIDE_PACKAGE, path + "/file", spec.file(), spec.file());
      }
      if (spec.crs() == null && spec.kind().shape().isRequired()) {
        check.add(FileNotice.CRS_MISSING, path + "/crs", "none", spec.kind().code());
      }
      files.add(spec);
    }
    return files;
  }

  private static FileSpec spec(JsonNode entry) {
    return new FileSpec(
        entry.path("file").asString(),
        FileKind.ofCode(entry.path("kind").asString()).orElseThrow(),
        Crs.ofCode(entry.path("crs").asString()).orElse(null),
        new Provenance(
            entry.path("source").asString(),
            entry.path("vintage").asString(),
            entry.path("licence").asString(),
            entry.path("synthetic").asBoolean()),
        entry.path("encoding").asString("UTF-8"),
        entry.path("separator").asString(","),
        text(entry, "sheet"),
        text(entry, "layer"),
        words(entry.path("columns")),
        words(entry.path("defaults")));
  }

  private static @Nullable String text(JsonNode entry, String name) {
    return entry.has(name) ? entry.path(name).asString() : null;
  }

  private static Map<String, String> words(JsonNode object) {
    Map<String, String> words = new HashMap<>();
    object.properties().forEach(entry -> words.put(entry.getKey(), entry.getValue().asString()));
    return words;
  }
}
