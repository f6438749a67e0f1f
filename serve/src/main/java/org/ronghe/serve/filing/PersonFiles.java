package org.ronghe.serve.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Numbers;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Residents;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the county holds about one person, and who read it: asked by the data-protection officer on
/// the person's request (个人信息保护法 44, 45), with a reason, on the record.
@Component
public class PersonFiles {
  private static final int MOST_READS = 500;
  private final JdbcClient database;
  private final FieldCipher cipher;
  private final Residents residents;
  private final Audit audit;
  private final int retention_years;

  /// @param retention_years closed cases are kept so long after they ended (示例: ten years; a county
  ///   sets its own archive schedule)
  PersonFiles(
      JdbcClient database,
      FieldCipher cipher,
      Residents residents,
      Audit audit,
      @Value("${ronghe.serve.retention-years:10}") int retention_years) {
    this.database = database;
    this.cipher = cipher;
    this.residents = residents;
    this.audit = audit;
    this.retention_years = retention_years;
  }

  /// Finds a person by identity number; the search itself is recorded.
  @Transactional
  public Held find(String idNumber, String reason, Caller caller) {
    if (!Numbers.isIdentityNumber(idNumber)) {
      throw Problem.badRequest(
          "id-number", "身份号码不对，请核对。", "The identity number is wrong; please check it.");
    }
    if (reason.isBlank() || reason.length() > 500) {
      throw Problem.badRequest(
          "reason",
          "请写明依据（本人申请的编号等，最多 500 字）。",
          "Say on what ground (the request's number; at most 500 characters).");
    }
    audit.record(caller.account(), "person-find", masked(idNumber), reason);
    return held(idNumber);
  }

  static String masked(String idNumber) {
    return idNumber.substring(0, 3) + "*".repeat(13) + idNumber.substring(16);
  }

  Held held(String idNumber) {
    byte[] key = cipher.fingerprint(idNumber);
    List<Residents.Resident> accounts = residents.ofPerson(idNumber);
    List<CaseFile> files = files(key);
    List<Case> cases = files.stream().map(this::row).toList();
    List<String> subjects =
        Stream.of(
                Stream.of(masked(idNumber)),
                accounts.stream().map(Residents.Resident::account),
                files.stream().map(CaseFile::number))
            .flatMap(s -> s)
            .toList();
    List<Read> reads =
        audit.about(subjects, MOST_READS).stream()
            .map(one -> new Read(one.at(), one.who(), one.action(), one.subject(), one.detail()))
            .toList();
    return new Held(
        masked(idNumber),
        accounts.stream().map(one -> new Account(one.account(), one.verified())).toList(),
        cases,
        licences(key),
        reads);
  }

  List<CaseFile> files(byte[] key) {
    return database
        .sql(
            "select "
                + CaseBook.COLUMNS
                + " from serve.case_file where person_key = ? order by filed_at desc, number")
        .param(key)
        .query(CaseBook::file)
        .list();
  }

  /// The first day a closed case may be erased; empty while it is open.
  Optional<LocalDate> keptUntil(CaseFile file) {
    return Optional.ofNullable(file.closedOn()).map(day -> day.plusYears(retention_years));
  }

  private Case row(CaseFile file) {
    return new Case(
        file.number(),
        file.name(),
        file.status().code(),
        file.filedAt(),
        file.closedOn(),
        keptUntil(file).orElse(null),
        file.keeping());
  }

  private List<Licence> licences(byte[] key) {
    List<Licence> licences = new ArrayList<>();
    database
        .sql(
            """
            select number, kind, issued_on, valid_until, revoked, octet_length(sealed) > 0
            from serve.licence where holder_key = ? order by issued_on desc, number
            """)
        .param(key)
        .query((row, _) ->
            licences.add(
                new Licence(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class),
                    row.getBoolean(5),
                    row.getBoolean(6))))
        .list();
    return licences;
  }

  /// @param person the identity number, masked
  /// @param reads who did what with it, the newest first
  public record Held(
      String person,
      List<Account> accounts,
      List<Case> cases,
      List<Licence> licences,
      List<Read> reads) {}

  public record Account(String account, boolean verified) {}

  /// @param keptUntil the law of archives keeps it so long; null while it is open
  public record Case(
      String number,
      String name,
      String status,
      Instant filedAt,
      @Nullable LocalDate closedOn,
      @Nullable LocalDate keptUntil,
      String keeping) {}

  /// @param readable its content is still there
  public record Licence(
      String number,
      String kind,
      LocalDate issuedOn,
      @Nullable LocalDate validUntil,
      boolean revoked,
      boolean readable) {}

  public record Read(Instant at, String who, String action, String subject, String detail) {}
}
