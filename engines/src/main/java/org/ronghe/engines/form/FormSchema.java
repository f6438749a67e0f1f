package org.ronghe.engines.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.Form;

/// JSON Schema 2020-12 of a form, as plain maps and lists: answers nested by role, `{"child":
/// {"name": …}}`, nothing else allowed. A question with a condition may be left out when the
/// condition does not hold; when it holds and is required, `if`/`then` asks for it.
public final class FormSchema {
  /// Characters that turn the direction of writing, or none at all: a name could pose as another.
  private static final String DECEITFUL =
      "\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff";

  private static final String LINE = "[^\\u0000-\\u001f<>" + DECEITFUL + "]";
  private static final String LINES = "[^\\u0000-\\u0008\\u000b-\\u001f<>" + DECEITFUL + "]";

  private FormSchema() {}

  /// @param elements all elements the form names, by id
  public static Map<String, Object> of(String id, Form form, Map<String, Element> elements) {
    Map<String, Map<String, Object>> roles = new LinkedHashMap<>();
    Map<String, List<String>> required = new LinkedHashMap<>();
    List<Object> conditional = new ArrayList<>();
    form.questions()
        .forEach(question -> {
          Element element = known(elements, question.element());
          roles
              .computeIfAbsent(element.role(), _ -> new LinkedHashMap<>())
              .put(element.field(), property(element));
          if (question.required() && question.when() == null) {
            required.computeIfAbsent(element.role(), _ -> new ArrayList<>()).add(element.field());
          } else if (question.required()) {
            Map<String, Object> condition = condition(question.when(), elements);
            if (condition != null) {
              conditional.add(
                  Map.of("if", condition, "then", needs(element.role(), element.field())));
            }
          }
        });
    Map<String, Object> properties = new LinkedHashMap<>();
    roles.forEach((role, fields) -> {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("type", "object");
      object.put("properties", fields);
      object.put("required", required.getOrDefault(role, List.of()));
      object.put("additionalProperties", false);
      properties.put(role, object);
    });
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:ronghe:form:" + id);
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.copyOf(required.keySet()));
    schema.put("additionalProperties", false);
    if (!conditional.isEmpty()) {
      schema.put("allOf", conditional);
    }
    return schema;
  }

  /// The same without what only screens read (`x-…`, titles), for the validator.
  public static Map<String, Object> forValidation(
      String id, Form form, Map<String, Element> elements) {
    return plain(of(id, form, elements));
  }

  private static Map<String, Object> plain(Map<?, ?> schema) {
    Map<String, Object> plain = new LinkedHashMap<>();
    schema.forEach((key, value) -> {
      if (!String.valueOf(key).startsWith("x-")) {
        plain.put(String.valueOf(key), bare(value));
      }
    });
    return plain;
  }

  private static Object bare(Object value) {
    if (value instanceof Map<?, ?> map) {
      return plain(map);
    }
    return value instanceof List<?> list ? list.stream().map(FormSchema::bare).toList() : value;
  }

  private static Element known(Map<String, Element> elements, String id) {
    Element element = elements.get(id);
    if (element == null) {
      throw new IllegalArgumentException("no element " + id);
    }
    return element;
  }

  private static Map<String, Object> needs(String role, String field) {
    return Map.of(
        "required",
        List.of(role),
        "properties",
        Map.of(role, Map.of("type", "object", "required", List.of(field))));
  }

  /// The test as a schema; null for tests of dates, which JSON Schema cannot say (the server makes
  /// them).
  static @Nullable Map<String, Object> condition(
      @Nullable AnswerTest test, Map<String, Element> elements) {
    if (test == null
        || test.ageMin_years() != null
        || test.ageMax_years() != null
        || test.within_days() != null) {
      return null;
    }
    Element element = known(elements, test.element());
    Map<String, Object> value = new LinkedHashMap<>();
    if (!test.is().isEmpty()) {
      value.put("enum", values(test.is(), element));
    }
    if (!test.not().isEmpty()) {
      value.put("not", Map.of("enum", values(test.not(), element)));
    }
    if (test.min() != null) {
      value.put("minimum", test.min());
    }
    if (test.max() != null) {
      value.put("maximum", test.max());
    }
    return Map.of(
        "required",
        List.of(element.role()),
        "properties",
        Map.of(
            element.role(),
            Map.of(
                "required",
                List.of(element.field()),
                "properties",
                Map.of(element.field(), value))));
  }

  private static List<Object> values(List<String> texts, Element element) {
    return texts.stream().map(text -> value(text, element)).toList();
  }

  private static Object value(String text, Element element) {
    return switch (element.type()) {
      case BOOLEAN -> Boolean.valueOf(text);
      case INTEGER, NUMBER, MONEY -> new java.math.BigDecimal(text);
      case TEXT, LONG_TEXT, DATE, CHOICE, CHOICES, ID_NUMBER, CREDIT_CODE, MOBILE, EMAIL -> text;
      case BANK_ACCOUNT, DIVISION, ADDRESS, GEOMETRY -> text;
    };
  }

  private static Map<String, Object> property(Element element) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("title", element.name().zh());
    property.put("x-en", element.name().en());
    property.put("x-element", element.id());
    property.put("x-type", element.type().code());
    if (element.hint() != null) {
      property.put("description", element.hint().zh());
      property.put("x-description-en", element.hint().en());
    }
    if (!element.unit().isEmpty()) {
      property.put("x-unit", element.unit());
    }
    if (element.personal()) {
      property.put("x-personal", true);
    }
    type(property, element);
    return property;
  }

  private static void type(Map<String, Object> property, Element element) {
    switch (element.type()) {
      case INTEGER -> number(property, "integer", element);
      case NUMBER -> number(property, "number", element);
      case MONEY -> {
        number(property, "number", element);
        property.put("multipleOf", 0.01);
      }
      case BOOLEAN -> property.put("type", "boolean");
      case DATE -> text(property, element, "date", 10, null);
      case CHOICE -> {
        property.put("type", "string");
        property.put("oneOf", choices(element));
      }
      case CHOICES -> {
        property.put("type", "array");
        property.put("uniqueItems", true);
        property.put("minItems", 1);
        property.put("items", Map.of("type", "string", "oneOf", choices(element)));
      }
      case ID_NUMBER -> text(property, element, null, 18, "^[1-9][0-9]{16}[0-9X]$");
      case CREDIT_CODE -> text(property, element, null, 18, "^[0-9A-HJ-NPQRTUWXY]{18}$");
      case MOBILE ->
          text(property, element, null, 16, "^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$");
      case EMAIL -> text(property, element, null, 254, "^[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+$");
      case BANK_ACCOUNT -> text(property, element, null, 32, "^[0-9]{8,32}$");
      case DIVISION -> text(property, element, null, 12, "^[0-9]{6}([0-9]{3}([0-9]{3})?)?$");
      case ADDRESS, TEXT -> text(property, element, null, 200, "^(?=.*\\S)" + LINE + "*$");
      case LONG_TEXT -> text(property, element, null, 4000, "^" + LINES + "*$");
      case GEOMETRY -> {
        property.put("type", "object");
        property.put("required", List.of("type", "coordinates"));
        property.put(
            "properties",
            Map.of(
                "type",
                Map.of(
                    "enum",
                    List.of("Point", "LineString", "Polygon", "MultiLineString", "MultiPolygon")),
                "coordinates",
                Map.of("type", "array", "minItems", 1, "maxItems", 2000)));
        property.put("additionalProperties", false);
      }
    }
  }

  private static void number(Map<String, Object> property, String type, Element element) {
    property.put("type", type);
    if (element.min() != null) {
      property.put("minimum", element.min());
    }
    if (element.max() != null) {
      property.put("maximum", element.max());
    }
  }

  private static void text(
      Map<String, Object> property,
      Element element,
      @Nullable String format,
      int longest,
      @Nullable String pattern) {
    property.put("type", "string");
    property.put("minLength", element.min() == null ? 1 : element.min().intValue());
    property.put("maxLength", element.max() == null ? longest : element.max().intValue());
    if (format != null) {
      property.put("format", format);
    }
    String wanted = element.pattern() == null ? pattern : element.pattern();
    if (wanted != null) {
      property.put("pattern", wanted);
    }
  }

  private static List<Object> choices(Element element) {
    List<Object> choices = new ArrayList<>();
    for (Element.Choice choice : element.choices()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("const", choice.value());
      one.put("title", choice.name().zh());
      one.put("x-en", choice.name().en());
      choices.add(one);
    }
    return choices;
  }
}
