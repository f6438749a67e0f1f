package org.ronghe.sources.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.calendar.CalendarYear;
import org.ronghe.model.calendar.Holiday;
import org.ronghe.model.pack.Words;
import org.ronghe.sources.pack.PackNotice;

/// What a year's list must keep to be believed.
final class CalendarCheck {
  /// No year so far had fewer days off; a shorter list is a list cut short.
  private static final int FEWEST_DAYS_OFF = 7;

  private CalendarCheck() {}

  static Optional<PackNotice> firstWrong(String file, CalendarYear year) {
    Set<LocalDate> seen = new HashSet<>();
    long off = 0;
    for (Holiday holiday : year.holidays()) {
      off += holiday.off().days();
      if (holiday.off().days() > 31) {
        return wrong(
            file,
            holiday.off().from() + ".." + holiday.off().to(),
            new Words("一个假期超过 31 天。", "A holiday is longer than 31 days."),
            null);
      }
      for (LocalDate day = holiday.off().from();
          !day.isAfter(holiday.off().to());
          day = day.plusDays(1)) {
        Optional<PackNotice> bad = day(file, year.year(), day, seen);
        if (bad.isPresent()) {
          return bad;
        }
      }
      for (LocalDate day : holiday.makeUpDays()) {
        Optional<PackNotice> bad = day(file, year.year(), day, seen);
        if (bad.isPresent()) {
          return bad;
        }
      }
    }
    if (off < FEWEST_DAYS_OFF) {
      return wrong(
          file,
          off + "",
          new Words(
              year.year() + " 年只列出 " + off + " 天放假，不足 " + FEWEST_DAYS_OFF + " 天。",
              year.year() + " lists " + off + " days off, fewer than " + FEWEST_DAYS_OFF + "."),
          new Words("这一年的通知还没有发布？", "has the notice for that year not been issued yet?"));
    }
    return Optional.empty();
  }

  private static Optional<PackNotice> day(
      String file, int year, LocalDate day, Set<LocalDate> seen) {
    boolean endOfYearBefore = day.getYear() == year - 1 && day.getMonthValue() == 12;
    if (day.getYear() != year && !endOfYearBefore) {
      return wrong(
          file,
          day.toString(),
          new Words("不是 " + year + " 年的日子。", "This is no day of " + year + "."),
          null);
    }
    return seen.add(day)
        ? Optional.empty()
        : wrong(file, day.toString(), new Words("同一天列了两次。", "The same day is listed twice."), null);
  }

  private static Optional<PackNotice> wrong(
      String file, String value, Words why, @Nullable Words maybe) {
    return Optional.of(new PackNotice("calendar-day", file, "/holidays", value, why, maybe));
  }
}
