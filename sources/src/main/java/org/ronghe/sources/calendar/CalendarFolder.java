package org.ronghe.sources.calendar;

import java.util.List;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.sources.pack.PackNotice;

/// What a folder of calendars holds. A file with a notice is left out: its year is then unknown,
/// never half known.
public record CalendarFolder(
    WorkCalendar calendar, List<CalendarExample> examples, List<PackNotice> notices) {
  public CalendarFolder {
    examples = List.copyOf(examples);
    notices = List.copyOf(notices);
  }
}
