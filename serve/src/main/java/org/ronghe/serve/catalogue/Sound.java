package org.ronghe.serve.catalogue;

import java.util.Optional;
import org.ronghe.model.pack.Words;
import tools.jackson.databind.JsonNode;

/// What no schema says of JSON that people send: texts and numbers that can be kept and given back.
public final class Sound {
  private static final double LARGEST = 1e15;
  private static final int LONGEST_NAME = 80;

  private Sound() {}

  /// The first place that is not sound, as a JSON pointer with what is wrong there.
  public static Optional<Unsound> first(JsonNode node) {
    return first(node, "");
  }

  private static Optional<Unsound> first(JsonNode node, String at) {
    if (node.isString()) {
      return isText(node.asString()) ? Optional.empty() : unsound(at, UNKEPT);
    }
    if (node.isNumber()) {
      boolean huge = node.isBigInteger() || !(Math.abs(node.doubleValue()) <= LARGEST);
      return huge ? unsound(at, HUGE) : Optional.empty();
    }
    int index = 0;
    for (JsonNode element : node.isArray() ? node.values() : java.util.List.<JsonNode>of()) {
      Optional<Unsound> found = first(element, at + "/" + index++);
      if (found.isPresent()) {
        return found;
      }
    }
    for (var entry : node.properties()) {
      String name = entry.getKey();
      if (name.length() > LONGEST_NAME || !isText(name)) {
        return unsound(at, NAME);
      }
      Optional<Unsound> found = first(entry.getValue(), at + "/" + name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static final Words UNKEPT =
      new Words("含有无法保存的字符，请重新输入。", "It holds characters that cannot be kept; type it again.");
  private static final Words HUGE =
      new Words("数字过大，请核对。", "The number is too large; please check it.");
  private static final Words NAME = new Words("字段名不对。", "The name of a field is not one.");

  private static Optional<Unsound> unsound(String at, Words why) {
    return Optional.of(new Unsound(at, why));
  }

  /// False for texts with a NUL or half a character.
  private static boolean isText(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  /// @param at JSON pointer
  public record Unsound(String at, Words why) {}
}
