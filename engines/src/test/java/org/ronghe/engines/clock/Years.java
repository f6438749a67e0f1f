package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.List;
import org.ronghe.model.calendar.CalendarYear;
import org.ronghe.model.calendar.Holiday;
import org.ronghe.model.calendar.Span;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;

/// The notice for 2026 (国办发明电〔2025〕7号) and, for laws about any calendar, made-up ones.
final class Years {
  private Years() {}

  static final WorkCalendar Y2026 =
      WorkCalendar.of(
          List.of(
              new CalendarYear(
                  2026,
                  List.of(),
                  List.of(
                      holiday("2026-01-01", "2026-01-03", "2026-01-04"),
                      holiday("2026-02-15", "2026-02-23", "2026-02-14", "2026-02-28"),
                      holiday("2026-04-04", "2026-04-06"),
                      holiday("2026-05-01", "2026-05-05", "2026-05-09"),
                      holiday("2026-06-19", "2026-06-21"),
                      holiday("2026-09-25", "2026-09-27"),
                      holiday("2026-10-01", "2026-10-07", "2026-09-20", "2026-10-10")))));

  static Holiday holiday(String from, String to, String... makeUp) {
    return new Holiday(
        new Words("假", "holiday"),
        new Span(LocalDate.parse(from), LocalDate.parse(to)),
        List.of(makeUp).stream().map(LocalDate::parse).toList());
  }

  /// 2026 with one holiday, somewhere.
  static WorkCalendar with(LocalDate from, int days) {
    LocalDate to = from.plusDays(days - 1L);
    return WorkCalendar.of(
        List.of(
            new CalendarYear(2026, List.of(), List.of(holiday(from.toString(), to.toString())))));
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static LocalDate due(DeadlineAnswer answer) {
    return switch (answer) {
      case DeadlineAnswer.Due(LocalDate due, List<LedgerLine> _) -> due;
      case DeadlineAnswer.NoCalendar none ->
          throw new AssertionError("no calendar of " + none.year());
    };
  }
}
