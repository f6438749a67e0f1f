package org.ronghe.model.calendar;

import java.util.List;

/// What the notices for one year say. New Year's Day may reach back into the December before: such
/// days are filed here, under the year of the notice (2022-12-31 belongs to 2023).
public record CalendarYear(int year, List<HolidayNotice> notices, List<Holiday> holidays) {
  public CalendarYear {
    notices = List.copyOf(notices);
    holidays = List.copyOf(holidays);
  }
}
