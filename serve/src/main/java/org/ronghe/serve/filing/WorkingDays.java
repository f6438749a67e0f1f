package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.ronghe.model.calendar.Day;
import org.ronghe.model.calendar.WorkCalendar;

/// Working days between two days.
final class WorkingDays {
  private WorkingDays() {}

  /// Worked days after `from` up to and with `to`; negative when `to` lies before `from`; empty
  /// when a year in between has no calendar.
  static OptionalInt between(WorkCalendar calendar, LocalDate from, LocalDate to) {
    boolean back = to.isBefore(from);
    LocalDate last = back ? from : to;
    int days = 0;
    for (LocalDate day = (back ? to : from).plusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Optional<Day> known = calendar.day(day);
      if (known.isEmpty()) {
        return OptionalInt.empty();
      }
      days += known.get().worked() ? 1 : 0;
    }
    return OptionalInt.of(back ? -days : days);
  }
}
