package org.ronghe.engines.casework;

import java.time.LocalDate;
import java.util.List;

/// One thing that happened to a case.
///
/// @param on the day in the county
/// @param step the step of the path it belongs to; empty when to none
/// @param by who did it
/// @param kind of a suspension the special procedure (`HEARING`, `INSPECTION` …); else empty
/// @param toldInWriting of a suspension: the applicant was told in writing (行政许可法 45)
/// @param ways of a drawn path: ids of the links taken at gateways that choose, as they were found
///   when it happened
public record CaseEvent(
    Verb verb,
    LocalDate on,
    String step,
    String by,
    String kind,
    boolean toldInWriting,
    List<String> ways) {
  public CaseEvent {
    ways = List.copyOf(ways);
  }

  public static CaseEvent of(Verb verb, LocalDate on) {
    return new CaseEvent(verb, on, "", "", "", false, List.of());
  }

  public static CaseEvent of(Verb verb, LocalDate on, String step) {
    return new CaseEvent(verb, on, step, "", "", false, List.of());
  }

  /// The same with the ways that were taken.
  public CaseEvent by(List<String> taken) {
    return new CaseEvent(verb, on, step, by, kind, toldInWriting, taken);
  }
}
