package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronghe.engines.casework.CaseEvent;
import org.ronghe.engines.casework.CaseState;
import org.ronghe.engines.casework.CaseTimes;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.clock.Pause;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.catalogue.Eligibility;
import org.ronghe.serve.catalogue.Sound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Handles cases: one verb, one transaction, one event; what follows from it happens with it or not
/// at all.
@Component
public class CaseDesk {
  static final Caller SYSTEM = new Caller("system", Role.METRICS, "", "");
  private static final int LONGEST_REASON = 2_000;
  private final CatalogueRoom room;
  private final CaseBook book;
  private final CaseWriter writer;
  private final Rights rights;
  private final Papers papers;
  private final Licences licences;
  private final Eligibility eligibility;
  private final FieldCipher cipher;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  CaseDesk(
      CatalogueRoom room,
      CaseBook book,
      CaseWriter writer,
      Rights rights,
      Papers papers,
      Licences licences,
      Eligibility eligibility,
      FieldCipher cipher,
      JdbcClient database,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.room = room;
    this.book = book;
    this.writer = writer;
    this.rights = rights;
    this.papers = papers;
    this.licences = licences;
    this.eligibility = eligibility;
    this.cipher = cipher;
    this.database = database;
    this.transaction = transaction;
    this.json = json;
  }

  /// Does it, or says why not. Returns the case's new status.
  public Status act(String number, Action action, Caller caller) {
    check(action);
    return java.util.Objects.requireNonNull(
        transaction.execute(_ -> {
          CaseFile file = book.locked(number).orElseThrow(() -> unknown(number));
          if (file.isParent()) {
            throw Problem.conflict(
                "parent", "一件事由各事项分别办理：请对其中的办件操作。", "A bundle is handled part by part.");
          }
          return act(file, action, caller);
        }));
  }

  private Status act(CaseFile file, Action action, Caller caller) {
    Service service = room.pinned(file.service(), file.version());
    List<LoggedEvent> log = new ArrayList<>(book.events(file.number()));
    CaseState state = elapsed(file, service, log, deemed(file, service, log, state(service, log)));
    if (!rights.isApplicants(file, caller)
        && !rights.isFilers(file, caller)
        && !rights.isDesks(file, service, caller)) {
      throw unknown(file.number()); // no telling that it exists
    }
    if (action.events() > 0 && action.events() != file.events()) {
      throw Problem.conflict(
          "changed-meanwhile",
          "别人刚刚处理过这个办件，请刷新后再试。",
          "Somebody has just handled this case; look at it again.");
    }
    if (!state.allowed().contains(action.verb()) || isEarly(action.verb())) {
      throw Rights.notNow(action.verb(), state);
    }
    rights.refuse(file, service, state, action, caller);
    if (action.verb() == Verb.ISSUE && papers.isUnpaid(file.number())) {
      throw Problem.conflict(
          "unpaid", "费用尚未缴清，不能制证。", "Fees are not paid yet; nothing can be issued.");
    }
    String step = state.stepOf(action.verb(), action.step()).map(Step::id).orElse("");
    if (action.verb() == Verb.REVIEW && step.isEmpty()) {
      throw Problem.badRequest(
          "which-step", "有多个审查环节，请写明 step。", "Several reviews are open; name the step.");
    }
    CaseFile written = action.verb() == Verb.CORRECT ? corrected(file, action, caller) : file;
    Map<String, Object> data = data(action, written);
    CaseState after =
        append(written, service, log, action.verb(), caller, step, action.reason(), data);
    follow(written, service, action, after, log.getLast().on());
    return after.status();
  }

  /// Appends an event with the ways a drawn path takes after it.
  private CaseState append(
      CaseFile file,
      Service service,
      List<LoggedEvent> log,
      Verb verb,
      Caller by,
      String step,
      String reason,
      Map<String, Object> data) {
    Map<String, Object> all = new LinkedHashMap<>(data);
    LoggedEvent draft = writer.draft(log.size() + 1, verb, by, step, reason, all);
    if (service.flow() != null) {
      Answers answers = Answers.of(json.convertValue(answers(file), Map.class));
      CaseEvent told = room.ways(service).told(state(service, log), draft.event(), answers);
      if (!told.ways().isEmpty()) {
        all.put("ways", told.ways());
        draft = writer.draft(log.size() + 1, verb, by, step, reason, all);
      }
    }
    return writer.append(file, service, log, draft);
  }

  /// FILE happens to a waiting part by itself, when what it waits for is there.
  private static boolean isEarly(Verb verb) {
    return verb == Verb.FILE;
  }

