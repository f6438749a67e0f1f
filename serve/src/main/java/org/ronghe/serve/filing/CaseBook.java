package org.ronghe.serve.filing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.CaseState;
import org.ronghe.engines.casework.CaseTimes;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.model.service.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cases in PostgreSQL: reads rows, appends events. Whoever writes holds the row's lock.
@Component
class CaseBook {
  static final String COLUMNS =
      """
      number, parent, bundle, service, version, name, department, applicant, filed_by, outlet,
      person_key, person_masked, status, waiting_for, materials::text as materials, revision, events,
      head, filed_at, changed_at, due_on, legal_due_on, closed_on, keeping
      """;
  private final JdbcClient database;

  CaseBook(JdbcClient database) {
    this.database = database;
  }

  Optional<CaseFile> find(String number) {
    return database
        .sql("select " + COLUMNS + " from serve.case_file where number = ?")
        .param(number)
        .query(CaseBook::file)
        .optional();
  }

  Optional<CaseFile> locked(String number) {
    return database
        .sql("select " + COLUMNS + " from serve.case_file where number = ? for update")
        .param(number)
        .query(CaseBook::file)
        .optional();
  }

  List<CaseFile> parts(String parent) {
    return database
        .sql("select " + COLUMNS + " from serve.case_file where parent = ? order by number")
        .param(parent)
        .query(CaseBook::file)
        .list();
  }

  /// The case filed with this key before, with the hash of what was sent then.
  Optional<Repeated> filedBefore(String applicant, String requestKey) {
    return database
        .sql(
            "select number, request_hash from serve.case_file where applicant = ? and request_key = ?")
        .params(List.of(applicant, requestKey))
        .query((row, _) -> new Repeated(row.getString(1), row.getBytes(2)))
        .optional();
  }

  List<LoggedEvent> events(String number) {
    return database
        .sql(
            """
            select seq, at, on_day, verb, step, by_user, by_role, department, reason, data, hash
            from serve.case_event where number = ? order by seq
            """)
        .param(number)
        .query((row, _) -> event(row))
        .list();
  }

  /// The logs of many cases at once, by number.
  Map<String, List<LoggedEvent>> events(Collection<String> numbers) {
    Map<String, List<LoggedEvent>> logs = new LinkedHashMap<>();
    database
        .sql(
            """
            select number, seq, at, on_day, verb, step, by_user, by_role, department, reason, data, hash
            from serve.case_event where number = any (?::text[]) order by number, seq
            """)
        .param(numbers.toArray(String[]::new))
        .query((row, _) ->
            logs.computeIfAbsent(row.getString("number"), _ -> new ArrayList<>()).add(event(row)))
        .list();
    return logs;
  }

  private static LoggedEvent event(ResultSet row) throws SQLException {
    return new LoggedEvent(
        row.getInt("seq"),
        instant(row, "at"),
        row.getObject("on_day", LocalDate.class),
        Verb.ofCode(row.getString("verb")).orElseThrow(),
        row.getString("step"),
        row.getString("by_user"),
        row.getString("by_role"),
        row.getString("department"),
        row.getString("reason"),
        row.getString("data"),
        row.getBytes("hash"));
  }

  /// Adds a case with its first event and sealed answers; false when the applicant filed with the
  /// same key before.
  boolean open(CaseFile file, String requestKey, byte[] requestHash, LoggedEvent first) {
    int added =
        database
            .sql(
                """
                insert into serve.case_file (number, parent, bundle, service, version, name,
                  department, applicant, filed_by, outlet, person_key, person_masked, request_key,
                  request_hash, status, waiting_for, materials, revision, events, head, filed_at,
                  changed_at, due_on, legal_due_on)
                values (:number, :parent, :bundle, :service, :version, :name, :department,
                  :applicant, :filedBy, :outlet, :personKey, :person, :requestKey, :requestHash,
                  :status, :waitingFor, :materials::jsonb, 1, 1, :head, :at, :at, :dueOn, :legalDueOn)
                on conflict (applicant, request_key) do nothing
                """)
            .param("number", file.number())
            .param("parent", file.parent())
            .param("bundle", file.bundle())
            .param("service", file.service())
            .param("version", file.version())
            .param("name", file.name())
            .param("department", file.department())
            .param("applicant", file.applicant())
            .param("filedBy", file.filedBy())
            .param("outlet", file.outlet())
            .param("personKey", file.personKey())
            .param("person", file.person())
            .param("requestKey", requestKey)
            .param("requestHash", requestHash)
            .param("status", file.status().code())
            .param("waitingFor", file.waitingFor().toArray(String[]::new))
            .param("materials", file.materials())
            .param("head", first.hash())
            .param("at", utc(file.filedAt()))
            .param("dueOn", file.dueOn())
            .param("legalDueOn", file.legalDueOn())
            .update();
    if (added == 1) {
      event(file.number(), first);
    }
    return added == 1;
  }

