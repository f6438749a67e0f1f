package org.ronghe.model.calendar;

import java.time.LocalDate;
import java.util.List;
import org.ronghe.model.pack.Words;

/// One holiday of a notice: the days off, and the days worked to make up for them.
public record Holiday(Words name, Span off, List<LocalDate> makeUpDays) {
  public Holiday {
    makeUpDays = List.copyOf(makeUpDays);
  }
}
