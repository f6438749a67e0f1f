package org.ronghe.sources.service;

import java.io.StringReader;
import java.util.OptionalInt;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Finds the line of a YAML text a notice speaks of.
public final class TextLine {
  private TextLine() {}

  /// The line (from 1) of what the JSON pointer names, or of the nearest thing around it that is
  /// there; of the fault itself when the text is not YAML; empty when the text is empty.
  public static OptionalInt of(String text, String pointer) {
    return of(text, pointer, "");
  }

  /// The same, or below it the line of the first scalar that is `value`, when there is one.
  public static OptionalInt of(String text, String pointer, String value) {
    Node node;
    try {
      node = new Yaml().compose(new StringReader(text));
    } catch (MarkedYAMLException wrong) {
      return wrong.getProblemMark() == null
          ? OptionalInt.empty()
          : OptionalInt.of(wrong.getProblemMark().getLine() + 1);
    } catch (YAMLException _) {
      return OptionalInt.empty();
    }
    if (node == null) {
      return OptionalInt.empty();
    }
    int line = node.getStartMark().getLine();
    for (String part : pointer.split("/")) {
      if (part.isEmpty()) {
        continue;
      }
      Step step = step(node, part.replace("~1", "/").replace("~0", "~"));
      if (step == null) {
        break;
      }
      node = step.value();
      line = step.line();
    }
    OptionalInt held = value.isEmpty() ? OptionalInt.empty() : holding(node, value);
    return OptionalInt.of((held.isPresent() ? held.getAsInt() : line) + 1);
  }

  private static OptionalInt holding(Node node, String value) {
    return switch (node) {
      case ScalarNode scalar when scalar.getValue().equals(value) ->
          OptionalInt.of(scalar.getStartMark().getLine());
      case SequenceNode list -> first(list.getValue(), value);
      case MappingNode map ->
          first(map.getValue().stream().map(NodeTuple::getValueNode).toList(), value);
      default -> OptionalInt.empty();
    };
  }

  private static OptionalInt first(java.util.List<Node> nodes, String value) {
    return nodes.stream()
        .map(node -> holding(node, value))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private static @org.jspecify.annotations.Nullable Step step(Node node, String part) {
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(part)) {
          return new Step(tuple.getValueNode(), key.getStartMark().getLine());
        }
      }
    }
    if (node instanceof SequenceNode list
        && part.matches("[0-9]{1,6}")
        && Integer.parseInt(part) < list.getValue().size()) {
      Node value = list.getValue().get(Integer.parseInt(part));
      return new Step(value, value.getStartMark().getLine());
    }
    return null;
  }

  private record Step(Node value, int line) {}
}
