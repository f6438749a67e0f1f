package org.ronghe.sources.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.AnswerTest;
import tools.jackson.databind.JsonNode;

/// Pieces that all files of the catalogue write the same way; the schema was checked before.
final class Nodes {
  private Nodes() {}

  static Words words(JsonNode node) {
    return new Words(node.path("zh").asString(), node.path("en").asString());
  }

  static @Nullable String text(JsonNode node, String field) {
    return node.has(field) ? node.path(field).asString() : null;
  }

  static @Nullable BigDecimal decimal(JsonNode node, String field) {
    return node.has(field) ? node.path(field).decimalValue() : null;
  }

  private static @Nullable Integer whole(JsonNode node, String field) {
    return node.has(field) ? Integer.valueOf(node.path(field).asInt()) : null;
  }

  /// A text, number or yes/no, or a list of them, as texts.
  static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(one -> texts.add(one.asString()));
    } else if (!node.isMissingNode()) {
      texts.add(node.asString());
    }
    return texts;
  }

  static @Nullable AnswerTest when(JsonNode node) {
    return node.has("when") ? test(node.path("when")) : null;
  }

  static AnswerTest test(JsonNode node) {
    return new AnswerTest(
        node.path("element").asString(),
        texts(node.path("is")),
        texts(node.path("not")),
        decimal(node, "min"),
        decimal(node, "max"),
        whole(node, "age_min_years"),
        whole(node, "age_max_years"),
        whole(node, "within_days"));
  }

  static List<AnswerTest> tests(JsonNode node) {
    List<AnswerTest> tests = new ArrayList<>();
    node.forEach(one -> tests.add(test(one)));
    return tests;
  }

  static @Nullable LocalDate date(JsonNode node, String field, String path, Notices notices) {
    if (!node.has(field)) {
      return null;
    }
    String text = node.path(field).asString();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      notices.add("date", path + "/" + field, text, "没有这一天。", "There is no such day.");
      return null;
    }
  }
}
