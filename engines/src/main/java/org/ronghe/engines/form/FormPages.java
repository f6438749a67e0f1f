package org.ronghe.engines.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.Form;

/// The UI schema of a form (JSON Forms conventions): a `Categorization`, one `Category` a section,
/// one `Control` a question, `rule` where it is asked only sometimes.
public final class FormPages {
  private FormPages() {}

  public static Map<String, Object> of(Form form, Map<String, Element> elements) {
    List<Object> categories = new ArrayList<>();
    for (Form.Section section : form.sections()) {
      Map<String, Object> category = new LinkedHashMap<>();
      category.put("type", "Category");
      category.put("label", section.title().zh());
      category.put("options", Map.of("id", section.id(), "en", section.title().en()));
      category.put(
          "elements",
          section.questions().stream().map(question -> control(question, elements)).toList());
      categories.add(category);
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("type", "Categorization");
    page.put("elements", categories);
    return page;
  }

  private static Map<String, Object> control(
      Form.Question question, Map<String, Element> elements) {
    Map<String, Object> control = new LinkedHashMap<>();
    control.put("type", "Control");
    control.put("scope", scope(question.element()));
    control.put("options", Map.of("element", question.element(), "required", question.required()));
    AnswerTest when = question.when();
    Map<String, Object> condition = FormSchema.condition(when, elements);
    if (when != null && condition != null) {
      control.put(
          "rule", Map.of("effect", "SHOW", "condition", Map.of("scope", "#", "schema", condition)));
    }
    return control;
  }

  private static String scope(String element) {
    return "#/properties/" + element.replace(".", "/properties/");
  }
}
