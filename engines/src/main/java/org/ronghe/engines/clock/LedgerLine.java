package org.ronghe.engines.clock;

import java.time.LocalDate;
import org.ronghe.model.calendar.Span;
import org.ronghe.model.pack.Words;

/// A run of days treated alike.
///
/// @param workingDays how many of the days are working days of the calendar
/// @param counted how many of the days count towards the term
/// @param running the sum of `counted` up to and with this line
/// @param reason the holiday, or why time stands still; the kind's own words otherwise
public record LedgerLine(
    Span days, Kind kind, int workingDays, int counted, int running, Words reason) {
  /// How the days of a line are treated.
  public enum Kind {
    /// The day the term is counted from: not counted.
    FIRST_DAY(new Words("起算当日", "the day it is counted from")),
    /// Counted.
    COUNTED(new Words("计入", "counted")),
    /// Counted: a weekend day worked to make up for a holiday.
    MAKE_UP(new Words("调休上班", "make-up working day")),
    /// Saturday and Sunday.
    WEEKEND(new Words("周末", "weekend")),
    /// Off for a holiday.
    HOLIDAY(new Words("放假", "holiday")),
    /// Suspended.
    SUSPENDED(new Words("时限中止", "clock stopped")),
    /// After the last calendar day of a term that would end on a rest day.
    MOVED(new Words("期末顺延", "end moved on"));

    private final Words words;

    Kind(Words words) {
      this.words = words;
    }

    public Words words() {
      return words;
    }
  }

  /// The line as a sentence in both languages.
  public Words words() {
    boolean one = days.days() == 1;
    LocalDate from = days.from();
    String zh = one ? from.toString() : from + " 至 " + days.to();
    String en = one ? from.toString() : from + " to " + days.to();
    return switch (kind) {
      case FIRST_DAY -> new Words(zh + "：起算当日，不计", en + ": the first day is not counted");
      case COUNTED ->
          new Words(
              zh + "：计 " + counted + " 日，累计 " + running + " 日",
              en + ": " + days(counted) + " counted, " + running + " in all");
      case MAKE_UP ->
          new Words(
              zh + "：" + reason.zh() + "调休上班，计 " + counted + " 日，累计 " + running + " 日",
              en
                  + ": made up for "
                  + reason.en()
                  + ", "
                  + days(counted)
                  + " counted, "
                  + running
                  + " in all");
      case WEEKEND -> new Words(zh + "：周末，不计", en + ": weekend, not counted");
      case HOLIDAY ->
          new Words(zh + "：" + reason.zh() + "放假，不计", en + ": " + reason.en() + ", not counted");
      case SUSPENDED ->
          new Words(
              zh + "：时限中止（" + reason.zh() + "），其间 " + workingDays + " 个工作日不计",
              en
                  + ": clock stopped ("
                  + reason.en()
                  + "), "
                  + workingDays
                  + (workingDays == 1 ? " working day" : " working days")
                  + " not counted");
      case MOVED ->
          new Words(
              zh + "：期间最后一日是休息日，顺延到下一个工作日",
              en + ": the last day is a rest day, so the term ends on the next working day");
    };
  }

  private static String days(int days) {
    return days + (days == 1 ? " day" : " days");
  }
}
