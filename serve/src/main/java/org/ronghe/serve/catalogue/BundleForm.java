package org.ronghe.serve.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Service;

/// The one form of a bundle: each element asked once, what another part will give not at all.
final class BundleForm {
  private BundleForm() {}

  static Form of(List<Service> services, Map<String, LicenceKind> licences) {
    Set<String> given = new HashSet<>();
    services.forEach(s -> s.outputs().forEach(use -> given.add(use.licence())));
    Map<String, Form.Question> first = new LinkedHashMap<>();
    Map<String, Set<String>> always = new LinkedHashMap<>();
    for (Service service : services) {
      Set<String> filled = filled(service, given, licences);
      service
          .form()
          .questions()
          .filter(question -> !filled.contains(question.element()))
          .forEach(question -> {
            first.putIfAbsent(question.element(), question);
            if (question.required() && question.when() == null) {
              always.computeIfAbsent(question.element(), _ -> new HashSet<>()).add(service.id());
            }
          });
    }
    List<Form.Section> sections = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (Service service : services) {
      for (Form.Section section : service.form().sections()) {
        List<Form.Question> questions =
            section.questions().stream()
                .filter(question -> first.containsKey(question.element()))
                .filter(question -> done.add(question.element()))
                .map(question ->
                    always.containsKey(question.element())
                        ? new Form.Question(question.element(), true, null)
                        : question)
                .toList();
        if (!questions.isEmpty()) {
          sections.add(
              new Form.Section(service.id() + "-" + section.id(), section.title(), questions));
        }
      }
    }
    return new Form(sections);
  }

  private static Set<String> filled(
      Service service, Set<String> given, Map<String, LicenceKind> licences) {
    Set<String> own = new HashSet<>();
    service.outputs().forEach(use -> own.add(use.licence()));
    Set<String> filled = new HashSet<>();
    for (LicenceUse use : service.inputs()) {
      LicenceKind kind = licences.get(use.licence());
      if (kind != null && given.contains(use.licence()) && !own.contains(use.licence())) {
        filled.addAll(kind.fills(use.of()));
      }
    }
    return filled;
  }
}
