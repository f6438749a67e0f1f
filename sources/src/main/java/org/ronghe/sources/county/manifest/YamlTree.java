package org.ronghe.sources.county.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A YAML file as a JSON tree that still knows its lines. Only `true` and `false` are taken for
/// more than text: codes such as `040404` and dates keep the letters they were written with.
record YamlTree(JsonNode root, Map<String, Integer> lines) {

  /// Reads the file.
  ///
  /// @throws org.yaml.snakeyaml.error.YAMLException when it is not YAML
  static YamlTree read(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    Map<String, Integer> lines = new HashMap<>();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Node node = new Yaml(options).compose(reader);
      return new YamlTree(tree(node, "", lines), lines);
    }
  }

  /// The line, from 1, of the entry at a path such as `/files/0/kind`; that of its nearest parent
  /// when it is not there.
  int line(String path) {
    String at = path;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  private static JsonNode tree(@Nullable Node node, String path, Map<String, Integer> lines) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (node == null) {
      return make.objectNode();
    }
    lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
    return switch (node) {
      case MappingNode mapping -> object(mapping, path, lines);
      case SequenceNode sequence -> {
        ArrayNode array = make.arrayNode();
        for (Node item : sequence.getValue()) {
          array.add(tree(item, path + "/" + array.size(), lines));
        }
        yield array;
      }
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> make.nullNode();
      case ScalarNode scalar when isTruth(scalar) ->
          make.booleanNode(Boolean.parseBoolean(scalar.getValue()));
      case ScalarNode scalar -> make.stringNode(scalar.getValue());
      default -> make.nullNode();
    };
  }

  private static ObjectNode object(MappingNode mapping, String path, Map<String, Integer> lines) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode key0 ? key0.getValue() : "?";
      String below = path + "/" + key;
      lines.put(below, entry.getKeyNode().getStartMark().getLine() + 1);
      object.set(key, tree(entry.getValueNode(), below, lines));
    }
    return object;
  }

  private static boolean isTruth(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.BOOL)
        && (scalar.getValue().equals("true") || scalar.getValue().equals("false"));
  }
}
