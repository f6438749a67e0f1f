package org.ronghe.serve.filing;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Service;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Electronic licences: given with the decision, sealed, found by their holder, checked by anyone
/// who has the code.
@Component
public class Licences {
  private static final String SELECT =
      """
      select number, kind, case_number, holder_masked, sealed, verify_code, issued_on,
        valid_until, revoked from serve.licence\
      """;
  private final CatalogueRoom room;
  private final JdbcClient database;
  private final FieldCipher cipher;
  private final Outbox outbox;
  private final JsonMapper json;
  private final SecureRandom random = new SecureRandom();

  Licences(
      CatalogueRoom room, JdbcClient database, FieldCipher cipher, Outbox outbox, JsonMapper json) {
    this.room = room;
    this.database = database;
    this.cipher = cipher;
    this.outbox = outbox;
    this.json = json;
  }

  /// @param facts what the desk adds, e.g. the household the child was entered in; only what the
  ///   licence carries is taken
  void issue(
      CaseFile file, Service service, JsonNode answers, @Nullable JsonNode facts, LocalDate on) {
    Map<String, Object> known =
        new HashMap<>(Answers.of(json.convertValue(answers, Map.class)).values());
    if (facts != null && facts.isObject()) {
      Answers.of(json.convertValue(facts, Map.class)).values().forEach(known::putIfAbsent);
    }
    Answers all = new Answers(known);
    for (LicenceUse use : service.outputs()) {
      LicenceKind kind = room.catalogue().licences().get(use.licence());
      if (kind != null && all.applies(use.when(), on)) {
        issue(file, kind, use.of(), all, on);
      }
    }
  }

