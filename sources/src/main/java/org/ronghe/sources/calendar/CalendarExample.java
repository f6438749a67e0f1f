package org.ronghe.sources.calendar;

import java.time.LocalDate;

/// What a calendar file says about itself: `workingDays` counted from `from` end with `due`.
public record CalendarExample(String file, LocalDate from, int workingDays, LocalDate due) {}
