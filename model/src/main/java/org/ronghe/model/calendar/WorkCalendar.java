package org.ronghe.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.ronghe.model.measure.Require;

/// The working days of the years whose notices are known. Of any other year it knows nothing and
/// says so: it never guesses. Immutable.
public final class WorkCalendar {
  private final NavigableMap<Integer, CalendarYear> years;
  private final Map<LocalDate, Day> special = new HashMap<>();

  private WorkCalendar(NavigableMap<Integer, CalendarYear> years) {
    this.years = years;
    for (CalendarYear year : years.values()) {
      year.holidays().forEach(this::enter);
    }
  }

  /// A calendar of these years; two of the same year are a programmer's error.
  public static WorkCalendar of(Collection<CalendarYear> years) {
    NavigableMap<Integer, CalendarYear> sorted = new TreeMap<>();
    for (CalendarYear year : years) {
      Require.that(sorted.put(year.year(), year) == null, "two calendars of " + year.year());
    }
    return new WorkCalendar(sorted);
  }

  private void enter(Holiday holiday) {
    LocalDate last = holiday.off().to();
    for (LocalDate day = holiday.off().from(); !day.isAfter(last); day = day.plusDays(1)) {
      special.put(day, new Day.Off(day, holiday.name()));
    }
    for (LocalDate day : holiday.makeUpDays()) {
      special.put(day, weekend(day) ? new Day.MakeUp(day, holiday.name()) : new Day.Workday(day));
    }
  }

  /// What `date` is; empty when its year has no calendar.
  public Optional<Day> day(LocalDate date) {
    if (!years.containsKey(date.getYear())) {
      return Optional.empty();
    }
    Day known = special.get(date);
    if (known != null) {
      return Optional.of(known);
    }
    return Optional.of(weekend(date) ? new Day.Weekend(date) : new Day.Workday(date));
  }

  /// Known years, ascending.
  public NavigableMap<Integer, CalendarYear> years() {
    return Collections.unmodifiableNavigableMap(years);
  }

  /// True when the notice for the following year, which may still move the last days of December,
  /// is not known yet.
  public boolean mayStillChange(LocalDate date) {
    return date.getMonthValue() == 12
        && date.getDayOfMonth() > 25
        && years.containsKey(date.getYear())
        && !years.containsKey(date.getYear() + 1);
  }

  private static boolean weekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
