package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.calendar.WorkCalendar;

/// How pressing a step on a desk is.
///
/// @param dueOn the nearer of the step's own day and the case's; null when neither is known
/// @param left_workingDays until then; negative when it has passed; null without a calendar
public record Urgency(
    @Nullable LocalDate dueOn, @Nullable Integer left_workingDays, Colour colour) {
  /// The card it has earned, or will.
  public enum Colour {
    NONE,
    /// Due today or on the next working day.
    SOON,
    /// The step's limit or the promise has passed.
    YELLOW,
    /// The limit of the law has passed.
    RED
  }

  static Urgency of(
      WorkCalendar calendar,
      LocalDate today,
      @Nullable LocalDate stepDue,
      @Nullable LocalDate due,
      @Nullable LocalDate legalDue) {
    LocalDate nearest =
        Stream.of(stepDue, due, legalDue)
            .filter(java.util.Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElse(null);
    if (nearest == null) {
      return new Urgency(null, null, Colour.NONE);
    }
    OptionalInt left = WorkingDays.between(calendar, today, nearest);
    boolean red = legalDue != null && legalDue.isBefore(today);
    boolean soon = left.isPresent() && left.getAsInt() <= 1;
    Colour colour =
        red
            ? Colour.RED
            : nearest.isBefore(today) ? Colour.YELLOW : soon ? Colour.SOON : Colour.NONE;
    return new Urgency(nearest, left.isPresent() ? left.getAsInt() : null, colour);
  }
}
