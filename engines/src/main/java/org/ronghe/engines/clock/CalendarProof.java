package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;

/// Plays the example of a calendar file.
public final class CalendarProof {
  private CalendarProof() {}

  /// What is wrong with the example; empty when it holds.
  public static Optional<Words> failure(
      WorkCalendar calendar, LocalDate from, int workingDays, LocalDate expected) {
    DeadlineAnswer answer =
        Deadlines.due(calendar, from, Term.workingDays(Math.max(0, workingDays)), List.of());
    String found =
        switch (answer) {
          case DeadlineAnswer.Due(LocalDate due, List<LedgerLine> _) -> due.toString();
          case DeadlineAnswer.NoCalendar none -> String.valueOf(none.year()) + "?";
        };
    if (found.equals(expected.toString())) {
      return Optional.empty();
    }
    String question = from + " + " + workingDays;
    return Optional.of(
        new Words(
            "示例 " + question + " 应为 " + expected + "，算得 " + found,
            "the example " + question + " should give " + expected + " and gives " + found));
  }
}