  private void follow(
      CaseFile file, Service service, Action action, CaseState after, LocalDate on) {
    Verb verb = action.verb();
    if (verb == Verb.ISSUE || (verb == Verb.APPROVE && after.status() == Status.DELIVERED)) {
      licences.issue(file, service, answers(file), action.answers(), on);
    }
    if (file.parent() == null) {
      return;
    }
    book.locked(file.parent());
    if (verb == Verb.ISSUE) {
      release(file.parent());
    }
    if (after.status().isClosed()) {
      closeParent(file.parent(), on);
    }
  }

  /// Parts that have everything they waited for begin, with the answers the licences give.
  private void release(String parent) {
    Map<String, Licences.Handed> given = licences.given(parent);
    for (CaseFile part : book.parts(parent)) {
      if (part.status() == Status.WAITING && given.keySet().containsAll(part.waitingFor())) {
        CaseFile file = book.locked(part.number()).orElseThrow();
        Service service = room.pinned(file.service(), file.version());
        List<LoggedEvent> log = new ArrayList<>(book.events(file.number()));
        CaseFile filled = filled(file, service, given);
        writer.append(
            filled,
            service,
            log,
            writer.draft(
                log.size() + 1, Verb.FILE, SYSTEM, "", "", Map.of("revision", filled.revision())));
      }
    }
  }

  private CaseFile filled(CaseFile file, Service service, Map<String, Licences.Handed> given) {
    JsonNode before = answers(file);
    JsonNode after = licences.fill(service, before, given);
    String materials = licences.stand(service, file.materials(), given);
    return revise(file, after, materials);
  }

  private void closeParent(String parent, LocalDate on) {
    database
        .sql(
            """
            update serve.case_file set status = 'delivered', closed_on = ?
            where number = ? and closed_on is null and not exists
              (select 1 from serve.case_file part where part.parent = ? and part.closed_on is null)
            """)
        .params(List.of(on, parent, parent))
        .update();
  }

  private CaseFile corrected(CaseFile file, Action action, Caller caller) {
    Service service = room.pinned(file.service(), file.version());
    JsonNode answers = action.answers() == null ? answers(file) : action.answers();
    Filing.refuse(room.faults(service, answers));
    byte[] key = file.personKey();
    papers.refuseForeign(action.materials(), caller, key == null ? new byte[0] : key);
    Map<String, Object> materials = new TreeMap<>();
    json.readTree(file.materials())
        .properties()
        .forEach(entry -> materials.put(entry.getKey(), entry.getValue()));
    materials.putAll(papers.ofService(service, action.materials()));
    papers.attach(file.number(), action.materials());
    return revise(file, answers, json.writeValueAsString(materials));
  }

  private CaseFile revise(CaseFile file, JsonNode answers, String materials) {
    byte[] plain = json.writeValueAsBytes(answers);
    int revision = file.revision() + 1;
    book.content(
        file.number(),
        revision,
        cipher.seal(plain, file.number()),
        LoggedEvent.sha256().digest(plain));
    book.revised(file.number(), revision, materials);
    return book.find(file.number()).orElseThrow();
  }

