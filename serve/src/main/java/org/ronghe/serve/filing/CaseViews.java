package org.ronghe.serve.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.CaseState;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.clock.ClockReading;
import org.ronghe.engines.clock.PhaseReading;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;
import org.ronghe.office.audit.AuditQueue;
import org.ronghe.office.resident.Residents;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.catalogue.Eligibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cases as each person may see them. A desk that reads personal data leaves a row in the audit.
@Component
public class CaseViews {
  private static final int MOST = 200;
  private final CatalogueRoom room;
  private final CaseBook book;
  private final CaseDesk desk;
  private final CaseWriter writer;
  private final Rights rights;
  private final Papers papers;
  private final Eligibility eligibility;
  private final Payments payments;
  private final Residents residents;
  private final AuditQueue audit;
  private final OwnReads ownReads;
  private final WorkCalendar calendar;
  private final JdbcClient database;
  private final JsonMapper json;

  CaseViews(
      CatalogueRoom room,
      CaseBook book,
      CaseDesk desk,
      CaseWriter writer,
      Rights rights,
      Papers papers,
      Eligibility eligibility,
      Payments payments,
      Residents residents,
      AuditQueue audit,
      OwnReads ownReads,
      WorkCalendar calendar,
      JdbcClient database,
      JsonMapper json) {
    this.room = room;
    this.book = book;
    this.desk = desk;
    this.writer = writer;
    this.rights = rights;
    this.papers = papers;
    this.eligibility = eligibility;
    this.payments = payments;
    this.residents = residents;
    this.audit = audit;
    this.ownReads = ownReads;
    this.calendar = calendar;
    this.database = database;
    this.json = json;
  }

  /// The caller's own cases, newest first; parts of bundles are inside their parents.
  public List<Row> mine(Caller caller) {
    byte[] key =
        residents
            .find(caller.account())
            .filter(Residents.Resident::verified)
            .map(Residents.Resident::key)
            .orElse(null);
    return database
        .sql(
            "select "
                + CaseBook.COLUMNS
                + """
                 from serve.case_file where parent is null and (applicant = :account
                   or filed_by = :account or (:key::bytea is not null and person_key = :key::bytea))
                order by filed_at desc, number limit 200
                """)
        .param("account", caller.account())
        .param("key", key)
        .query(CaseBook::file)
        .list()
        .stream()
        .map(Row::of)
        .toList();
  }

