package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.calendar.Day;
import org.ronghe.model.calendar.WorkCalendar;

/// When a term ends. The first day is not counted; suspended days are not counted, however often
/// suspensions overlap; what is suspended after the end changes nothing.
public final class Deadlines {
  private Deadlines() {}

  /// The day `term` ends that is counted from `from`.
  public static DeadlineAnswer due(
      WorkCalendar calendar, LocalDate from, Term term, List<Suspension> suspensions) {
    if (calendar.day(from).isEmpty()) {
      return new DeadlineAnswer.NoCalendar(from.getYear(), 0, List.of());
    }
    Ledger ledger = new Ledger(from, suspensions);
    LocalDate day = from;
    while (ledger.running() < term.days()) {
      day = day.plusDays(1);
      Optional<Day> known = calendar.day(day);
      if (known.isEmpty()) {
        return new DeadlineAnswer.NoCalendar(day.getYear(), ledger.running(), ledger.lines());
      }
      ledger.enter(known.get(), term.unit());
    }
    return switch (term.unit()) {
      case WORKING_DAYS -> new DeadlineAnswer.Due(day, ledger.lines());
      case CALENDAR_DAYS -> movedOn(calendar, day, ledger);
    };
  }

  private static DeadlineAnswer movedOn(WorkCalendar calendar, LocalDate last, Ledger ledger) {
    LocalDate day = last;
    while (true) {
      Optional<Day> known = calendar.day(day);
      if (known.isEmpty()) {
        return new DeadlineAnswer.NoCalendar(day.getYear(), ledger.running(), ledger.lines());
      }
      if (!day.equals(last)) {
        ledger.moveOn(known.get());
      }
      if (known.get().worked()) {
        return new DeadlineAnswer.Due(day, ledger.lines());
      }
      day = day.plusDays(1);
    }
  }

  /// What was used up from `from` to the end of `asOf`; the due day of the answer is `asOf`.
  static DeadlineAnswer used(
      WorkCalendar calendar,
      LocalDate from,
      LocalDate asOf,
      Term.Unit unit,
      List<Suspension> suspensions) {
    if (calendar.day(from).isEmpty()) {
      return new DeadlineAnswer.NoCalendar(from.getYear(), 0, List.of());
    }
    Ledger ledger = new Ledger(from, suspensions);
    for (LocalDate day = from.plusDays(1); !day.isAfter(asOf); day = day.plusDays(1)) {
      Optional<Day> known = calendar.day(day);
      if (known.isEmpty()) {
        return new DeadlineAnswer.NoCalendar(day.getYear(), ledger.running(), ledger.lines());
      }
      ledger.enter(known.get(), unit);
    }
    return new DeadlineAnswer.Due(asOf, ledger.lines());
  }
}