  private void issue(CaseFile file, LicenceKind kind, String of, Answers answers, LocalDate on) {
    Map<String, Object> says = new TreeMap<>();
    kind.fills(of)
        .forEach(element -> answers.get(element).ifPresent(value -> says.put(element, value)));
    String number =
        kind.id().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "").substring(0, 2)
            + on.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%08d".formatted(random.nextInt(100_000_000));
    byte[] plain = json.writeValueAsBytes(says);
    Integer days = kind.validFor_days();
    Optional<Object> id = answers.get(of + ".idNumber").or(() -> answers.get(of + ".creditCode"));
    String holder = answers.get(of + ".name").map(String::valueOf).orElse("");
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("number", number);
    row.put("kind", kind.id());
    row.put("case", file.number());
    row.put("holderKey", id.map(value -> cipher.fingerprint(value.toString())).orElse(null));
    row.put("holder", Masks.name(holder));
    row.put("account", file.applicant());
    row.put("sealed", cipher.seal(plain, number));
    row.put("sha256", LoggedEvent.sha256().digest(plain));
    row.put("code", code());
    row.put("on", on);
    row.put("until", days == null ? null : on.plusDays(days));
    database
        .sql(
            """
            insert into serve.licence (number, kind, case_number, holder_key, holder_masked,
              account, sealed, sha256, verify_code, issued_on, valid_until)
            values (:number, :kind, :case, :holderKey, :holder, :account, :sealed, :sha256, :code,
              :on, :until)
            """)
        .params(row)
        .update();
    outbox.put("licence", number, Map.of("number", number, "kind", kind.id()));
  }

  private String code() {
    byte[] bytes = new byte[10];
    random.nextBytes(bytes);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  /// What a part gave.
  record Handed(String number, Map<String, Object> says) {}

  /// What the parts of a bundle have given so far, by kind.
  Map<String, Handed> given(String parent) {
    Map<String, Handed> given = new LinkedHashMap<>();
    database
        .sql(
            """
            select l.number, l.kind, l.sealed from serve.licence l
            join serve.case_file f on f.number = l.case_number where f.parent = ?
            """)
        .param(parent)
        .query((row, _) ->
            given.put(
                row.getString(2),
                new Handed(row.getString(1), says(row.getString(1), row.getBytes(3)))))
        .list();
    return given;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> says(String number, byte[] sealed) {
    // erased on its holder's request
    return sealed.length == 0 ? Map.of() : json.readValue(cipher.open(sealed, number), Map.class);
  }

  /// The answers with what these licences say about elements the service asks and nobody answered.
  JsonNode fill(Service service, JsonNode answers, Map<String, Handed> given) {
    ObjectNode filled = answers.deepCopy().asObject();
    service
        .form()
        .questions()
        .forEach(question -> {
          String[] path = question.element().split("\\.", 2);
          for (Handed handed : given.values()) {
            Object value = handed.says().get(question.element());
            if (value != null && !filled.path(path[0]).has(path[1])) {
              ObjectNode role =
                  filled.has(path[0])
                      ? (ObjectNode) filled.get(path[0])
                      : filled.putObject(path[0]);
              role.set(path[1], json.valueToTree(value));
            }
          }
        });
    return filled;
  }

  /// The materials with the licences that now stand for them.
  String stand(Service service, String materials, Map<String, Handed> given) {
    ObjectNode all = json.readTree(materials).asObject();
    service
        .materials()
        .forEach(material ->
            material.licences().stream()
                .filter(kind -> given.containsKey(kind) && !all.has(material.id()))
                .findFirst()
                .ifPresent(kind -> {
                  Handed handed = given.get(kind);
                  if (handed != null) {
                    all.putPOJO(material.id(), new Given(null, handed.number()));
                  }
                }));
    return json.writeValueAsString(all);
  }

  /// The licences of an account; with a key, also those of the verified person.
  public List<Licence> of(String account, byte @Nullable [] verifiedKey) {
    return database
        .sql(
            SELECT
                + """
                 where account = :account
                   or (:key::bytea is not null and holder_key = :key::bytea)
                order by issued_on desc, number limit 200
                """)
        .param("account", account)
        .param("key", verifiedKey)
        .query((row, _) -> licence(row))
        .list();
  }

  /// The licence of a number, for whoever has checked that it may be read.
  public Optional<Licence> find(String number) {
    return database
        .sql(SELECT + " where number = ?")
        .param(number)
        .query((row, _) -> licence(row))
        .optional();
  }

  private Licence licence(ResultSet row) throws SQLException {
    String number = row.getString("number");
    Words words = name(row.getString("kind"));
    Map<String, Object> says = says(number, row.getBytes("sealed"));
    return new Licence(
        number,
        row.getString("kind"),
        words.zh(),
        words,
        row.getString("case_number"),
        row.getString("holder_masked"),
        says,
        lines(says),
        row.getString("verify_code"),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getBoolean("revoked"));
  }

  /// Takes a licence back; false when it was already.
  public boolean revoke(String number, String reason) {
    return database
            .sql(
                """
                update serve.licence set revoked = true, revoked_on = ?, revoked_reason = ?
                where number = ? and not revoked
                """)
            .params(List.of(room.today(), reason, number))
            .update()
        == 1;
  }

  /// What anyone with the code may know.
  public Optional<Verified> verify(String code) {
    return verified("verify_code", code);
  }

  /// The same by number, for whoever holds the licence itself.
  public Optional<Verified> verifyNumber(String number) {
    return verified("number", number);
  }

  private Optional<Verified> verified(String column, String value) {
    return database
        .sql(
            """
            select number, kind, holder_masked, issued_on, valid_until, revoked from serve.licence
            """
                + "where "
                + column
                + " = ?")
        .param(value)
        .query((row, _) -> {
          LocalDate until = row.getObject("valid_until", LocalDate.class);
          Standing standing = Standing.of(row.getBoolean("revoked"), until, room.today());
          return new Verified(
              row.getString("number"),
              name(row.getString("kind")).zh(),
              name(row.getString("kind")),
              row.getString("holder_masked"),
              row.getObject("issued_on", LocalDate.class),
              until,
              standing == Standing.VALID,
              standing.name().toLowerCase(Locale.ROOT));
        })
        .optional();
  }

  private Words name(String kind) {
    LicenceKind known = room.catalogue().licences().get(kind);
    return known == null ? new Words(kind, kind) : known.name();
  }

  /// What the licence says as people read it, in the order of its elements.
  private List<Line> lines(Map<String, Object> says) {
    List<Line> lines = new ArrayList<>();
    says.forEach((id, value) -> {
      Element element = room.catalogue().elements().get(id);
      if (element != null) {
        lines.add(new Line(element.name(), element.said(value)));
      }
    });
    return lines;
  }

  /// One thing a licence says.
  public record Line(Words name, Words value) {}

  /// @param words the name in both languages
  /// @param says element to value
  public record Licence(
      String number,
      String kind,
      String name,
      Words words,
      String caseNumber,
      String holder,
      Map<String, Object> says,
      List<Line> lines,
      String verifyCode,
      LocalDate issuedOn,
      @Nullable LocalDate validUntil,
      boolean revoked) {}

  /// @param status `valid`, `revoked` or `expired`
  public record Verified(
      String number,
      String name,
      Words words,
      String holder,
      LocalDate issuedOn,
      @Nullable LocalDate validUntil,
      boolean valid,
      String status) {}

  /// What a licence is worth today.
  enum Standing {
    VALID,
    REVOKED,
    EXPIRED;

    /// @param until the last day it is good for; null for ever
    static Standing of(boolean revoked, @Nullable LocalDate until, LocalDate today) {
      if (revoked) {
        return REVOKED;
      }
      return until != null && today.isAfter(until) ? EXPIRED : VALID;
    }
  }
}
