package org.ronghe.sources.decision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The few questions asked of an XML tree. Names are local names: DMN's versions differ in
/// namespaces only.
final class Xml {
  private Xml() {}

  static List<Element> children(Element element) {
    List<Element> result = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        result.add(child);
      }
    }
    return result;
  }

  static List<Element> children(Element element, String name) {
    return children(element).stream().filter(child -> name.equals(child.getLocalName())).toList();
  }

  static @Nullable Element child(Element element, String name) {
    List<Element> found = children(element, name);
    return found.isEmpty() ? null : found.getFirst();
  }

  /// The attribute, or empty.
  static String attribute(Element element, String name) {
    return element.getAttribute(name).strip();
  }

  /// The text of `<name><text>…</text></name>`, or empty.
  static String text(Element element, String name) {
    Element child = child(element, name);
    return child == null ? "" : text(child);
  }

  /// The text of `<text>…</text>` inside, or empty.
  static String text(Element element) {
    Element text = child(element, "text");
    return text == null ? "" : text.getTextContent();
  }

  /// A type reference: an attribute, or an element in older files; prefixes dropped.
  static String typeRef(Element element) {
    String ref = attribute(element, "typeRef");
    if (ref.isEmpty()) {
      Element child = child(element, "typeRef");
      ref = child == null ? "" : child.getTextContent().strip();
    }
    return ref.replaceFirst("^\\{[^}]*}", "").replaceFirst("^feel:", "");
  }
}
