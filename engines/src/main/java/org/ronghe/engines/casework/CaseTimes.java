package org.ronghe.engines.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.engines.clock.Card;
import org.ronghe.engines.clock.Cards;
import org.ronghe.engines.clock.CaseClock;
import org.ronghe.engines.clock.ClockEvent;
import org.ronghe.engines.clock.ClockReading;
import org.ronghe.engines.clock.ClockRules;
import org.ronghe.engines.clock.DeadlineAnswer;
import org.ronghe.engines.clock.Deadlines;
import org.ronghe.engines.clock.LegalTerm;
import org.ronghe.engines.clock.Pause;
import org.ronghe.engines.clock.StepRun;
import org.ronghe.engines.clock.Suspension;
import org.ronghe.engines.clock.Term;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Header;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;

/// The legal clock of a case, read off its events.
public final class CaseTimes {
  private CaseTimes() {}

  /// The limits of a service version, from its implementation list.
  public static ClockRules rules(Service service) {
    Header header = service.header();
    Term legal = term(header.legal_days(), header.text("anticipate_type"));
    Term promised = term(header.promised_days(), header.text("promise_type"));
    boolean joint = header.legal_days() >= LegalTerm.JOINT_DECISION.workingDays();
    LegalTerm more = joint ? LegalTerm.JOINT_EXTENSION : LegalTerm.DECISION_EXTENSION;
    return new ClockRules(
        LegalTerm.ACCEPTANCE.term(),
        legal,
        Optional.of(promised),
        more.workingDays(),
        LegalTerm.DELIVERY.term(),
        ClockRules.USUAL_WARNING_PERCENT);
  }

  private static Term term(int days, String unit) {
    return unit.equals("自然日") ? Term.calendarDays(days) : Term.workingDays(days);
  }

  /// State, limits and ledger at the end of the day `asOf`.
  public static ClockReading read(
      Service service, WorkCalendar calendar, List<CaseEvent> events, LocalDate asOf) {
    return CaseClock.read(rules(service), calendar, clockEvents(events), asOf);
  }

  /// The yellow and red cards its time has earned.
  public static List<Card> cards(
      Service service, WorkCalendar calendar, List<CaseEvent> events, LocalDate asOf) {
    return Cards.of(calendar, read(service, calendar, events, asOf), runs(service, events));
  }

  /// Each step with the days it was open.
  public static List<StepRun> runs(Service service, List<CaseEvent> events) {
    Map<String, StepRun> running = new LinkedHashMap<>();
    List<StepRun> runs = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      CaseEvent event = events.get(i);
      CaseState state = CaseState.of(service, events.subList(0, i + 1));
      Set<String> open = state.open().stream().map(Step::id).collect(Collectors.toSet());
      running
          .values()
          .removeIf(run -> {
            boolean ended = !open.contains(run.step());
            if (ended) {
              runs.add(ended(run, event));
            }
            return ended;
          });
      for (Step step : state.open()) {
        running.computeIfAbsent(step.id(), _ -> started(step, event));
      }
    }
    runs.addAll(running.values());
    return runs;
  }

  /// The timers that run, with the day each ends on the legal clock; time that is not counted stops
  /// them too. Empty where the calendar of a year is missing: no day is guessed.
  public static List<Running> running(
      Service service, WorkCalendar calendar, List<CaseEvent> events, LocalDate asOf) {
    Flow flow = service.flow();
    if (flow == null) {
      return List.of();
    }
    Map<String, LocalDate> began = new LinkedHashMap<>();
    for (int i = 0; i < events.size(); i++) {
      List<String> timers = CaseState.of(service, events.subList(0, i + 1)).timers();
      began.keySet().retainAll(timers);
      for (String timer : timers) {
        began.putIfAbsent(timer, events.get(i).on());
      }
    }
    List<Suspension> stopped =
        read(service, calendar, events, asOf).phases().stream()
            .flatMap(phase -> phase.suspensions().stream())
            .toList();
    List<Running> running = new ArrayList<>();
    began.forEach((id, day) -> {
      Flow.Timer timer = (Flow.Timer) flow.node(id).orElseThrow();
      Term term = Term.workingDays(timer.workingDays());
      if (Deadlines.due(calendar, day, term, stopped) instanceof DeadlineAnswer.Due due) {
        running.add(new Running(timer, day, due.due()));
      }
    });
    return running;
  }

  /// The timer that ran out first before `asOf`; empty when none has, and while time stands still.
  public static Optional<Running> elapsed(
      Service service, WorkCalendar calendar, List<CaseEvent> events, LocalDate asOf) {
    if (service.flow() == null || CaseState.of(service, events).status() != Status.IN_REVIEW) {
      return Optional.empty();
    }
    return running(service, calendar, events, asOf).stream()
        .filter(one -> one.dueOn().isBefore(asOf))
        .min(Comparator.comparing(Running::dueOn));
  }

  /// A timer that runs.
  ///
  /// @param dueOn the last day it runs; the case goes on the day after
  public record Running(Flow.Timer timer, LocalDate startedOn, LocalDate dueOn) {}

  private static StepRun started(Step step, CaseEvent event) {
    return new StepRun(
        step.id(),
        false,
        step.department(),
        "",
        event.on(),
        Optional.empty(),
        Term.workingDays(step.limit_workingDays()));
  }

  private static StepRun ended(StepRun run, CaseEvent event) {
    return new StepRun(
        run.step(),
        run.passesOn(),
        run.department(),
        event.by(),
        run.startedOn(),
        Optional.of(event.on()),
        run.limit());
  }

  private static List<ClockEvent> clockEvents(List<CaseEvent> events) {
    List<ClockEvent> clock = new ArrayList<>();
    for (CaseEvent event : events) {
      LocalDate on = event.on();
      switch (event.verb()) {
        case FILE -> clock.add(new ClockEvent.Filed(on));
        case ACCEPT -> clock.add(new ClockEvent.Accepted(on));
        case NOT_ACCEPT -> clock.add(new ClockEvent.NotAccepted(on));
        case RETURN -> clock.add(new ClockEvent.CorrectionAsked(on));
        case CORRECT -> clock.add(new ClockEvent.CorrectionSupplied(on));
        case SUSPEND ->
            clock.add(new ClockEvent.Suspended(on, pause(event.kind()), event.toldInWriting()));
        case RESUME -> clock.add(new ClockEvent.Resumed(on));
        case EXTEND -> clock.add(new ClockEvent.Extended(on));
        case APPROVE -> clock.add(new ClockEvent.Decided(on));
        case REFUSE -> {
          clock.add(new ClockEvent.Decided(on));
          clock.add(new ClockEvent.Delivered(on));
        }
        case DELIVER -> clock.add(new ClockEvent.Delivered(on));
        case WITHDRAW -> clock.add(new ClockEvent.Withdrawn(on));
        // the clock deems by itself; the rest takes no time
        case WAIT, DEEM, REVIEW, ELAPSE, ISSUE, MIGRATE, RATE, COMPLAIN -> {}
      }
    }
    return clock;
  }

  private static Pause pause(String kind) {
    return kind.isEmpty() ? Pause.OTHER_LAW : Pause.valueOf(kind);
  }
}
