package org.ronghe.model.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.ronghe.model.measure.Require;

/// Whole days from `from` to `to`, both included.
public record Span(LocalDate from, LocalDate to) {
  public Span {
    Require.that(!from.isAfter(to), "a span ends (" + to + ") before it begins (" + from + ")");
  }

  public boolean holds(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  /// How many days, at least 1.
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