  private Map<String, Object> data(Action action, CaseFile file) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (!action.defects().isEmpty()) {
      data.put("defects", action.defects());
    }
    if (action.verb() == Verb.SUSPEND) {
      data.put("kind", action.kind());
      data.put("notice", action.notice());
    }
    if (action.verb() == Verb.REVIEW) {
      data.put("opinion", action.opinion().isEmpty() ? "for" : action.opinion());
    }
    if (action.verb() == Verb.CORRECT) {
      data.put("revision", file.revision());
      data.put("content", HexFormat.of().formatHex(LoggedEvent.sha256().digest(plain(file))));
      data.put("materials", json.readTree(file.materials()));
      Service service = room.pinned(file.service(), file.version());
      Map<?, ?> answers = json.convertValue(answers(file), Map.class);
      data.put("advice", eligibility.verdict(service, answers, room.today()).name());
    }
    return data;
  }

  /// The answers of a case, for another room of serve that acts on them. Not for people: whoever
  /// shows them masks and audits.
  public JsonNode answersOf(String number) {
    return answers(book.find(number).orElseThrow(() -> unknown(number)));
  }

  /// What was answered; nothing when it was erased.
  JsonNode answers(CaseFile file) {
    return file.isErased() ? json.createObjectNode() : json.readTree(plain(file));
  }

  private byte[] plain(CaseFile file) {
    return cipher.open(book.sealed(file.number(), file.revision()), file.number());
  }

  static CaseState state(Service service, List<LoggedEvent> log) {
    return CaseState.of(service, log.stream().map(LoggedEvent::event).toList());
  }

  /// Writes the acceptance the law deems when the days passed in silence.
  private CaseState deemed(CaseFile file, Service service, List<LoggedEvent> log, CaseState state) {
    if (state.status() != Status.FILED) {
      return state;
    }
    List<CaseEvent> events = log.stream().map(LoggedEvent::event).toList();
    if (!writer.times(service, events, room.today()).deemedAccepted()) {
      return state;
    }
    return append(
        file,
        service,
        log,
        Verb.DEEM,
        SYSTEM,
        "",
        "行政许可法 32 / Administrative Licensing Law 32",
        Map.of());
  }

  /// Writes that time is up for every timer of a drawn path that ran out before today.
  private CaseState elapsed(
      CaseFile file, Service service, List<LoggedEvent> log, CaseState state) {
    CaseState now = state;
    var out = writer.elapsed(service, log.stream().map(LoggedEvent::event).toList(), room.today());
    while (out.isPresent()) {
      CaseTimes.Running timer = out.get();
      Words name = timer.timer().name();
      now =
          append(
              file,
              service,
              log,
              Verb.ELAPSE,
              SYSTEM,
              timer.timer().id(),
              name.zh() + " / " + name.en(),
              Map.of("from", timer.startedOn().toString(), "due", timer.dueOn().toString()));
      out = writer.elapsed(service, log.stream().map(LoggedEvent::event).toList(), room.today());
    }
    return now;
  }

  /// Moves on whatever waited for a timer that ran out; how many cases. Run each day and at
  /// start-up.
  public int elapseOverdue() {
    int moved = 0;
    for (String number : book.elapsedBefore(room.today())) {
      moved += Boolean.TRUE.equals(transaction.execute(_ -> elapse(number))) ? 1 : 0;
    }
    return moved;
  }

  private boolean elapse(String number) {
    CaseFile file = book.locked(number).orElseThrow(() -> unknown(number));
    Service service = room.pinned(file.service(), file.version());
    List<LoggedEvent> log = new ArrayList<>(book.events(number));
    int before = log.size();
    elapsed(file, service, log, state(service, log));
    return log.size() > before;
  }

  /// Deems accepted whatever lay too long; how many. Run each day and at start-up.
  public int deemOverdue() {
    List<String> late =
        database
            .sql(
                """
                select number from serve.case_file
                where status = 'filed' and service <> '' and closed_on is null and due_on < ?
                order by number limit 1000
                """)
            .param(room.today())
            .query((row, _) -> row.getString(1))
            .list();
    int deemed = 0;
    for (String number : late) {
      deemed += Boolean.TRUE.equals(transaction.execute(_ -> deem(number))) ? 1 : 0;
    }
    return deemed;
  }

  private boolean deem(String number) {
    Optional<CaseFile> file = book.locked(number);
    if (file.isEmpty() || file.get().status() != Status.FILED) {
      return false;
    }
    Service service = room.pinned(file.get().service(), file.get().version());
    List<LoggedEvent> log = new ArrayList<>(book.events(number));
    return deemed(file.get(), service, log, state(service, log)).status() != Status.FILED;
  }

  private static void check(Action action) {
    if (action.verb().needsReason() && action.reason().isBlank()) {
      throw Problem.badRequest(
          "reason",
          action.verb().words().zh() + "须说明理由。",
          action.verb().words().en() + " needs a reason.");
    }
    if (action.answers() != null) {
      Sound.first(action.answers())
          .ifPresent(unsound -> {
            throw Problem.badRequest("answers", unsound.why().zh(), unsound.why().en())
                .at("answers" + unsound.at());
          });
    }
    if (action.reason().length() > LONGEST_REASON) {
      throw Problem.badRequest(
          "reason-long", "理由最多 2000 字。", "A reason has at most 2,000 characters.");
    }
    boolean pause =
        java.util.stream.Stream.of(Pause.values()).anyMatch(p -> p.name().equals(action.kind()));
    if (action.verb() == Verb.SUSPEND && !pause) {
      throw Problem.badRequest(
          "kind",
          "特别程序 kind 须是 " + List.of(Pause.values()) + " 之一。",
          "kind must be one of " + List.of(Pause.values()) + ".");
    }
  }

  static Problem unknown(String number) {
    return Problem.notFound("no-case", "没有办件 " + number, "There is no case " + number + ".");
  }
}