  /// What waits at the caller's desk, the most urgent first.
  ///
  /// @param after number of the last row of the page before; empty for the first page
  public List<Task> inbox(Caller caller, @Nullable LocalDate dueAfter, String after) {
    String[] desks =
        caller.role() == Role.APPROVER
            ? new String[] {"REVIEWER", "APPROVER"}
            : new String[] {caller.role().name()};
    boolean all = caller.role() == Role.CLERK && caller.department().equals(Caller.ALL_DEPARTMENTS);
    LocalDate from = dueAfter == null ? LocalDate.of(1, 1, 1) : dueAfter;
    return database
        .sql(
            """
            select s.number, s.step, s.department, s.desk, s.started_on, s.due_on as step_due,
              f.service, f.version, f.name, f.person_masked, f.status, f.due_on, f.legal_due_on, f.parent, f.filed_at, f.events
            from serve.case_step s join serve.case_file f on f.number = s.number
            where s.desk = any (:desks::text[]) and (:all or s.department = :department)
              and (coalesce(s.due_on, date '9999-12-31'), s.number) > (:from::date, :after::text)
            order by coalesce(s.due_on, date '9999-12-31'), s.number limit 200
            """)
        .param("desks", desks)
        .param("all", all)
        .param("department", caller.department())
        .param("from", from)
        .param("after", after)
        .query((row, _) ->
            new Task(
                row.getString("number"),
                row.getString("service"),
                row.getString("step"),
                stepName(row.getString("service"), row.getString("version"), row.getString("step")),
                row.getString("department"),
                row.getString("desk"),
                row.getString("name"),
                row.getString("person_masked"),
                row.getString("status"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("step_due", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("legal_due_on", LocalDate.class),
                row.getString("parent"),
                CaseBook.instant(row, "filed_at"),
                row.getInt("events"),
                Urgency.of(
                    calendar,
                    room.today(),
                    row.getObject("step_due", LocalDate.class),
                    row.getObject("due_on", LocalDate.class),
                    row.getObject("legal_due_on", LocalDate.class))))
        .list();
  }

  private Words stepName(String service, String version, String step) {
    return room.pinned(service, version)
        .step(step)
        .map(Step::name)
        .orElseGet(() -> new Words(step, step));
  }

  /// The steps that wait for someone now.
  private List<OpenStep> open(CaseFile file) {
    return database
        .sql(
            """
            select step, department, desk, started_on, due_on from serve.case_step
            where number = ? order by due_on, step
            """)
        .param(file.number())
        .query((row, _) ->
            new OpenStep(
                row.getString("step"),
                stepName(file.service(), file.version(), row.getString("step")),
                row.getString("department"),
                row.getString("desk"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class)))
        .list();
  }

  /// One case; empty when it is not there or not for the caller's eyes.
  public Optional<Story> story(String number, Caller caller) {
    Optional<CaseFile> found = book.find(number);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CaseFile file = found.get();
    return file.isParent() ? parent(file, caller) : part(file, caller);
  }

  private Optional<Story> parent(CaseFile file, Caller caller) {
    List<CaseFile> parts = book.parts(file.number());
    boolean own = rights.isApplicants(file, caller) || rights.isFilers(file, caller);
    List<Story> seen = parts.stream().flatMap(part -> part(part, caller).stream()).toList();
    if (!own && seen.isEmpty()) {
      return Optional.empty();
    }
    List<Told> told = book.events(file.number()).stream().map(this::told).toList();
    return Optional.of(
        new Story(
            Row.of(file),
            null,
            told,
            Set.of(),
            json.nullNode(),
            false,
            json.nullNode(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            file.events(),
            seen,
            List.of(),
            null,
            file.keeping(),
            null,
            Set.of(),
            List.of()));
  }

  private Optional<Story> part(CaseFile file, Caller caller) {
    Service service = room.pinned(file.service(), file.version());
    boolean own = rights.isApplicants(file, caller);
    boolean filer = rights.isFilers(file, caller);
    boolean atDesk = rights.isDesks(file, service, caller);
    if (!own && !filer && !atDesk && caller.role() != Role.SUPERVISOR) {
      return Optional.empty();
    }
    List<LoggedEvent> log = book.events(file.number());
    CaseState state = CaseDesk.state(service, log);
    ClockReading reading =
        writer.times(service, log.stream().map(LoggedEvent::event).toList(), room.today());
    boolean open = own || (atDesk && !file.isRestricted());
    if (own) {
      ownReads.record(caller.account(), file.number(), "case");
    } else if (caller.role() != Role.SUPERVISOR) {
      audit.record(caller.account(), "case-read", file.number(), open ? "full" : "masked");
    }
    JsonNode answers = desk.answers(file);
    Map<?, ?> nested = json.convertValue(answers, Map.class);
    List<String> missing =
        papers.missing(
            service, file.materials(), Answers.of(nested), CaseWriter.day(file.filedAt()));
    return Optional.of(
        new Story(
            Row.of(file),
            file.service() + "@" + file.version(),
            log.stream().map(this::told).toList(),
            allowed(file, service, state, caller),
            caller.role() == Role.SUPERVISOR && !own ? json.nullNode() : shown(answers, open),
            !open,
            caller.role() == Role.SUPERVISOR && !own
                ? json.nullNode()
                : json.readTree(file.materials()),
            missing,
            reading.phases(),
            reading.findings(),
            payments.of(file.number()),
            file.events(),
            List.of(),
            open(file),
            Urgency.of(calendar, room.today(), null, file.dueOn(), file.legalDueOn()),
            file.keeping(),
            advice(file, service, log, nested, open),
            state.done(),
            timers(file, service)));
  }

  /// The timers that run.
  private List<Timed> timers(CaseFile file, Service service) {
    Flow flow = service.flow();
    if (flow == null) {
      return List.of();
    }
    return database
        .sql(
            "select timer, started_on, due_on from serve.case_timer where number = ? order by due_on, timer")
        .param(file.number())
        .query((row, _) ->
            new Timed(
                row.getString("timer"),
                flow.node(row.getString("timer")).orElseThrow().name(),
                row.getObject("started_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class)))
        .list();
  }

  /// What was advised when it was filed or last corrected: the answers of then, the pinned version
  /// and the day give the same reasons again.
  private Eligibility.@Nullable Verdict advice(
      CaseFile file, Service service, List<LoggedEvent> log, Map<?, ?> answers, boolean open) {
    Optional<LoggedEvent> told =
        log.reversed().stream()
            .filter(event -> json.readTree(event.data()).has("advice"))
            .findFirst();
    if (told.isEmpty() || file.isErased()) {
      return null;
    }
    Eligibility.Verdict verdict = eligibility.of(service, answers, told.get().on());
    return open ? verdict : verdict.masked();
  }

  @SuppressWarnings("unchecked")
  private JsonNode shown(JsonNode answers, boolean open) {
    return open
        ? answers
        : json.valueToTree(
            Masks.answers(json.convertValue(answers, Map.class), room.catalogue().elements()));
  }

  private Set<String> allowed(CaseFile file, Service service, CaseState state, Caller caller) {
    boolean own = rights.isApplicants(file, caller) || rights.isFilers(file, caller);
    return state.allowed().stream()
        .filter(verb -> verb != Verb.DEEM && verb != Verb.FILE && verb != Verb.ELAPSE)
        .filter(verb -> verb.isApplicants() ? own : mayStep(service, state, verb, caller))
        .map(Verb::code)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  private static boolean mayStep(Service service, CaseState state, Verb verb, Caller caller) {
    if (verb == Verb.SUSPEND || verb == Verb.RESUME || verb == Verb.EXTEND) {
      return caller.isDesk() && caller.department().equals(service.department());
    }
    List<Step> steps = new ArrayList<>(state.open());
    state.stepOf(verb, "").ifPresent(only -> steps.retainAll(List.of(only)));
    return steps.stream().anyMatch(step -> caller.sitsAt(step.by(), step.department()));
  }

  private Told told(LoggedEvent event) {
    return new Told(
        event.seq(),
        event.at(),
        event.verb().code(),
        event.verb().words(),
        event.step(),
        event.role(),
        event.department(),
        event.reason(),
        json.readTree(event.data()));
  }

  /// A case in a list.
  ///
  /// @param service empty for the parent of a bundle
  public record Row(
      String number,
      @Nullable String parent,
      @Nullable String bundle,
      String service,
      String name,
      String department,
      String person,
      String status,
      Words statusWords,
      List<String> waitingFor,
      Instant filedAt,
      Instant changedAt,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate legalDueOn,
      @Nullable LocalDate closedOn) {
    static Row of(CaseFile file) {
      Status status = file.status();
      return new Row(
          file.number(),
          file.parent(),
          file.bundle(),
          file.service(),
          file.name(),
          file.department(),
          file.person(),
          status.code(),
          status.words(),
          file.waitingFor(),
          file.filedAt(),
          file.changedAt(),
          file.dueOn(),
          file.legalDueOn(),
          file.closedOn());
    }
  }

  /// A step that waits at a desk.
  public record Task(
      String number,
      String service,
      String step,
      Words stepName,
      String department,
      String desk,
      String name,
      String person,
      String status,
      LocalDate startedOn,
      @Nullable LocalDate stepDueOn,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate legalDueOn,
      @Nullable String parent,
      Instant filedAt,
      int events,
      Urgency urgency) {}

  /// A step of one case that waits.
  public record OpenStep(
      String step,
      Words name,
      String department,
      String desk,
      LocalDate startedOn,
      @Nullable LocalDate dueOn) {}

  /// A timer that runs.
  ///
  /// @param dueOn the last day it runs; the case goes on the day after
  public record Timed(String id, Words name, LocalDate startedOn, LocalDate dueOn) {}

  /// One event as it is told; who did it is told by desk, not by name.
  public record Told(
      int seq,
      Instant at,
      String verb,
      Words words,
      String step,
      String role,
      String department,
      String reason,
      JsonNode data) {}

  /// A case whole.
  ///
  /// @param service id@version; null for the parent of a bundle
  /// @param may what the caller may do now
  /// @param masked personal data is masked
  /// @param times the clock's stretches with their ledgers
  /// @param keeping `restricted` or `erased` on the person's request; else `kept`
  /// @param advice what the applicant was told of their eligibility when they filed; null for the
  ///   parent of a bundle and for what was erased
  /// @param done what is behind, by id: steps, and of a drawn path timers and ways
  /// @param timers that run, of a drawn path
  /// @param eventCount give it with an action to be told when somebody was faster
  public record Story(
      Row file,
      @Nullable String service,
      List<Told> events,
      Set<String> may,
      JsonNode answers,
      boolean masked,
      JsonNode materials,
      List<String> missing,
      List<PhaseReading> times,
      List<Words> findings,
      List<Payments.Payment> payments,
      int eventCount,
      List<Story> parts,
      List<OpenStep> open,
      @Nullable Urgency urgency,
      String keeping,
      Eligibility.@Nullable Verdict advice,
      Set<String> done,
      List<Timed> timers) {}
}