  void event(String number, LoggedEvent event) {
    database
        .sql(
            """
            insert into serve.case_event (number, seq, at, on_day, verb, step, by_user, by_role,
              department, reason, data, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            List.of(
                number,
                event.seq(),
                utc(event.at()),
                event.on(),
                event.verb().code(),
                event.step(),
                event.by(),
                event.role(),
                event.department(),
                event.reason(),
                event.data(),
                event.hash()))
        .update();
  }

  /// What the lists show after an event.
  void changed(
      String number,
      Status status,
      LoggedEvent last,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate legalDueOn) {
    database
        .sql(
            """
            update serve.case_file set status = :status, events = :events, head = :head,
              changed_at = :at, due_on = :dueOn, legal_due_on = :legalDueOn,
              waiting_for = case when :status = 'waiting' then waiting_for else '{}' end,
              closed_on = case when :closed then :on::date end
            where number = :number
            """)
        .param("number", number)
        .param("status", status.code())
        .param("events", last.seq())
        .param("head", last.hash())
        .param("at", utc(last.at()))
        .param("dueOn", dueOn)
        .param("legalDueOn", legalDueOn)
        .param("closed", status.isClosed())
        .param("on", last.on())
        .update();
  }

  /// A new revision of the sealed answers, and the materials that go with it.
  void content(String number, int revision, byte[] sealed, byte[] sha256) {
    database
        .sql(
            "insert into serve.case_content (number, revision, sealed, sha256) values (?, ?, ?, ?)")
        .params(List.of(number, revision, sealed, sha256))
        .update();
  }

  void revised(String number, int revision, String materials) {
    database
        .sql("update serve.case_file set revision = ?, materials = ?::jsonb where number = ?")
        .params(List.of(revision, materials, number))
        .update();
  }

  byte[] sealed(String number, int revision) {
    return database
        .sql("select sealed from serve.case_content where number = ? and revision = ?")
        .params(List.of(number, revision))
        .query((row, _) -> row.getBytes(1))
        .single();
  }

  /// The inboxes hold exactly the open steps.
  void steps(String number, CaseState state, List<Opened> opened) {
    String[] open = state.open().stream().map(Step::id).toArray(String[]::new);
    database
        .sql("delete from serve.case_step where number = ? and step <> all (?::text[])")
        .params(List.of(number, open))
        .update();
    for (Opened one : opened) {
      database
          .sql(
              """
              insert into serve.case_step (number, step, department, desk, started_on, due_on)
              values (:number, :step, :department, :desk, :on, :due)
              on conflict (number, step) do update set due_on = excluded.due_on
              """)
          .param("number", number)
          .param("step", one.step().id())
          .param("department", one.step().department())
          .param("desk", one.step().by())
          .param("on", one.on())
          .param("due", one.dueOn())
          .update();
    }
  }

  /// The timers that run are exactly these.
  void timers(String number, List<CaseTimes.Running> running) {
    database.sql("delete from serve.case_timer where number = ?").param(number).update();
    for (CaseTimes.Running one : running) {
      database
          .sql(
              "insert into serve.case_timer (number, timer, started_on, due_on) values (?, ?, ?, ?)")
          .params(List.of(number, one.timer().id(), one.startedOn(), one.dueOn()))
          .update();
    }
  }

  /// Cases in review with a timer that ran out before this day; at most 1,000.
  List<String> elapsedBefore(LocalDate day) {
    return database
        .sql(
            """
            select distinct t.number from serve.case_timer t join serve.case_file f using (number)
            where t.due_on < ? and f.status = 'in-review' order by t.number limit 1000
            """)
        .param(day)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Numbers of the cases whose log does not fit its hashes, of all or of one.
  List<String> broken(String number) {
    return find(number).filter(file -> !fits(file)).map(file -> List.of(number)).orElse(List.of());
  }

  private boolean fits(CaseFile file) {
    byte[] before = LoggedEvent.NOTHING_BEFORE;
    int seq = 0;
    for (LoggedEvent event : events(file.number())) {
      seq++;
      boolean right =
          event.seq() == seq
              && java.util.Arrays.equals(event.hash(), event.digest(file.number(), before));
      if (!right) {
        return false;
      }
      before = event.hash();
    }
    return seq == file.events() && java.util.Arrays.equals(before, file.head());
  }

  static CaseFile file(ResultSet row, int number) throws SQLException {
    return new CaseFile(
        row.getString("number"),
        row.getString("parent"),
        row.getString("bundle"),
        row.getString("service"),
        row.getString("version"),
        row.getString("name"),
        row.getString("department"),
        row.getString("applicant"),
        row.getString("filed_by"),
        row.getString("outlet"),
        row.getBytes("person_key"),
        row.getString("person_masked"),
        Status.ofCode(row.getString("status")),
        texts(row.getArray("waiting_for")),
        row.getString("materials"),
        row.getInt("revision"),
        row.getInt("events"),
        row.getBytes("head"),
        instant(row, "filed_at"),
        instant(row, "changed_at"),
        row.getObject("due_on", LocalDate.class),
        row.getObject("legal_due_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getString("keeping"));
  }

  private static List<String> texts(Array array) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Object one : (Object[]) array.getArray()) {
      texts.add(String.valueOf(one));
    }
    return texts.stream().collect(Collectors.toUnmodifiableList());
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  record Repeated(String number, byte[] hash) {}

  /// A step with the day it came and the day its own limit ends.
  record Opened(Step step, LocalDate on, @Nullable LocalDate dueOn) {}
}
