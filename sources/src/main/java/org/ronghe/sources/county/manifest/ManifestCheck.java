package org.ronghe.sources.county.manifest;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeBook;
import org.ronghe.sources.county.notice.NoticeKind;
import org.ronghe.sources.county.notice.PackageNotice;
import tools.jackson.databind.JsonNode;

/// Holds county.yaml against its JSON Schema and says in plain words what differs.
final class ManifestCheck {
  private static final Schema SCHEMA = schema();

  private final YamlTree yaml;
  private final NoticeBook book;

  ManifestCheck(YamlTree yaml, NoticeBook book) {
    this.yaml = yaml;
    this.book = book;
  }

  private static Schema schema() {
    try (InputStream in =
        ManifestCheck.class.getResourceAsStream("/org/ronghe/sources/county/county.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("county.schema.json is not on the class path");
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check() {
    for (Error error : SCHEMA.validate(yaml.root())) {
      String path = error.getInstanceLocation().toString();
      String property = error.getProperty() == null ? "" : error.getProperty();
      switch (error.getKeyword()) {
        case "additionalProperties" -> unknownEntry(path, property);
        case "required" ->
            add(PackageNotice.COUNTY_YAML_MISSING_ENTRY, path + "/" + property, "", property);
        default -> invalid(error, path);
      }
    }
  }

  private void unknownEntry(String path, String property) {
    List<String> details = new ArrayList<>(List.of(property));
    Likely.of(property, names(path)).ifPresent(details::add);
    add(
        PackageNotice.COUNTY_YAML_UNKNOWN_ENTRY,
        path + "/" + property,
        text(path + "/" + property),
        details.toArray(String[]::new));
  }

  private static List<String> names(String path) {
    if (path.matches("/files/\\d+")) {
      return List.of(
          "file",
          "kind",
          "crs",
          "source",
          "vintage",
          "licence",
          "synthetic",
          "encoding",
          "separator",
          "sheet",
          "layer",
          "columns",
          "defaults");
    }
    return path.isEmpty()
        ? List.of("format", "code", "name", "version", "notice", "open-collections", "files")
        : List.of("zh", "en");
  }

  private void invalid(Error error, String path) {
    String value = text(path);
    switch (error.getKeyword()) {
      case "enum", "const" -> {
        List<String> allowed = allowed(error);
        List<String> details =
            new ArrayList<>(
                List.of(
                    "可用的是 " + String.join("、", allowed) + "。",
                    "it can be " + String.join(", ", allowed) + "."));
        Likely.of(value, allowed).or(() -> onlyOne(allowed)).ifPresent(details::add);
        add(PackageNotice.COUNTY_YAML_INVALID, path, value, details.toArray(String[]::new));
      }
      case "type" -> {
        String type = error.getSchemaNode() == null ? "" : error.getSchemaNode().asString("");
        say(path, value, "类型应当是 " + type + "。", "its type must be " + type + ".");
      }
      case "pattern" -> {
        if (path.equals("/code")) {
          say(path, value, "应当是 6 位数字。", "it must be 6 digits.");
        } else {
          say(path, value, "有不可见的字符。", "it has invisible characters.");
        }
      }
      case "minLength" -> say(path, value, "不能为空。", "it must not be empty.");
      case "minItems" -> say(path, value, "至少要有一项。", "it needs at least one item.");
      case "uniqueItems" -> say(path, value, "有重复的项。", "it has an item twice.");
      default -> say(path, value, error.getMessage(), error.getMessage());
    }
  }

  private static Optional<String> onlyOne(List<String> allowed) {
    return allowed.size() == 1 ? Optional.of(allowed.getFirst()) : Optional.empty();
  }

  private static List<String> allowed(Error error) {
    JsonNode node = error.getSchemaNode();
    List<String> allowed = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(item -> allowed.add(item.asString()));
    } else if (node != null) {
      allowed.add(node.asString());
    }
    return allowed;
  }

  private void say(String path, String value, String zh, String en) {
    add(PackageNotice.COUNTY_YAML_INVALID, path, value, zh, en);
  }

  private String text(String path) {
    JsonNode node = yaml.root().at(path);
    return node.isContainer() ? "" : node.asString("");
  }

  /// Writes a notice about the entry at `path`.
  void add(NoticeKind kind, String path, String value, String... details) {
    String field = path.replaceAll("/(\\d+)", "[$1]").replaceFirst("^/", "").replace('/', '.');
    book.add(new Notice(kind, Manifest.FILE, yaml.line(path), field, value, List.of(details)));
  }
}
