package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.pack.Words;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Residents;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Erases or restricts a person's data (个人信息保护法 47): open cases stay, with the reason; closed ones
/// are restricted until their retention ends and erased after it. The log of events and its hashes
/// stay, so the record can still be proved; what it hashed is gone.
@Component
public class Erasure {
  private final PersonFiles people;
  private final CaseBook book;
  private final CatalogueRoom room;
  private final Attachments attachments;
  private final Residents residents;
  private final FieldCipher cipher;
  private final Audit audit;
  private final JdbcClient database;
  private final TransactionTemplate transaction;

  Erasure(
      PersonFiles people,
      CaseBook book,
      CatalogueRoom room,
      Attachments attachments,
      Residents residents,
      FieldCipher cipher,
      Audit audit,
      JdbcClient database,
      TransactionTemplate transaction) {
    this.people = people;
    this.book = book;
    this.room = room;
    this.attachments = attachments;
    this.residents = residents;
    this.cipher = cipher;
    this.audit = audit;
    this.database = database;
    this.transaction = transaction;
  }

  /// Does what the law allows, case by case, in one transaction.
  ///
  /// @param onlyRestrict lock closed cases away, erase nothing
  public Done run(String idNumber, boolean onlyRestrict, String reason, Caller caller) {
    List<String> orphans = new ArrayList<>();
    Done done =
        transaction.execute(_ -> {
          PersonFiles.Held held = people.find(idNumber, reason, caller);
          if (held.cases().isEmpty() && held.accounts().isEmpty()) {
            throw Problem.notFound("no-person", "没有这个人的数据。", "There is no data of this person.");
          }
          List<Outcome> outcomes = new ArrayList<>();
          for (CaseFile seen : people.files(cipher.fingerprint(idNumber))) {
            outcomes.add(one(book.locked(seen.number()).orElseThrow(), onlyRestrict, orphans));
          }
          List<String> closed = onlyRestrict ? List.of() : accounts(held, outcomes, caller);
          audit.record(
              caller.account(),
              onlyRestrict ? "person-restrict" : "person-erase",
              held.person(),
              reason);
          return new Done(outcomes, closed);
        });
    // files go after the rows that named them, so a crash leaves a stray file, never a missing one
    orphans.forEach(attachments::drop);
    return java.util.Objects.requireNonNull(done);
  }

  private Outcome one(CaseFile file, boolean onlyRestrict, List<String> orphans) {
    if (file.isErased()) {
      return new Outcome(
          file.number(), file.name(), "erased", new Words("此前已删除。", "Erased before."));
    }
    LocalDate until = people.keptUntil(file).orElse(null);
    if (until == null) {
      return new Outcome(
          file.number(),
          file.name(),
          "refused",
          new Words(
              "尚未办结，处理目的没有实现（个人信息保护法 47 第一项）；先撤回或办结。",
              "It is still open, so its purpose is not achieved (PIPL 47.1); withdraw it or let it end"
                  + " first."));
    }
    if (onlyRestrict || room.today().isBefore(until)) {
      keeping(file.number(), "restricted");
      return new Outcome(
          file.number(),
          file.name(),
          "restricted",
          new Words(
              "保存期限到 " + until + "，在此之前停止除存储以外的处理（个人信息保护法 47 末款）。",
              "It must be kept until "
                  + until
                  + "; until then nothing but storage is done with it (PIPL 47, last paragraph)."));
    }
    orphans.addAll(erase(file));
    return new Outcome(
        file.number(),
        file.name(),
        "erased",
        new Words("内容已删除，只留事件记录及其哈希。", "Its content is gone; the log and its hashes stay."));
  }

  private void keeping(String number, String keeping) {
    database
        .sql("update serve.case_file set keeping = ? where number = ?")
        .params(List.of(keeping, number))
        .update();
  }

  /// Returns the files nobody has any more.
  private List<String> erase(CaseFile file) {
    String number = file.number();
    keeping(number, "erased");
    for (String sql :
        List.of(
            "delete from serve.case_content where number = ?",
            "update serve.case_file set applicant = 'erased:' || number, person_key = null,"
                + " person_masked = '*', materials = '{}' where number = ?",
            "delete from serve.notice where case_number = ?",
            "update serve.rating set comment = '' where number = ?",
            "update serve.complaint set text = '', account = 'erased' where number = ?",
            "update serve.outbox set payload = '{}' where topic = 'notice' and sent_at is not null"
                + " and split_part(key, ':', 1) = ?")) {
      database.sql(sql).param(number).update();
    }
    database
        .sql(
            """
            update serve.licence set sealed = '', holder_masked = '*'
            where case_number = ? and (revoked or valid_until < ?)
            """)
        .params(List.of(number, room.today()))
        .update();
    // its file goes with the next cleaning: nothing names it any more
    database
        .sql(
            """
            delete from serve.licence_pdf p using serve.licence l
            where l.number = p.number and l.case_number = ? and l.sealed = ''
            """)
        .param(number)
        .update();
    return files(number, file.applicant());
  }

  private List<String> files(String number, String account) {
    List<String> hashes =
        database
            .sql("delete from serve.case_attachment where number = ? returning sha256")
            .param(number)
            .query((row, _) -> row.getString(1))
            .list();
    List<String> orphans = new ArrayList<>();
    for (String sha256 : hashes) {
      database
          .sql("delete from serve.attachment_owner where sha256 = ? and owner = ?")
          .params(List.of(sha256, account))
          .update();
      int gone =
          database
              .sql(
                  """
                  delete from serve.attachment a where a.sha256 = ?
                    and not exists (select 1 from serve.case_attachment c where c.sha256 = a.sha256)
                    and not exists (select 1 from serve.attachment_owner o where o.sha256 = a.sha256)
                  """)
              .param(sha256)
              .update();
      if (gone == 1) {
        orphans.add(sha256);
      }
    }
    return orphans;
  }

  /// Accounts go when nothing hangs on them any more.
  private List<String> accounts(PersonFiles.Held held, List<Outcome> outcomes, Caller caller) {
    if (outcomes.stream().anyMatch(one -> !one.done().equals("erased"))) {
      return List.of();
    }
    List<String> closed = new ArrayList<>();
    for (PersonFiles.Account account : held.accounts()) {
      database.sql("delete from serve.draft where owner = ?").param(account.account()).update();
      database.sql("delete from serve.notice where account = ?").param(account.account()).update();
      residents.forget(account.account(), caller.account());
      closed.add(account.account());
    }
    return closed;
  }

  /// @param closedAccounts accounts that were removed
  public record Done(List<Outcome> cases, List<String> closedAccounts) {}

  /// @param done `erased`, `restricted` or `refused`
  public record Outcome(String number, String name, String done, Words why) {}
}
