package org.ronghe.engines.casework;

import java.time.LocalDate;

/// One thing that happened to a case.
///
/// @param on the day in the county
/// @param step the step of the path it belongs to; empty when to none
/// @param by who did it
/// @param kind of a suspension the special procedure (`HEARING`, `INSPECTION` …); else empty
/// @param toldInWriting of a suspension: the applicant was told in writing (行政许可法 45)
public record CaseEvent(
    Verb verb, LocalDate on, String step, String by, String kind, boolean toldInWriting) {
  public static CaseEvent of(Verb verb, LocalDate on) {
    return new CaseEvent(verb, on, "", "", "", false);
  }

  public static CaseEvent of(Verb verb, LocalDate on, String step) {
    return new CaseEvent(verb, on, step, "", "", false);
  }
}
