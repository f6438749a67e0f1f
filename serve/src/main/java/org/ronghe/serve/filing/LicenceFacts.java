package org.ronghe.serve.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.form.FormPages;
import org.ronghe.engines.form.FormSchema;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Service;
import org.ronghe.office.audit.AuditQueue;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What a licence carries and the case does not know yet: the desk is asked it when it issues.
@Component
public class LicenceFacts {
  private final CatalogueRoom room;
  private final CaseBook book;
  private final CaseDesk desk;
  private final Rights rights;
  private final AuditQueue audit;
  private final JsonMapper json;

  LicenceFacts(
      CatalogueRoom room,
      CaseBook book,
      CaseDesk desk,
      Rights rights,
      AuditQueue audit,
      JsonMapper json) {
    this.room = room;
    this.book = book;
    this.desk = desk;
    this.rights = rights;
    this.audit = audit;
    this.json = json;
  }

  /// A form of the elements that are lacking; no question where nothing is.
  public Wanted wanted(String number, Caller caller) {
    CaseFile file =
        book.find(number)
            .filter(one -> !one.isParent())
            .orElseThrow(() -> CaseDesk.unknown(number));
    Service service = room.pinned(file.service(), file.version());
    if (!rights.isDesks(file, service, caller)) {
      throw CaseDesk.unknown(number);
    }
    audit.record(caller.account(), "case-read", file.number(), "licence-facts");
    Answers answers = Answers.of(json.convertValue(desk.answers(file), Map.class));
    Map<String, Element> elements = room.catalogue().elements();
    Map<String, List<Form.Question>> byRole = new LinkedHashMap<>();
    List<Words> licences = new ArrayList<>();
    for (LicenceUse use : service.outputs()) {
      LicenceKind kind = room.catalogue().licences().get(use.licence());
      if (kind == null || !answers.applies(use.when(), room.today())) {
        continue;
      }
      licences.add(kind.name());
      for (String element : kind.fills(use.of())) {
        Element known = elements.get(element);
        if (known != null && answers.get(element).isEmpty()) {
          byRole
              .computeIfAbsent(known.role(), _ -> new ArrayList<>())
              .add(new Form.Question(element, false, null));
        }
      }
    }
    List<Form.Section> sections = new ArrayList<>();
    byRole.forEach((role, questions) ->
        sections.add(
            new Form.Section(
                role,
                room.catalogue().roles().getOrDefault(role, new Words(role, role)),
                questions.stream().distinct().toList())));
    Form form = new Form(sections);
    return new Wanted(
        licences, FormSchema.of("issue/" + number, form, elements), FormPages.of(form, elements));
  }

  /// @param licences names of what will be issued
  public record Wanted(
      List<Words> licences, Map<String, Object> schema, Map<String, Object> uiSchema) {}
}
