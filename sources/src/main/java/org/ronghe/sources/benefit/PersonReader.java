package org.ronghe.sources.benefit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// JSON as FEEL values: numbers decimal, `2026-01-31` a date.
public final class PersonReader {
  private PersonReader() {}

  /// The members of an object; empty when it is none.
  public static Map<String, @Nullable Object> values(JsonNode object) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      result.put(entry.getKey(), value(entry.getValue()));
    }
    return result;
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isNull()) {
      return null;
    } else if (node.isBoolean()) {
      return node.asBoolean();
    } else if (node.isNumber()) {
      return new BigDecimal(node.asString());
    } else if (node.isObject()) {
      return values(node);
    } else if (node.isArray()) {
      List<@Nullable Object> result = new ArrayList<>();
      node.forEach(one -> result.add(value(one)));
      return result;
    }
    return text(node.asString());
  }

  private static Object text(String text) {
    if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException _) {
        return text;
      }
    }
    return text;
  }
}
