package org.ronghe.engines.rule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Answers;

/// The answers of a form as inputs of a decision: a structure for each role, `child.birthDate` the
/// field `birthDate` of `child`.
public final class FormInputs {
  private FormInputs() {}

  /// @param types element to the FEEL type the decision declares for it
  /// @return role to its fields; a field without a fitting answer is null
  public static Map<String, @Nullable Object> of(Map<String, String> types, Answers answers) {
    Map<String, Map<String, @Nullable Object>> roles = new LinkedHashMap<>();
    types.forEach((element, type) -> {
      int dot = element.indexOf('.');
      roles
          .computeIfAbsent(element.substring(0, dot), _ -> new LinkedHashMap<>())
          .put(element.substring(dot + 1), value(answers, element, type));
    });
    return new LinkedHashMap<>(roles);
  }

  /// The answer as a FEEL value of the type; null when there is none or it is no such.
  public static @Nullable Object value(Answers answers, String element, String type) {
    Object answer = answers.get(element).orElse(null);
    if (!type.equals("date") || answer == null) {
      return Inputs.of(answer);
    }
    try {
      return LocalDate.parse(answer.toString());
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
