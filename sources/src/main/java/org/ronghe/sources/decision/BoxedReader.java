package org.ronghe.sources.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel.Declared;
import org.ronghe.model.decision.HitPolicy;
import org.w3c.dom.Element;

/// Reads boxed expressions.
final class BoxedReader {
  private static final Set<String> NOT_LOGIC =
      Set.of(
          "description",
          "extensionElements",
          "question",
          "allowedAnswers",
          "variable",
          "informationRequirement",
          "knowledgeRequirement",
          "authorityRequirement",
          "supportedObjective",
          "impactedPerformanceIndicator",
          "decisionMaker",
          "decisionOwner",
          "usingProcess",
          "usingTask",
          "parameter",
          "formalParameter",
          "typeRef");
  private final String language;

  BoxedReader(String language) {
    this.language = language;
  }

  /// The expression among the children of an element.
  Optional<Boxed> inside(@Nullable Element element) {
    if (element == null) {
      return Optional.empty();
    }
    return Xml.children(element).stream()
        .filter(child -> !NOT_LOGIC.contains(child.getLocalName()))
        .findFirst()
        .map(this::boxed);
  }

  private Boxed required(@Nullable Element element, String missing) {
    return inside(element).orElse(new Boxed.Strange(missing));
  }

  private Boxed boxed(Element element) {
    Boxed plain = plain(element);
    boolean mayBeTyped = plain instanceof Boxed.Literal || plain instanceof Boxed.Invocation;
    String type = Xml.attribute(element, "typeRef");
    return mayBeTyped && !type.isEmpty() ? new Boxed.Typed(plain, type) : plain;
  }

  private Boxed plain(Element element) {
    return switch (element.getLocalName()) {
      case "literalExpression" -> literal(element);
      case "decisionTable" -> table(element);
      case "context" -> new Boxed.Context(entries(element, "contextEntry"));
      case "invocation" -> new Boxed.Invocation(required(element, "invocation"), bindings(element));
      case "functionDefinition" -> function(element);
      case "list" ->
          new Boxed.Listed(
              Xml.children(element).stream()
                  .filter(child -> !NOT_LOGIC.contains(child.getLocalName()))
                  .map(this::boxed)
                  .toList());
      case "relation" -> relation(element);
      case "conditional" ->
          new Boxed.Conditional(
              required(Xml.child(element, "if"), "if"),
              required(Xml.child(element, "then"), "then"),
              required(Xml.child(element, "else"), "else"));
      case "filter" ->
          new Boxed.Filter(
              required(Xml.child(element, "in"), "in"),
              required(Xml.child(element, "match"), "match"));
      case "for" ->
          new Boxed.Iteration(
              Xml.attribute(element, "iteratorVariable"),
              required(Xml.child(element, "in"), "in"),
              required(Xml.child(element, "return"), "return"));
      case "some", "every" ->
          new Boxed.Quantified(
              element.getLocalName().equals("every"),
              Xml.attribute(element, "iteratorVariable"),
              required(Xml.child(element, "in"), "in"),
              required(Xml.child(element, "satisfies"), "satisfies"));
      case String other -> new Boxed.Strange(other);
    };
  }

  private Boxed literal(Element element) {
    String own = Xml.attribute(element, "expressionLanguage");
    String used = own.isEmpty() ? language : own;
    if (!used.isEmpty() && !used.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
      return new Boxed.Strange("expressionLanguage " + used);
    }
    return Xml.child(element, "importedValues") == null
        ? new Boxed.Literal(Xml.text(element))
        : new Boxed.Strange("importedValues");
  }

  private List<Boxed.Entry> entries(Element element, String kind) {
    List<Boxed.Entry> result = new ArrayList<>();
    for (Element entry : Xml.children(element, kind)) {
      Element variable = Xml.child(entry, "variable");
      result.add(
          new Boxed.Entry(
              variable == null ? null : Xml.attribute(variable, "name"),
              variable == null ? "" : Xml.typeRef(variable),
              required(entry, kind)));
    }
    return result;
  }

