package org.ronghe.benchmarks.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Temporal;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A value as the TCK's XML writes it.
final class TckValue {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private TckValue() {}

  /// The value inside an inputNode, expected, component or item element.
  static @Nullable Object inside(Element element) {
    if (element.getAttributeNS(XSI, "nil").equals("true")) {
      return null;
    }
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    boolean structured = false;
    for (Element child : children(element)) {
      switch (child.getLocalName()) {
        case "value" -> {
          return simple(child);
        }
        case "list" -> {
          return list(child);
        }
        case "component" -> {
          structured = true;
          context.put(child.getAttribute("name"), inside(child));
        }
        default -> {
          // extension elements say nothing of the value
        }
      }
    }
    return structured ? context : null;
  }

  private static @Nullable Object list(Element list) {
    if (list.getAttributeNS(XSI, "nil").equals("true")) {
      return null;
    }
    List<@Nullable Object> result = new ArrayList<>();
    for (Element item : children(list)) {
      result.add(inside(item));
    }
    return result;
  }

  private static @Nullable Object simple(Element value) {
    if (value.getAttributeNS(XSI, "nil").equals("true")) {
      return null;
    }
    String type = value.getAttributeNS(XSI, "type").replaceFirst("^.*:", "");
    String text = value.getTextContent();
    return switch (type) {
      case "boolean" -> Boolean.valueOf(text.strip());
      case "decimal", "integer", "int", "double", "float", "long" -> number(text.strip());
      case "date", "time", "dateTime", "duration" -> Temporal.literal(text.strip());
      default -> text;
    };
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      return text;
    }
  }

  static List<Element> children(Element element) {
    List<Element> result = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        result.add(child);
      }
    }
    return result;
  }
}
