package org.ronghe.serve.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Complaints that wait for an answer. Their clock: 15 working days, as for bad ratings (示例). Who
/// complained is not shown, and is told the answer.
@Component
public class Complaints {
  private final JdbcClient database;
  private final Outbox outbox;
  private final Audit audit;

  Complaints(JdbcClient database, Outbox outbox, Audit audit) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
  }

  /// Not answered yet, the most urgent first.
  public List<Complaint> open() {
    return database
        .sql(
            """
            select c.id, c.number, f.name, f.department, c.text, c.at, c.due_on
            from serve.complaint c join serve.case_file f using (number)
            where c.answered_at is null order by c.due_on, c.id limit 200
            """)
        .query((row, _) ->
            new Complaint(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("department"),
                row.getString("text"),
                CaseBook.instant(row, "at"),
                row.getObject("due_on", LocalDate.class)))
        .list();
  }

  /// Answers once and tells whoever complained.
  @Transactional
  public void answer(long id, String answer, Caller caller) {
    if (answer.isBlank() || answer.length() > 2_000) {
      throw Problem.badRequest(
          "answer", "答复须有 1 到 2000 字。", "An answer has 1 to 2,000 characters.");
    }
    List<Told> told =
        database
            .sql(
                """
                update serve.complaint c set answered_at = now(), answer = :answer, answered_by = :by
                from serve.case_file f
                where c.id = :id and c.answered_at is null and f.number = c.number
                returning c.account, c.number, f.name
                """)
            .param("answer", answer)
            .param("by", caller.account())
            .param("id", id)
            .query((row, _) -> new Told(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    if (told.isEmpty()) {
      throw Problem.notFound(
          "no-complaint", "没有待答复的投诉 " + id + "。", "There is no open complaint " + id + ".");
    }
    Told one = told.getFirst();
    outbox.put(
        "notice",
        "complaint:" + id,
        Map.of(
            "account",
            one.account(),
            "number",
            one.number(),
            "zh",
            "对您投诉“" + one.name() + "”的答复：" + answer,
            "en",
            "The answer to your complaint about " + one.name() + ": " + answer));
    audit.record(caller.account(), "complaint-answer", one.number(), Long.toString(id));
  }

  private record Told(String account, String number, String name) {}

  public record Complaint(
      long id,
      String number,
      String name,
      String department,
      String text,
      Instant at,
      @Nullable LocalDate dueOn) {}
}
