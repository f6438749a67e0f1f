package org.ronghe.serve.consult;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.filing.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Consultations (充分尊重群众意愿): asked, answered once by each account, and answered back: what we
/// heard, what we did. Opinions are read without names.
@Component
public class Consultations {
  private static final int LONGEST = 4_000;
  private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};
  private final JdbcClient database;
  private final CatalogueRoom room;
  private final FieldCipher cipher;
  private final Outbox outbox;
  private final Audit audit;
  private final JsonMapper json;

  Consultations(
      JdbcClient database,
      CatalogueRoom room,
      FieldCipher cipher,
      Outbox outbox,
      Audit audit,
      JsonMapper json) {
    this.database = database;
    this.room = room;
    this.cipher = cipher;
    this.outbox = outbox;
    this.audit = audit;
    this.json = json;
  }

  /// All, the newest first; those that have not opened yet only for who makes them.
  ///
  /// @param account whose own answer is told; empty for nobody's
  public List<Consultation> list(String account, boolean alsoComing) {
    return database
        .sql(
            """
            select c.*, (select count(*) from serve.consultation_answer a
                         where a.consultation = c.id) as answers,
              exists (select 1 from serve.consultation_answer a
                      where a.consultation = c.id and a.account = :account) as answered
            from serve.consultation c where :coming or c.opens_on <= :today
            order by c.closes_on desc, c.id desc limit 200
            """)
        .param("account", account)
        .param("coming", alsoComing)
        .param("today", room.today())
        .query((row, _) -> read(row))
        .list();
  }

  private Consultation read(ResultSet row) throws SQLException {
    LocalDate opens = row.getObject("opens_on", LocalDate.class);
    LocalDate closes = row.getObject("closes_on", LocalDate.class);
    OffsetDateTime replied = row.getObject("replied_at", OffsetDateTime.class);
    return new Consultation(
        row.getLong("id"),
        new Words(row.getString("title_zh"), row.getString("title_en")),
        new Words(row.getString("body_zh"), row.getString("body_en")),
        json.readValue(row.getString("choices"), CHOICES),
        opens,
        closes,
        replied != null
            ? "replied"
            : room.today().isBefore(opens)
                ? "coming"
                : room.today().isAfter(closes) ? "closed" : "open",
        row.getInt("answers"),
        row.getBoolean("answered"),
        replied == null ? null : words(row, "heard"),
        replied == null ? null : words(row, "did"),
        replied == null ? null : replied.toInstant());
  }

  private static Words words(ResultSet row, String name) throws SQLException {
    return new Words(row.getString(name + "_zh"), row.getString(name + "_en"));
  }

  /// Asks; returns its number.
  @Transactional
  public long create(Draft draft, String by) {
    Words title = text(draft.title(), "标题", "title", 200);
    Words body = text(draft.body(), "正文", "body", LONGEST);
    LocalDate opens = draft.opensOn() == null ? room.today() : draft.opensOn();
    LocalDate closes = draft.closesOn();
    if (closes == null || closes.isBefore(opens) || closes.isBefore(room.today())) {
      throw Problem.badRequest(
          "dates", "截止日须不早于开始日和今天。", "It must close after it opens, and not in the past.");
    }
    List<Choice> choices = draft.choices() == null ? List.of() : draft.choices();
    boolean odd =
        choices.size() > 12
            || choices.stream().map(Choice::id).distinct().count() != choices.size()
            || choices.stream().anyMatch(c -> c.id().isBlank() || c.zh().isBlank());
    if (odd) {
      throw Problem.badRequest(
          "choices", "选项最多 12 个，各有编号和文字。", "At most 12 choices, each with its id and words.");
    }
    long id =
        database
            .sql(
                """
                insert into serve.consultation (title_zh, title_en, body_zh, body_en, choices,
                  opens_on, closes_on, created_by)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) returning id
                """)
            .params(
                List.of(
                    title.zh(),
                    title.en(),
                    body.zh(),
                    body.en(),
                    json.writeValueAsString(choices),
                    opens,
                    closes,
                    by))
            .query(Long.class)
            .single();
    audit.record(by, "consultation-create", Long.toString(id), title.zh());
    return id;
  }

  private static Words text(@Nullable Said given, String zh, String en, int longest) {
    String own = given == null || given.zh() == null ? "" : given.zh().strip();
    String other = given == null || given.en() == null ? "" : given.en().strip();
    if (own.isEmpty() || own.length() > longest || other.length() > longest) {
      throw Problem.badRequest(
          "words",
          "请填写" + zh + "（最多 " + longest + " 字）。",
          "Fill in the " + en + " (at most " + longest + " characters).");
    }
    return new Words(own, other.isEmpty() ? own : other);
  }

  /// One answer an account, while it is open.
  @Transactional
  public void answer(long id, String choice, String text, String account) {
    Consultation asked = find(id);
    if (!asked.state().equals("open")) {
      throw Problem.conflict("not-open", "现在不收意见。", "It is not open for answers now.");
    }
    boolean known =
        choice.isEmpty() || asked.choices().stream().anyMatch(c -> c.id().equals(choice));
    boolean nothing = choice.isEmpty() && text.isBlank();
    if (!known || nothing || text.length() > LONGEST) {
      throw Problem.badRequest(
          "answer",
          "请选择一项或写下意见（最多 4000 字）。",
          "Choose one or write what you think (at most 4,000 characters).");
    }
    int added =
        database
            .sql(
                """
                insert into serve.consultation_answer (consultation, account, choice, sealed)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                List.of(
                    id,
                    account,
                    choice,
                    cipher.seal(text.getBytes(StandardCharsets.UTF_8), context(id))))
            .update();
    if (added == 0) {
      throw Problem.conflict(
          "answered", "您已经答过，每个账号一次。", "You answered already; each account once.");
    }
  }

  /// What an opinion is sealed for.
  static String context(long id) {
    return "consultation " + id;
  }

  private Consultation find(long id) {
    return list("", true).stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow(() ->
            Problem.notFound("no-consultation", "没有这次征求意见。", "There is no such consultation."));
  }

  /// What was said, without who said it.
  public Heard heard(long id) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    find(id).choices().forEach(choice -> counts.put(choice.id(), 0));
    List<String> opinions =
        database
            .sql(
                """
                select choice, sealed from serve.consultation_answer where consultation = ?
                order by md5(account) limit 2000
                """)
            .param(id)
            .query((row, _) -> {
              if (!row.getString(1).isEmpty()) {
                counts.merge(row.getString(1), 1, Integer::sum);
              }
              return new String(cipher.open(row.getBytes(2), context(id)), StandardCharsets.UTF_8);
            })
            .list();
    return new Heard(opinions.size(), counts, opinions.stream().filter(o -> !o.isBlank()).toList());
  }

  /// What we heard and what we did; those who answered are told.
  @Transactional
  public void reply(long id, @Nullable Said heard, @Nullable Said did, String by) {
    Consultation asked = find(id);
    Words what = text(heard, "听到了什么", "what we heard", LONGEST);
    Words then = text(did, "做了什么", "what we did", LONGEST);
    if (!asked.state().equals("closed")) {
      throw Problem.conflict("not-closed", "截止之后、答复一次。", "It is replied to once, after it closed.");
    }
    database
        .sql(
            """
            update serve.consultation set heard_zh = ?, heard_en = ?, did_zh = ?, did_en = ?,
              replied_at = now() where id = ? and replied_at is null
            """)
        .params(List.of(what.zh(), what.en(), then.zh(), then.en(), id))
        .update();
    database
        .sql("select account from serve.consultation_answer where consultation = ?")
        .param(id)
        .query((row, _) -> row.getString(1))
        .list()
        .forEach(account ->
            outbox.put(
                "notice",
                "consultation:" + id + ":" + account,
                Map.of(
                    "account",
                    account,
                    "number",
                    "",
                    "zh",
                    "“" + asked.title().zh() + "”有了答复：" + then.zh(),
                    "en",
                    asked.title().en() + ", the reply: " + then.en())));
    audit.record(by, "consultation-reply", Long.toString(id), "");
  }

  public record Choice(String id, String zh, String en) {}

  /// A text as somebody wrote it: Chinese, and English if they like.
  public record Said(@Nullable String zh, @Nullable String en) {}

  /// What is asked.
  public record Draft(
      @Nullable Said title,
      @Nullable Said body,
      @Nullable List<Choice> choices,
      @Nullable LocalDate opensOn,
      @Nullable LocalDate closesOn) {}

  /// @param state `coming`, `open`, `closed`, `replied`
  /// @param answered the one who looks has answered
  public record Consultation(
      long id,
      Words title,
      Words body,
      List<Choice> choices,
      LocalDate opensOn,
      LocalDate closesOn,
      String state,
      int answers,
      boolean answered,
      @Nullable Words heard,
      @Nullable Words did,
      @Nullable Instant repliedAt) {}

  /// @param choices how many chose each
  public record Heard(int answers, Map<String, Integer> choices, List<String> opinions) {}
}
