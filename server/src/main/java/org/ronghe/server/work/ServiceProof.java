package org.ronghe.server.work;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.form.FormSchema;
import org.ronghe.engines.form.Numbers;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.ElementType;
import org.ronghe.model.service.Example;
import org.ronghe.model.service.Service;
import tools.jackson.databind.json.JsonMapper;

/// Plays the examples of every service: the answers fit the form, the conditions are met or not as
/// the example says.
public final class ServiceProof {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Catalogue catalogue;
  private final List<Words> failures = new ArrayList<>();
  private int examples;

  public ServiceProof(Catalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.services().forEach(this::play);
  }

  /// What did not come out as an example says; empty when all did.
  public List<Words> failures() {
    return failures;
  }

  /// How many were played.
  public int examples() {
    return examples;
  }

  private void play(Service service) {
    Schema schema =
        schema(FormSchema.forValidation(service.id(), service.form(), catalogue.elements()));
    for (Example example : service.examples()) {
      examples++;
      LocalDate day = day(service, example);
      conditions(service, example, day);
      if (example.refused().isEmpty()) {
        answers(service, example, schema);
      }
    }
  }

  private static LocalDate day(Service service, Example example) {
    if (example.on() != null) {
      return example.on();
    }
    return example.steps().isEmpty() ? service.effectiveFrom() : example.steps().getFirst().on();
  }

  private void conditions(Service service, Example example, LocalDate day) {
    Answers answers = Answers.of(example.answers());
    List<String> unmet =
        service.conditions().stream()
            .filter(condition ->
                condition.all().stream()
                    .anyMatch(test -> answers.test(test, day) == Answers.Verdict.NO))
            .map(condition -> condition.id())
            .toList();
    if (!unmet.equals(example.refused())) {
      fail(
          service,
          example,
          "不满足的条件是 " + unmet + "，示例说 " + example.refused() + "。",
          "the conditions not met are " + unmet + ", the example says " + example.refused() + ".");
    }
  }

  private void answers(Service service, Example example, Schema schema) {
    String text = JSON.writeValueAsString(example.answers());
    List<Error> english = errors(schema, text, Locale.ENGLISH);
    List<Error> chinese = errors(schema, text, Locale.SIMPLIFIED_CHINESE);
    for (int i = 0; i < english.size(); i++) {
      fail(
          service,
          example,
          english.get(i).getInstanceLocation() + " " + chinese.get(i).getMessage(),
          english.get(i).getInstanceLocation() + " " + english.get(i).getMessage());
    }
    Answers.of(example.answers())
        .values()
        .forEach((id, value) -> {
          Element element = catalogue.elements().get(id);
          if (element != null && !isRight(element.type(), value)) {
            fail(
                service,
                example,
                id + " 校验位不对：" + value,
                id + " has a wrong check digit: " + value);
          }
        });
  }

  private static boolean isRight(ElementType type, @Nullable Object value) {
    String text = String.valueOf(value);
    if (type == ElementType.ID_NUMBER) {
      return Numbers.isIdentityNumber(text);
    }
    return type != ElementType.CREDIT_CODE || Numbers.isCreditCode(text);
  }

  private static Schema schema(Map<String, Object> form) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JSON.writeValueAsString(form), InputFormat.JSON);
  }

  private static List<Error> errors(Schema schema, String text, Locale locale) {
    return schema.validate(
        text,
        InputFormat.JSON,
        context ->
            context.executionConfig(config -> config.locale(locale).formatAssertionsEnabled(true)));
  }

  private void fail(Service service, Example example, String zh, String en) {
    String at = service.id() + "/" + service.key().version() + " " + example.id();
    failures.add(new Words(at + "：" + zh, at + ": " + en));
  }
}
