package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.calendar.Span;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;

/// The legal clock of one case: hand over all its events and the day it is, and read off state,
/// limits and ledger. The same events always give the same reading.
public final class CaseClock {
  private final ClockRules rules;
  private final WorkCalendar calendar;
  private final LocalDate asOf;
  private final List<PhaseReading> phases = new ArrayList<>();
  private final List<Words> findings = new ArrayList<>();
  private final List<Suspension> suspensions = new ArrayList<>();
  private ClockState state = ClockState.NOT_FILED;
  private PhaseReading.Phase phase = PhaseReading.Phase.ACCEPTANCE;
  private @Nullable LocalDate from;
  private ClockEvent.@Nullable Suspended stopped;
  private @Nullable LocalDate last;
  private boolean extended;
  private boolean deemed;

  private CaseClock(ClockRules rules, WorkCalendar calendar, LocalDate asOf) {
    this.rules = rules;
    this.calendar = calendar;
    this.asOf = asOf;
  }

  /// Reads the clock in the course of the day `asOf`, which counts as used though a limit that ends
  /// with it is not passed yet. Events after it have not happened yet.
  public static ClockReading read(
      ClockRules rules, WorkCalendar calendar, List<ClockEvent> events, LocalDate asOf) {
    CaseClock clock = new CaseClock(rules, calendar, asOf);
    for (ClockEvent event : events) {
      if (!event.on().isAfter(asOf)) {
        clock.take(event);
      }
    }
    clock.deemAcceptedBy(asOf);
    if (clock.from != null) {
      clock.phases.add(clock.phase(Optional.empty()));
    }
    return new ClockReading(asOf, clock.state, clock.deemed, clock.phases, clock.findings);
  }

  private void take(ClockEvent event) {
    LocalDate before = last;
    if (before != null && event.on().isBefore(before)) {
      found(
          event.on() + " 的事件排在 " + before + " 的事件之后，按较晚的日期计",
          "an event of "
              + event.on()
              + " comes after one of "
              + before
              + "; the later day is used");
    } else {
      last = event.on();
    }
    LocalDate on = before != null && event.on().isBefore(before) ? before : event.on();
    deemAcceptedBy(on);
    switch (event) {
      case ClockEvent.Filed _ -> begin(on, ClockState.NOT_FILED, ClockState.TO_ACCEPT, on);
      case ClockEvent.CorrectionAsked _ -> correctionAsked(on);
      case ClockEvent.CorrectionSupplied _ ->
          begin(on, ClockState.TO_CORRECT, ClockState.TO_ACCEPT, on);
      case ClockEvent.Accepted _ -> accepted(on);
      case ClockEvent.NotAccepted _ -> end(on, ClockState.TO_ACCEPT, ClockState.CLOSED);
      case ClockEvent.Suspended pause -> suspend(pause, on);
      case ClockEvent.Resumed _ -> resume(on);
      case ClockEvent.Extended _ -> extend(on);
      case ClockEvent.Decided _ -> decided(on);
      case ClockEvent.Delivered _ -> end(on, ClockState.TO_DELIVER, ClockState.CLOSED);
      case ClockEvent.Withdrawn _ -> withdrawn(on);
    }
  }

  /// Art. 32: who does not say in time what is missing has accepted, from the day of receipt.
  private void deemAcceptedBy(LocalDate today) {
    LocalDate received = from;
    if (state != ClockState.TO_ACCEPT || received == null) {
      return;
    }
    switch (Deadlines.due(calendar, received, rules.acceptance(), List.of())) {
      case DeadlineAnswer.Due(LocalDate due, List<LedgerLine> _) when today.isAfter(due) -> {
        phases.add(phase(Optional.of(due)));
        deemed = true;
        found(
            "到 " + due + " 未告知补正也未受理，自收到材料之日 " + received + " 起视为受理（行政许可法第32条）",
            "nothing was said by "
                + due
                + ", so it counts as accepted from the day of receipt, "
                + received
                + " (art. 32)");
        start(PhaseReading.Phase.DECISION, received, ClockState.TO_DECIDE);
      }
      case DeadlineAnswer.Due _, DeadlineAnswer.NoCalendar _ -> {}
    }
  }

  private void begin(LocalDate on, ClockState needed, ClockState next, LocalDate counted) {
    if (allowed(on, needed)) {
      start(PhaseReading.Phase.ACCEPTANCE, counted, next);
    }
  }

