package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.calendar.WorkCalendar;

/// Measures one stretch against its limits.
final class PhaseMeter {
  private PhaseMeter() {}

  static PhaseReading read(
      ClockRules rules,
      WorkCalendar calendar,
      PhaseReading.Phase phase,
      LocalDate from,
      Optional<LocalDate> endedOn,
      LocalDate asOf,
      boolean extended,
      List<Suspension> suspensions) {
    int more = extended ? rules.extension_days() : 0;
    Term legal =
        switch (phase) {
          case ACCEPTANCE -> rules.acceptance();
          case DECISION -> rules.legal().plus(more);
          case DELIVERY -> rules.delivery();
        };
    Optional<Term> promised =
        phase == PhaseReading.Phase.DECISION
            ? rules.promised().map(term -> term.plus(more))
            : Optional.empty();
    LocalDate until = endedOn.orElse(asOf);
    Term aim = promised.orElse(legal);
    DeadlineAnswer due = Deadlines.due(calendar, from, legal, suspensions);
    Optional<DeadlineAnswer> promisedDue =
        promised.map(term -> Deadlines.due(calendar, from, term, suspensions));
    DeadlineAnswer spent = Deadlines.used(calendar, from, until, aim.unit(), suspensions);
    int used = spent.ledger().isEmpty() ? 0 : spent.ledger().getLast().running();
    PhaseReading.Light light =
        light(until, due, promisedDue, used * 100L >= (long) rules.warning_percent() * aim.days());
    return new PhaseReading(
        phase,
        from,
        endedOn,
        legal,
        due,
        promised,
        promisedDue,
        used,
        aim.days() - used,
        endedOn.isPresent() && light == PhaseReading.Light.WARNING
            ? PhaseReading.Light.GREEN
            : light,
        suspensions,
        spent.ledger());
  }

  /// A year without a calendar makes it unknown, unless the missing year begins after `until`: a
  /// limit that ends in a later year is not passed yet.
  private static PhaseReading.Light light(
      LocalDate until, DeadlineAnswer due, Optional<DeadlineAnswer> promisedDue, boolean nearly) {
    if (unknown(until, due)) {
      return PhaseReading.Light.UNKNOWN;
    }
    if (late(until, due)) {
      return PhaseReading.Light.OVERDUE;
    }
    if (promisedDue.isPresent() && late(until, promisedDue.get())) {
      return PhaseReading.Light.PROMISE_MISSED;
    }
    return nearly ? PhaseReading.Light.WARNING : PhaseReading.Light.GREEN;
  }

  private static boolean unknown(LocalDate until, DeadlineAnswer answer) {
    return switch (answer) {
      case DeadlineAnswer.Due _ -> false;
      case DeadlineAnswer.NoCalendar none -> none.year() <= until.getYear();
    };
  }

  private static boolean late(LocalDate until, DeadlineAnswer answer) {
    return switch (answer) {
      case DeadlineAnswer.Due(LocalDate day, List<LedgerLine> _) -> until.isAfter(day);
      case DeadlineAnswer.NoCalendar _ -> false;
    };
  }
}
