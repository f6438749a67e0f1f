package org.ronghe.serve.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.engines.form.FormSchema;
import org.ronghe.engines.form.Numbers;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.ElementType;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.Service;
import org.ronghe.office.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks answers against the form of one version: JSON Schema, the version's own extra schema,
/// check digits. Thread-safe.
public final class FormCheck {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_FAULTS = 100;

  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, Element> elements;

  /// @param later elements that may be missing for now
  FormCheck(Service service, Map<String, Element> elements, Set<String> later) {
    this.elements = elements;
    schemas.add(
        schema(
            JSON.writeValueAsString(
                FormSchema.forValidation(
                    service.key().toString(), without(service.form(), later), elements))));
    if (service.schema() != null && later.isEmpty()) {
      schemas.add(schema(service.schema()));
    }
  }

  private static Form without(Form form, Set<String> later) {
    return new Form(
        form.sections().stream()
            .map(section ->
                new Form.Section(
                    section.id(),
                    section.title(),
                    section.questions().stream()
                        .map(question ->
                            later.contains(question.element())
                                ? new Form.Question(question.element(), false, question.when())
                                : question)
                        .toList()))
            .toList());
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  List<Fault> faults(JsonNode answers) {
    Optional<Sound.Unsound> unsound = Sound.first(answers);
    if (unsound.isPresent()) {
      return List.of(
          new Fault(unsound.get().at(), unsound.get().why().zh(), unsound.get().why().en()));
    }
    List<Fault> faults = new ArrayList<>();
    for (Schema schema : schemas) {
      List<Error> english = errors(schema, answers, Locale.ENGLISH);
      if (english.isEmpty()) {
        continue;
      }
      List<Error> chinese = errors(schema, answers, Locale.SIMPLIFIED_CHINESE);
      for (int i = 0; i < Math.min(MOST_FAULTS, english.size()); i++) {
        faults.add(
            new Fault(
                place(english.get(i)), chinese.get(i).getMessage(), english.get(i).getMessage()));
      }
    }
    digits(answers, faults);
    return faults;
  }

  /// What may not be there is named itself, not what holds it.
  private static String place(Error error) {
    String in = String.valueOf(error.getInstanceLocation());
    return "additionalProperties".equals(error.getKeyword()) ? in + "/" + error.getProperty() : in;
  }

  private static List<Error> errors(Schema schema, JsonNode answers, Locale locale) {
    return schema.validate(
        answers,
        context ->
            context.executionConfig(config -> config.locale(locale).formatAssertionsEnabled(true)));
  }

  private void digits(JsonNode answers, List<Fault> faults) {
    for (var role : answers.properties()) {
      for (var field : role.getValue().properties()) {
        Element element = elements.get(role.getKey() + "." + field.getKey());
        if (element == null) {
          continue;
        }
        if (element.type() == ElementType.GEOMETRY && !Positions.isShape(field.getValue())) {
          faults.add(
              new Fault(
                  "/" + role.getKey() + "/" + field.getKey(),
                  element.name().zh() + "不是地图上的图形，请重新绘制。",
                  element.name().en() + " is no shape on the map; draw it again."));
        }
        if (!field.getValue().isString()) {
          continue;
        }
        String value = field.getValue().asString();
        boolean wrong =
            (element.type() == ElementType.ID_NUMBER && !Numbers.isIdentityNumber(value))
                || (element.type() == ElementType.CREDIT_CODE && !Numbers.isCreditCode(value));
        if (wrong) {
          faults.add(
              new Fault(
                  "/" + role.getKey() + "/" + field.getKey(),
                  element.name().zh() + "的校验位不对，请核对。",
                  element.name().en() + " has a wrong check digit; please check it."));
        }
      }
    }
  }

  /// One thing that is wrong.
  ///
  /// @param at JSON pointer into the answers
  public record Fault(String at, String zh, String en) {
    public Fault {
      at = Problem.shown(at);
      zh = Problem.shown(zh);
      en = Problem.shown(en);
    }
  }
}
