package org.ronghe.serve.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.ElementType;

/// Personal data made unreadable for those who need not know.
final class Masks {
  private Masks() {}

  /// 王* for 王强.
  static String name(String name) {
    if (name.isEmpty()) {
      return "";
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first)
        + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
  }

  /// The answers with all personal elements masked.
  static Map<String, Object> answers(Map<String, Object> nested, Map<String, Element> elements) {
    Map<String, Object> masked = new LinkedHashMap<>();
    nested.forEach((role, fields) -> {
      Map<String, Object> shown = new LinkedHashMap<>();
      if (fields instanceof Map<?, ?> map) {
        map.forEach((field, value) ->
            shown.put(String.valueOf(field), value(elements.get(role + "." + field), value)));
      }
      masked.put(role, shown);
    });
    return masked;
  }

  private static Object value(@org.jspecify.annotations.Nullable Element element, Object value) {
    if (element != null && !element.personal()) {
      return value;
    }
    String text = String.valueOf(value);
    if (element != null && element.type() == ElementType.ID_NUMBER && text.length() == 18) {
      return text.substring(0, 3) + "*".repeat(13) + text.substring(16);
    }
    if (element != null && element.type() == ElementType.MOBILE && text.length() == 11) {
      return text.substring(0, 3) + "****" + text.substring(7);
    }
    return element != null && element.field().equals("name") ? name(text) : "***";
  }
}