  private List<Boxed.Entry> bindings(Element element) {
    List<Boxed.Entry> result = new ArrayList<>();
    for (Element binding : Xml.children(element, "binding")) {
      Element parameter = Xml.child(binding, "parameter");
      result.add(
          new Boxed.Entry(
              parameter == null ? null : Xml.attribute(parameter, "name"),
              "",
              inside(binding).orElse(new Boxed.Literal("null"))));
    }
    return result;
  }

  Boxed.Function function(Element element) {
    List<Declared> parameters =
        Xml.children(element, "formalParameter").stream()
            .map(one -> new Declared(Xml.attribute(one, "name"), Xml.typeRef(one), ""))
            .toList();
    String kind = Xml.attribute(element, "kind");
    return new Boxed.Function(
        parameters, kind.isEmpty() ? "FEEL" : kind, required(element, "functionDefinition"));
  }

  private Boxed relation(Element element) {
    List<String> columns =
        Xml.children(element, "column").stream().map(one -> Xml.attribute(one, "name")).toList();
    List<List<Boxed>> rows =
        Xml.children(element, "row").stream()
            .map(row -> Xml.children(row).stream().map(this::boxed).toList())
            .toList();
    return new Boxed.Relation(columns, rows);
  }

  private Boxed table(Element element) {
    HitPolicy policy =
        policy(Xml.attribute(element, "hitPolicy"), Xml.attribute(element, "aggregation"));
    if (policy == null) {
      return new Boxed.Strange(
          "hitPolicy "
              + Xml.attribute(element, "hitPolicy")
              + " "
              + Xml.attribute(element, "aggregation"));
    }
    List<Boxed.InputColumn> inputs = new ArrayList<>();
    for (Element input : Xml.children(element, "input")) {
      Element expression = Xml.child(input, "inputExpression");
      inputs.add(
          new Boxed.InputColumn(
              Xml.attribute(input, "label"),
              expression == null ? "" : Xml.text(expression),
              expression == null ? "" : Xml.typeRef(expression),
              Xml.text(input, "inputValues")));
    }
    List<Boxed.OutputColumn> outputs = new ArrayList<>();
    for (Element output : Xml.children(element, "output")) {
      outputs.add(
          new Boxed.OutputColumn(
              Xml.attribute(output, "name"),
              Xml.typeRef(output),
              Xml.text(output, "outputValues"),
              Xml.text(output, "defaultOutputEntry")));
    }
    return new Boxed.Table(
        policy,
        inputs,
        outputs,
        Xml.children(element, "annotation").stream()
            .map(one -> Xml.attribute(one, "name"))
            .toList(),
        Xml.children(element, "rule").stream().map(BoxedReader::rule).toList());
  }

  private static Boxed.Rule rule(Element rule) {
    return new Boxed.Rule(
        Xml.attribute(rule, "id"),
        Xml.children(rule, "inputEntry").stream().map(Xml::text).toList(),
        Xml.children(rule, "outputEntry").stream().map(Xml::text).toList(),
        Xml.children(rule, "annotationEntry").stream().map(Xml::text).toList());
  }

  private static @Nullable HitPolicy policy(String policy, String aggregation) {
    return switch (policy) {
      case "", "UNIQUE", "U" -> HitPolicy.UNIQUE;
      case "ANY", "A" -> HitPolicy.ANY;
      case "PRIORITY", "P" -> HitPolicy.PRIORITY;
      case "FIRST", "F" -> HitPolicy.FIRST;
      case "RULE ORDER", "R" -> HitPolicy.RULE_ORDER;
      case "OUTPUT ORDER", "O" -> HitPolicy.OUTPUT_ORDER;
      case "COLLECT", "C" ->
          switch (aggregation) {
            case "" -> HitPolicy.COLLECT;
            case "SUM" -> HitPolicy.COLLECT_SUM;
            case "MIN" -> HitPolicy.COLLECT_MIN;
            case "MAX" -> HitPolicy.COLLECT_MAX;
            case "COUNT" -> HitPolicy.COLLECT_COUNT;
            default -> null;
          };
      default -> null;
    };
  }
}
