package org.ronghe.serve.filing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.CaseEvent;
import org.ronghe.engines.casework.CaseState;
import org.ronghe.engines.casework.CaseTimes;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.clock.ClockReading;
import org.ronghe.engines.clock.DeadlineAnswer;
import org.ronghe.engines.clock.Deadlines;
import org.ronghe.engines.clock.PhaseReading;
import org.ronghe.engines.clock.StepRun;
import org.ronghe.engines.clock.Suspension;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.service.Service;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes one event and all that follows from it: what lists show, inboxes, the notice to the
/// applicant. Inside the caller's transaction, which holds the case's lock.
@Component
class CaseWriter {
  private final CaseBook book;
  private final Outbox outbox;
  private final WorkCalendar calendar;
  private final Clock clock;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();

  CaseWriter(
      CaseBook book,
      Outbox outbox,
      WorkCalendar calendar,
      Clock clock,
      JsonMapper json,
      ApplicationEventPublisher events) {
    this.events = events;
    this.book = book;
    this.outbox = outbox;
    this.calendar = calendar;
    this.clock = clock;
    this.json = json;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CatalogueRoom.ZONE);
  }

  /// A new number: the day and ten digits nobody can guess.
  String number(Instant at) {
    return day(at).format(DateTimeFormatter.BASIC_ISO_DATE)
        + "-%010d".formatted(random.nextLong(10_000_000_000L));
  }

  LoggedEvent draft(
      int seq, Verb verb, Caller by, String step, String reason, Map<String, ?> data) {
    Instant at = now();
    return new LoggedEvent(
        seq,
        at,
        day(at),
        verb,
        step,
        by.account(),
        by.role().name(),
        by.department(),
        reason,
        json.writeValueAsString(data),
        LoggedEvent.NOTHING_BEFORE);
  }

  /// What the clock says of these events today.
  ClockReading times(Service service, List<CaseEvent> events, LocalDate asOf) {
    return CaseTimes.read(service, calendar, events, asOf);
  }

  /// The timer that ran out before this day, the first of several.
  Optional<CaseTimes.Running> elapsed(Service service, List<CaseEvent> events, LocalDate asOf) {
    return CaseTimes.elapsed(service, calendar, events, asOf);
  }

  /// Opens a case with its first event and answers; the case as it stands then, or nothing when the
  /// key was used before.
  Optional<CaseFile> open(
      CaseFile file,
      Service service,
      CaseBook.Request request,
      CaseBook.Sealed answers,
      LoggedEvent first) {
    LoggedEvent chained = first.chained(file.number(), LoggedEvent.NOTHING_BEFORE);
    List<CaseEvent> events = List.of(chained.event());
    CaseState state = CaseState.of(service, events);
    ClockReading reading = times(service, events, first.on());
    CaseFile dated = dated(file, state, reading);
    CaseBook.Logged logged =
        new CaseBook.Logged(
            chained,
            state.status(),
            opened(service, events, reading),
            dated.dueOn(),
            dated.legalDueOn(),
            told(dated, chained));
    if (!book.open(dated, request, answers, logged)) {
      return Optional.empty();
    }
    moved(file, chained, state);
    return Optional.of(dated);
  }

  /// Appends an event that was checked to be allowed; returns the state after it.
  CaseState append(CaseFile file, Service service, List<LoggedEvent> log, LoggedEvent draft) {
    byte[] before = log.isEmpty() ? LoggedEvent.NOTHING_BEFORE : log.getLast().hash();
    LoggedEvent chained = draft.chained(file.number(), before);
    log.add(chained);
    List<CaseEvent> events = log.stream().map(LoggedEvent::event).toList();
    CaseState state = CaseState.of(service, events);
    ClockReading reading = times(service, events, draft.on());
    if (service.flow() != null) {
      book.timers(file.number(), CaseTimes.running(service, calendar, events, draft.on()));
    }
    boolean closed = state.status().isClosed();
    book.append(
        file.number(),
        new CaseBook.Logged(
            chained,
            state.status(),
            opened(service, events, reading),
            closed ? null : reading.due().orElse(null),
            closed ? null : legalDue(reading),
            told(file, chained)));
    moved(file, chained, state);
    return state;
  }

  private void moved(CaseFile file, LoggedEvent event, CaseState state) {
    events.publishEvent(
        new CaseMoved(
            file.number(),
            file.service(),
            file.applicant(),
            event.seq(),
            event.at(),
            event.verb(),
            state.status()));
  }

  /// What the applicant is told; nothing of what they did about the office.
  private Outbox.@Nullable Message told(CaseFile file, LoggedEvent event) {
    if (event.verb() == Verb.RATE || event.verb() == Verb.COMPLAIN) {
      return null;
    }
    String why = event.reason().isEmpty() ? "" : "：" + event.reason();
    return outbox.message(
        "notice",
        file.number() + ":" + event.seq(),
        Map.of(
            "account",
            file.applicant(),
            "number",
            file.number(),
            "verb",
            event.verb().code(),
            "zh",
            "您的“" + file.name() + "”：" + event.verb().words().zh() + why,
            "en",
            file.name() + ": " + event.verb().words().en() + why));
  }

  private CaseFile dated(CaseFile file, CaseState state, ClockReading reading) {
    return new CaseFile(
        file.number(),
        file.parent(),
        file.bundle(),
        file.service(),
        file.version(),
        file.name(),
        file.department(),
        file.applicant(),
        file.filedBy(),
        file.outlet(),
        file.personKey(),
        file.person(),
        state.status(),
        file.waitingFor(),
        file.materials(),
        file.revision(),
        file.events(),
        file.head(),
        file.filedAt(),
        file.changedAt(),
        reading.due().orElse(null),
        legalDue(reading),
        null,
        file.keeping());
  }

  private static @Nullable LocalDate legalDue(ClockReading reading) {
    return reading.current().flatMap(phase -> day(phase.due())).orElse(null);
  }

  private static Optional<LocalDate> day(DeadlineAnswer answer) {
    return switch (answer) {
      case DeadlineAnswer.Due due -> Optional.of(due.due());
      case DeadlineAnswer.NoCalendar _ -> Optional.empty();
    };
  }

  private List<CaseBook.Opened> opened(
      Service service, List<CaseEvent> events, ClockReading reading) {
    List<Suspension> stopped =
        reading.phases().stream().map(PhaseReading::suspensions).flatMap(List::stream).toList();
    List<CaseBook.Opened> opened = new ArrayList<>();
    for (StepRun run : CaseTimes.runs(service, events)) {
      if (run.endedOn().isEmpty()) {
        LocalDate due =
            day(Deadlines.due(calendar, run.startedOn(), run.limit(), stopped)).orElse(null);
        opened.add(
            new CaseBook.Opened(service.step(run.step()).orElseThrow(), run.startedOn(), due));
      }
    }
    return opened;
  }
}
