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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /// Adds a case with its first event, its sealed answers and all that follows, in one statement:
  /// one way to the database and back. False when the applicant filed with the same key before.
  boolean open(CaseFile file, Request request, Sealed answers, Logged first) {
    return params(first, file.number())
            .apply(
                database.sql(
                    """
                    with file as (
                      insert into serve.case_file (number, parent, bundle, service, version, name,
                        department, applicant, filed_by, outlet, person_key, person_masked, request_key,
                        request_hash, status, waiting_for, materials, revision, events, head, filed_at,
                        changed_at, due_on, legal_due_on)
                      values (:number, :parent, :bundle, :service, :version, :name, :ofDepartment,
                        :applicant, :filedBy, :outlet, :personKey, :person, :requestKey, :requestHash,
                        :status, :waitingFor, :materials::jsonb, 1, 1, :hash, :at, :at, :dueOn, :legalDueOn)
                      on conflict (applicant, request_key) do nothing returning number
                    ), logged as (
                      insert into serve.case_event (number, seq, at, on_day, verb, step, by_user, by_role,
                        department, reason, data, hash)
                      select number, :seq, :at, :on, :verb, :step, :by, :role, :department, :reason, :data,
                        :hash from file
                    ), content as (
                      insert into serve.case_content (number, revision, sealed, sha256)
                      select number, 1, :sealed, :sha256 from file
                    ), opened as (
                      insert into serve.case_step (number, step, department, desk, started_on, due_on)
                      select file.number, one.* from file, unnest(:steps::text[], :departments::text[],
                        :desks::text[], :started::date[], :due::date[]) one
                    ), told as (
                      insert into serve.outbox (topic, key, payload)
                      select one.* from file, unnest(:topics::text[], :keys::text[], :payloads::text[]) one
                      on conflict (topic, key) do nothing
                    )
                    select count(*) from file
                    """))
            .param("parent", file.parent())
            .param("bundle", file.bundle())
            .param("service", file.service())
            .param("version", file.version())
            .param("name", file.name())
            .param("ofDepartment", file.department())
            .param("applicant", file.applicant())
            .param("filedBy", file.filedBy())
            .param("outlet", file.outlet())
            .param("personKey", file.personKey())
            .param("person", file.person())
            .param("requestKey", request.key())
            .param("requestHash", request.hash())
            .param("waitingFor", file.waitingFor().toArray(String[]::new))
            .param("materials", file.materials())
            .param("sealed", answers.sealed())
            .param("sha256", answers.sha256())
            .query(Long.class)
            .single()
        == 1;
  }

  /// Adds an event with all that follows from it: what the lists show, the inboxes (which hold
  /// exactly the open steps), what the applicant is told; in one statement.
  void append(String number, Logged logged) {
    params(logged, number)
        .apply(
            database.sql(
                """
                with logged as (
                  insert into serve.case_event (number, seq, at, on_day, verb, step, by_user, by_role,
                    department, reason, data, hash)
                  values (:number, :seq, :at, :on, :verb, :step, :by, :role, :department, :reason, :data,
                    :hash)
                ), closed as (
                  delete from serve.case_step where number = :number and step <> all (:steps::text[])
                ), opened as (
                  insert into serve.case_step (number, step, department, desk, started_on, due_on)
                  select :number::text, one.* from unnest(:steps::text[], :departments::text[],
                    :desks::text[], :started::date[], :due::date[]) one
                  on conflict (number, step) do update set due_on = excluded.due_on
                ), told as (
                  insert into serve.outbox (topic, key, payload)
                  select one.* from unnest(:topics::text[], :keys::text[], :payloads::text[]) one
                  on conflict (topic, key) do nothing
                )
                update serve.case_file set status = :status, events = :seq, head = :hash,
                  changed_at = :at, due_on = :dueOn, legal_due_on = :legalDueOn,
                  waiting_for = case when :status = 'waiting' then waiting_for else '{}' end,
                  closed_on = case when :closed then :on::date end
                where number = :number
                """))
        .update();
  }

  private static UnaryOperator<JdbcClient.StatementSpec> params(Logged logged, String number) {
    LoggedEvent event = logged.event();
    List<Opened> opened = logged.opened();
    List<Outbox.Message> told = logged.told() == null ? List.of() : List.of(logged.told());
    return statement ->
        statement
            .param("number", number)
            .param("seq", event.seq())
            .param("at", utc(event.at()))
            .param("on", event.on())
            .param("verb", event.verb().code())
            .param("step", event.step())
            .param("by", event.by())
            .param("role", event.role())
            .param("department", event.department())
            .param("reason", event.reason())
            .param("data", event.data())
            .param("hash", event.hash())
            .param("status", logged.status().code())
            .param("closed", logged.status().isClosed())
            .param("dueOn", logged.dueOn())
            .param("legalDueOn", logged.legalDueOn())
            .param("steps", texts(opened, one -> one.step().id()))
            .param("departments", texts(opened, one -> one.step().department()))
            .param("desks", texts(opened, one -> one.step().by()))
            .param("started", texts(opened, Opened::on))
            .param("due", texts(opened, Opened::dueOn))
            .param("topics", texts(told, Outbox.Message::topic))
            .param("keys", texts(told, Outbox.Message::key))
            .param("payloads", texts(told, Outbox.Message::payload));
  }

  private static <T> @Nullable String[] texts(List<T> of, Function<T, @Nullable Object> text) {
    @Nullable String[] texts = new String[of.size()];
    for (int i = 0; i < texts.length; i++) {
      Object one = text.apply(of.get(i));
      texts[i] = one == null ? null : one.toString();
    }
    return texts;
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

  /// The version the case goes on by.
  void version(String number, String version) {
    database
        .sql("update serve.case_file set version = ? where number = ?")
        .params(List.of(version, number))
        .update();
  }

  byte[] sealed(String number, int revision) {
    return database
        .sql("select sealed from serve.case_content where number = ? and revision = ?")
        .params(List.of(number, revision))
        .query((row, _) -> row.getBytes(1))
        .single();
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

  /// The applicant's own key of a filing, and the hash of what was sent.
  record Request(String key, byte[] hash) {}

  record Sealed(byte[] sealed, byte[] sha256) {}

  /// An event with what follows from it.
  ///
  /// @param opened all steps that are open now
  /// @param told to the applicant; null for nothing
  record Logged(
      LoggedEvent event,
      Status status,
      List<Opened> opened,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate legalDueOn,
      Outbox.@Nullable Message told) {}

  /// A step with the day it came and the day its own limit ends.
  record Opened(Step step, LocalDate on, @Nullable LocalDate dueOn) {}
}
