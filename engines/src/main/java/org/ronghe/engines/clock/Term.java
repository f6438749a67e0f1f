package org.ronghe.engines.clock;

import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// A length of time a law or a promise allows. Zero is 当场办结: done on the day itself.
public record Term(int days, Unit unit) {
  public Term {
    Require.that(days >= 0, "a term cannot be negative");
  }

  public static Term workingDays(int days) {
    return new Term(days, Unit.WORKING_DAYS);
  }

  /// Calendar days: rest days count too, but a term never ends on one (民法典 203).
  public static Term calendarDays(int days) {
    return new Term(days, Unit.CALENDAR_DAYS);
  }

  public Term plus(int more) {
    return new Term(days + more, unit);
  }

  public Words words() {
    return switch (unit) {
      case WORKING_DAYS ->
          new Words(days + " 个工作日", days + (days == 1 ? " working day" : " working days"));
      case CALENDAR_DAYS ->
          new Words(days + " 个自然日", days + (days == 1 ? " calendar day" : " calendar days"));
    };
  }

  /// What is counted.
  public enum Unit {
    WORKING_DAYS,
    CALENDAR_DAYS
  }
}
