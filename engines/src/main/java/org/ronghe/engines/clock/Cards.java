package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;

/// Which cards the time a case took has earned.
public final class Cards {
  private Cards() {}

  /// At most one card a step, and one for the case: a case past the law has no card for the promise
  /// too. A step's own suspension is the case's: time the case does not count, its steps do not.
  public static List<Card> of(WorkCalendar calendar, ClockReading reading, List<StepRun> steps) {
    List<Card> cards = new ArrayList<>();
    List<Suspension> stopped =
        reading.phases().stream().flatMap(phase -> phase.suspensions().stream()).toList();
    for (StepRun step : steps) {
      LocalDate until = step.endedOn().orElse(reading.asOf());
      switch (Deadlines.due(calendar, step.startedOn(), step.limit(), stopped)) {
        case DeadlineAnswer.Due(LocalDate due, List<LedgerLine> _) when until.isAfter(due) ->
            cards.add(late(step, due));
        case DeadlineAnswer.Due _, DeadlineAnswer.NoCalendar _ -> {}
      }
    }
    for (PhaseReading phase : reading.phases()) {
      switch (phase.light()) {
        case OVERDUE -> cards.add(late(phase, Card.Trigger.CASE_OVER_LAW, steps));
        case PROMISE_MISSED -> cards.add(late(phase, Card.Trigger.CASE_OVER_PROMISE, steps));
        case GREEN, WARNING, UNKNOWN -> {}
      }
    }
    return cards;
  }

  private static Card late(StepRun step, LocalDate due) {
    Card.Trigger trigger =
        step.passesOn() ? Card.Trigger.PASSED_ON_LATE : Card.Trigger.STEP_OVER_LIMIT;
    return new Card(
        trigger.colour(),
        trigger,
        due.plusDays(1),
        step.step(),
        step.department(),
        step.staff(),
        new Words(
            "环节“" + step.step() + "”应于 " + due + " 前办完（" + step.limit().words().zh() + "）",
            "step “"
                + step.step()
                + "” was to be done by "
                + due
                + " ("
                + step.limit().words().en()
                + ")"));
  }

  private static Card late(PhaseReading phase, Card.Trigger trigger, List<StepRun> steps) {
    DeadlineAnswer limit =
        trigger == Card.Trigger.CASE_OVER_LAW
            ? phase.due()
            : phase.promisedDue().orElse(phase.due());
    LocalDate on =
        switch (limit) {
          case DeadlineAnswer.Due(LocalDate day, List<LedgerLine> _) -> day.plusDays(1);
          case DeadlineAnswer.NoCalendar _ -> phase.from();
        };
    StepRun holder =
        steps.stream()
            .filter(step -> step.startedOn().isBefore(on))
            .reduce((_, later) -> later)
            .orElse(null);
    return new Card(
        trigger.colour(),
        trigger,
        on,
        holder == null ? "" : holder.step(),
        holder == null ? "" : holder.department(),
        holder == null ? "" : holder.staff(),
        phase.words());
  }
}
