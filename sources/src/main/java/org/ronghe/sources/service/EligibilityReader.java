package org.ronghe.sources.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DeclaredDecision;
import org.ronghe.model.decision.DeclaredType;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.Service;
import org.ronghe.sources.decision.DecisionReading;
import org.ronghe.sources.decision.DmnReader;
import org.ronghe.sources.pack.PackNotice;

/// Reads `eligibility.dmn` of a service and checks that it asks nothing the form does not ask.
final class EligibilityReader {
  static final String FILE = "eligibility.dmn";
  private static final String DAY = "day";

  private EligibilityReader() {}

  /// The model; null when there is no text, or after a notice.
  static @Nullable DecisionModel read(@Nullable String text, String at, List<PackNotice> notices) {
    if (text == null) {
      return null;
    }
    DecisionReading reading;
    try {
      reading =
          DmnReader.read(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), at + FILE);
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    reading
        .notices()
        .forEach(one ->
            notices.add(
                new PackNotice(
                    one.code(), one.file(), one.element(), one.expression(), one.why(), null)));
    return reading.notices().isEmpty() ? reading.model().orElse(null) : null;
  }

  /// Inputs are roles whose fields the form asks, and `day`; the decision `eligible` is there.
  static void check(
      Service service, DecisionModel model, Map<String, Element> elements, Notices notices) {
    Set<String> asked =
        service.form().questions().map(one -> one.element()).collect(Collectors.toSet());
    for (DecisionModel.Declared input : model.inputs()) {
      if (input.name().equals(DAY)) {
        type(DAY, "date", input.typeRef(), notices);
      } else {
        role(input, model, asked, elements, notices);
      }
    }
    List<String> decisions = model.decisions().stream().map(DeclaredDecision::name).toList();
    if (!decisions.contains("eligible")) {
      notices.unknown(
          "no-decision",
          "/",
          "eligible",
          decisions,
          "缺少决策 eligible。",
          "The decision eligible is missing.");
    }
  }

  private static void role(
      DecisionModel.Declared input,
      DecisionModel model,
      Set<String> asked,
      Map<String, Element> elements,
      Notices notices) {
    List<DeclaredType> fields =
        model.types().stream()
            .filter(type -> type.name().equals(input.typeRef()))
            .flatMap(type -> type.fields().stream())
            .toList();
    if (fields.isEmpty()) {
      notices.add(
          "dmn-input",
          input.name(),
          input.typeRef(),
          "输入须是表单里的角色（一个带字段的类型），或日期 day。",
          "An input is a role of the form (a type with fields), or the date day.");
    }
    for (DeclaredType field : fields) {
      String element = input.name() + "." + field.name();
      Element known = elements.get(element);
      if (!asked.contains(element) || known == null) {
        notices.unknown(
            "no-such-element",
            input.name(),
            element,
            asked,
            "表单里没有问这个要素。",
            "The form does not ask this element.");
      } else {
        type(element, known.type().feel(), field.typeRef(), notices);
      }
    }
  }

  private static void type(String element, String wanted, String given, Notices notices) {
    if (!wanted.equals(given)) {
      notices.add(
          "dmn-type",
          element,
          given,
          "类型应为 " + wanted + "。",
          "Its type must be " + wanted + ".",
          wanted);
    }
  }
}