  private void correctionAsked(LocalDate on) {
    if (deemed && state == ClockState.TO_DECIDE) {
      found(
          on + " 才要求补正，已过受理期限，时限不因此停止（行政许可法第32条）",
          "corrections were asked for on " + on + ", too late: the clock does not stop (art. 32)");
      return;
    }
    end(on, ClockState.TO_ACCEPT, ClockState.TO_CORRECT);
  }

  private void accepted(LocalDate on) {
    if (deemed && state == ClockState.TO_DECIDE) {
      found(
          on + " 才受理，时限仍自收到材料之日起算（行政许可法第32条）",
          "accepted only on " + on + "; time still runs from the day of receipt (art. 32)");
      return;
    }
    if (end(on, ClockState.TO_ACCEPT, ClockState.TO_DECIDE)) {
      start(PhaseReading.Phase.DECISION, on, ClockState.TO_DECIDE);
    }
  }

  private void suspend(ClockEvent.Suspended pause, LocalDate on) {
    if (!allowed(on, ClockState.TO_DECIDE)) {
      return;
    }
    if (!pause.toldInWriting()) {
      found(
          on + " 起的" + pause.pause().words().zh() + "没有书面告知申请人，时限照常计算（行政许可法第45条）",
          "the applicant was not told in writing of the "
              + pause.pause().words().en()
              + " from "
              + on
              + ", so time runs on (art. 45)");
      return;
    }
    stopped = new ClockEvent.Suspended(on, pause.pause(), true);
    state = ClockState.STOPPED;
  }

  private void resume(LocalDate on) {
    ClockEvent.Suspended open = stopped;
    if (open == null) {
      unexpected(on);
      return;
    }
    closeSuspension(open, on.minusDays(1));
    state = ClockState.TO_DECIDE;
  }

  private void closeSuspension(ClockEvent.Suspended open, LocalDate until) {
    if (!until.isBefore(open.on())) {
      suspensions.add(new Suspension(new Span(open.on(), until), open.pause().words()));
    }
    stopped = null;
  }

  private void extend(LocalDate on) {
    if (extended || (state != ClockState.TO_DECIDE && state != ClockState.STOPPED)) {
      found(
          on + " 的延期无效：只能延期一次，且在决定之前",
          "the extension of " + on + " is void: once, and before the decision");
      return;
    }
    extended = true;
  }

  private void decided(LocalDate on) {
    ClockEvent.Suspended open = stopped;
    if (open != null) {
      closeSuspension(open, on.minusDays(1));
      state = ClockState.TO_DECIDE;
    }
    if (end(on, ClockState.TO_DECIDE, ClockState.TO_DELIVER)) {
      start(PhaseReading.Phase.DELIVERY, on, ClockState.TO_DELIVER);
    }
  }

  private void withdrawn(LocalDate on) {
    if (state == ClockState.NOT_FILED || state == ClockState.CLOSED) {
      unexpected(on);
      return;
    }
    if (from != null) {
      phases.add(phase(Optional.of(on)));
    }
    from = null;
    state = ClockState.CLOSED;
  }

  private boolean end(LocalDate on, ClockState needed, ClockState next) {
    if (!allowed(on, needed)) {
      return false;
    }
    phases.add(phase(Optional.of(on)));
    from = null;
    state = next;
    return true;
  }

  private void start(PhaseReading.Phase next, LocalDate on, ClockState then) {
    phase = next;
    from = on;
    state = then;
    suspensions.clear();
  }

  private boolean allowed(LocalDate on, ClockState needed) {
    if (state != needed) {
      unexpected(on);
    }
    return state == needed;
  }

  private void unexpected(LocalDate on) {
    found(on + " 的事件与当时的状态不符，未计入", "the event of " + on + " does not fit the state then; left out");
  }

  private void found(String zh, String en) {
    findings.add(new Words(zh, en));
  }

  private PhaseReading phase(Optional<LocalDate> endedOn) {
    LocalDate started = Objects.requireNonNull(from);
    List<Suspension> all = new ArrayList<>(suspensions);
    ClockEvent.Suspended open = stopped;
    if (open != null) {
      all.add(new Suspension(new Span(open.on(), endedOn.orElse(asOf)), open.pause().words()));
    }
    return PhaseMeter.read(rules, calendar, phase, started, endedOn, asOf, extended, all);
  }
}
