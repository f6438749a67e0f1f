package org.ronghe.sources.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionModel.DecisionService;
import org.ronghe.model.decision.DecisionModel.Declared;
import org.ronghe.model.decision.DecisionModel.Knowledge;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.decision.DeclaredDecision;
import org.ronghe.model.decision.DeclaredType;
import org.ronghe.model.pack.Words;
import org.w3c.dom.Element;

/// Turns the tree of one file into a model.
final class ModelReader {
  private static final Set<String> PASSED_OVER =
      Set.of(
          "description",
          "extensionElements",
          "knowledgeSource",
          "elementCollection",
          "association",
          "textAnnotation",
          "group",
          "organizationUnit",
          "performanceIndicator",
          "DMNDI");
  private final Element root;
  private final String file;
  private final BoxedReader boxed;
  private final List<DecisionNotice> notices = new ArrayList<>();
  private final Map<String, Element> byId = new HashMap<>();

  ModelReader(Element root, String file) {
    this.root = root;
    this.file = file;
    this.boxed = new BoxedReader(Xml.attribute(root, "expressionLanguage"));
  }

  DecisionReading read() {
    List<DeclaredType> types = new ArrayList<>();
    List<Declared> inputs = new ArrayList<>();
    List<DeclaredDecision> decisions = new ArrayList<>();
    List<Knowledge> knowledge = new ArrayList<>();
    List<DecisionService> services = new ArrayList<>();
    for (Element child : Xml.children(root)) {
      byId.put(Xml.attribute(child, "id"), child);
    }
    for (Element child : Xml.children(root)) {
      switch (child.getLocalName()) {
        case "itemDefinition" -> types.add(type(child));
        case "inputData" -> inputs.add(variable(child));
        case "decision" -> decisions.add(decision(child));
        case "businessKnowledgeModel" -> knowledge.add(knowledge(child));
        case "decisionService" -> services.add(service(child));
        case String name when PASSED_OVER.contains(name) -> {
          // drawings and remarks decide nothing
        }
        case String name ->
            notice(
                "dmn-element",
                name + " " + Xml.attribute(child, "name"),
                "不支持这种元素。",
                "this element is not supported.");
      }
    }
    return new DecisionReading(
        Optional.of(
            new DecisionModel(
                file,
                Xml.attribute(root, "name"),
                Xml.attribute(root, "namespace"),
                types,
                inputs,
                decisions,
                knowledge,
                services)),
        notices);
  }

  private static DeclaredType type(Element element) {
    List<DeclaredType> fields =
        Xml.children(element, "itemComponent").stream().map(ModelReader::type).toList();
    return new DeclaredType(
        Xml.attribute(element, "name"),
        Xml.typeRef(element),
        Xml.attribute(element, "isCollection").equals("true"),
        Xml.text(element, "allowedValues"),
        Xml.text(element, "typeConstraint"),
        fields,
        Xml.child(element, "functionItem") != null);
  }

  /// An input, named and typed by its variable.
  private static Declared variable(Element element) {
    Element variable = Xml.child(element, "variable");
    String name = Xml.attribute(element, "name");
    String label = Xml.attribute(element, "label");
    return variable == null
        ? new Declared(name, "", label)
        : new Declared(name, Xml.typeRef(variable), label);
  }

  private DeclaredDecision decision(Element element) {
    String name = Xml.attribute(element, "name");
    return new DeclaredDecision(
        name,
        variable(element).typeRef(),
        Xml.attribute(element, "label"),
        requires(element),
        boxed.inside(element).orElse(null));
  }

  private Knowledge knowledge(Element element) {
    Element logic = Xml.child(element, "encapsulatedLogic");
    Boxed.Function function = logic == null ? null : boxed.function(logic);
    return new Knowledge(
        Xml.attribute(element, "name"), variable(element).typeRef(), requires(element), function);
  }

  private List<String> requires(Element element) {
    List<String> result = new ArrayList<>();
    for (Element requirement : Xml.children(element)) {
      if (requirement.getLocalName().endsWith("Requirement")
          && !requirement.getLocalName().equals("authorityRequirement")) {
        Xml.children(requirement)
            .forEach(
                target -> named(target, Xml.attribute(element, "name")).ifPresent(result::add));
      }
    }
    return result;
  }

  private Optional<String> named(Element reference, String from) {
    String href = Xml.attribute(reference, "href");
    int hash = href.indexOf('#');
    boolean local = hash <= 0 || href.substring(0, hash).equals(Xml.attribute(root, "namespace"));
    Element target = local ? byId.get(href.substring(hash + 1)) : null;
    if (target == null) {
      notice(
          "dmn-reference",
          from + " → " + href,
          local ? "引用的元素不在本文件中。" : "不支持引用其他文件的元素。",
          local
              ? "what it requires is not in this file."
              : "requiring elements of another file is not supported.");
      return Optional.empty();
    }
    return Optional.of(Xml.attribute(target, "name"));
  }

  private DecisionService service(Element element) {
    String name = Xml.attribute(element, "name");
    List<Declared> inputs = new ArrayList<>();
    for (String kind : List.of("inputData", "inputDecision")) {
      for (Element reference : Xml.children(element, kind)) {
        Element target = byId.get(Xml.attribute(reference, "href").replaceFirst("^.*#", ""));
        if (target != null) {
          inputs.add(variable(target));
        }
        named(reference, name);
      }
    }
    return new DecisionService(
        name,
        variable(element).typeRef(),
        all(element, "outputDecision", name),
        all(element, "encapsulatedDecision", name),
        inputs);
  }

  private List<String> all(Element element, String kind, String from) {
    return Xml.children(element, kind).stream()
        .flatMap(reference -> named(reference, from).stream())
        .toList();
  }

  private void notice(String code, String element, String zh, String en) {
    notices.add(new DecisionNotice(code, file, element, "", new Words(zh, en)));
  }
}
