package org.ronghe.model.calendar;

import java.time.LocalDate;
import org.ronghe.model.pack.Words;

/// What a day is.
public sealed interface Day {
  LocalDate date();

  /// True when offices work that day, so that it counts as a working day.
  default boolean worked() {
    return switch (this) {
      case Workday _, MakeUp _ -> true;
      case Weekend _, Off _ -> false;
    };
  }

  /// An ordinary day of the working week.
  record Workday(LocalDate date) implements Day {}

  /// A Saturday or Sunday worked to make up for `holiday`.
  record MakeUp(LocalDate date, Words holiday) implements Day {}

  /// An ordinary Saturday or Sunday.
  record Weekend(LocalDate date) implements Day {}

  /// Off for `holiday`: the statutory day, or one moved next to it.
  record Off(LocalDate date, Words holiday) implements Day {}
}
