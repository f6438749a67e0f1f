package org.ronghe.serve.filing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.resident.Residents;
import org.ronghe.office.staff.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// All a person's data in one zip, in the clear: `person.json`, `cases/NUMBER.json`, the uploaded
/// files (个人信息保护法 45).
@Component
public class PersonExport {
  private final PersonFiles people;
  private final CaseViews views;
  private final Licences licences;
  private final Notices notices;
  private final Drafts drafts;
  private final Attachments attachments;
  private final Residents residents;
  private final FieldCipher cipher;
  private final Audit audit;
  private final JdbcClient database;
  private final JsonMapper json;

  PersonExport(
      PersonFiles people,
      CaseViews views,
      Licences licences,
      Notices notices,
      Drafts drafts,
      Attachments attachments,
      Residents residents,
      FieldCipher cipher,
      Audit audit,
      JdbcClient database,
      JsonMapper json) {
    this.people = people;
    this.views = views;
    this.licences = licences;
    this.notices = notices;
    this.drafts = drafts;
    this.attachments = attachments;
    this.residents = residents;
    this.cipher = cipher;
    this.audit = audit;
    this.database = database;
    this.json = json;
  }

  /// Writes the zip; recorded before the first byte leaves.
  public void write(String idNumber, String reason, Caller caller, OutputStream out)
      throws IOException {
    PersonFiles.Held held = people.find(idNumber, reason, caller);
    audit.record(caller.account(), "person-export", held.person(), reason);
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, "person.json", person(idNumber, held));
      for (CaseFile file : people.files(cipher.fingerprint(idNumber))) {
        // as the applicant sees it
        Caller self = new Caller(file.applicant(), Role.RESIDENT, "", "");
        var story = views.story(file.number(), self);
        if (story.isPresent()) {
          put(zip, "cases/" + file.number() + ".json", story.get());
          files(zip, file.number());
        }
      }
    }
  }

  private Map<String, Object> person(String idNumber, PersonFiles.Held held) {
    Map<String, Object> person = new LinkedHashMap<>();
    List<Residents.Resident> accounts = residents.ofPerson(idNumber);
    person.put("idNumber", idNumber);
    person.put(
        "accounts",
        accounts.stream()
            .map(one ->
                Map.of(
                    "account", one.account(),
                    "name", one.person().name(),
                    "phone", one.person().phone(),
                    "verified", one.verified()))
            .toList());
    String first = accounts.isEmpty() ? "" : accounts.getFirst().account();
    person.put("licences", licences.of(first, cipher.fingerprint(idNumber)));
    person.put(
        "notices", accounts.stream().flatMap(one -> notices.of(one.account()).stream()).toList());
    person.put(
        "drafts",
        accounts.stream()
            .flatMap(one ->
                drafts.list(one.account()).stream()
                    .flatMap(draft -> drafts.find(one.account(), draft.id()).stream()))
            .toList());
    List<String> numbers = held.cases().stream().map(PersonFiles.Case::number).toList();
    person.put("ratings", rows("select number, level, comment, at from serve.rating", numbers));
    person.put("complaints", rows("select number, text, at, answer from serve.complaint", numbers));
    person.put("reads", held.reads());
    return person;
  }

  private List<Map<String, @Nullable Object>> rows(String select, List<String> numbers) {
    return database
        .sql(select + " where number = any (?::text[]) order by at")
        .param(numbers.toArray(String[]::new))
        .query()
        .listOfRows();
  }

  private void files(ZipOutputStream zip, String number) throws IOException {
    List<String> hashes =
        database
            .sql("select sha256 from serve.case_attachment where number = ? order by 1")
            .param(number)
            .query((row, _) -> row.getString(1))
            .list();
    for (String sha256 : hashes) {
      Attachments.Kept kept = attachments.ofCase(number, sha256).orElse(null);
      if (kept != null && kept.exists()) {
        zip.putNextEntry(
            new ZipEntry("files/" + number + "/" + sha256 + extension(kept.mediaType())));
        try (InputStream content = kept.open()) {
          content.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }

  private static String extension(String mediaType) {
    return "." + mediaType.substring(mediaType.indexOf('/') + 1);
  }

  private void put(ZipOutputStream zip, String name, Object content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    zip.closeEntry();
  }
}
