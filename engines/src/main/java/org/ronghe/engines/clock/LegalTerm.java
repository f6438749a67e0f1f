package org.ronghe.engines.clock;

import org.ronghe.model.pack.Words;

/// The limits of the Administrative Licensing Law (行政许可法, as amended 2019). All are working days
/// (art. 82).
public enum LegalTerm {
  /// To accept, refuse, or tell all that is missing at once; else deemed accepted on the day filed.
  ACCEPTANCE(5, "行政许可法 第32条", "Administrative Licensing Law art. 32"),
  /// To decide after acceptance.
  DECISION(20, "行政许可法 第42条", "Administrative Licensing Law art. 42"),
  /// More time to decide, approved by the head of the organ, reasons told.
  DECISION_EXTENSION(10, "行政许可法 第42条", "Administrative Licensing Law art. 42"),
  /// To decide when several organs handle it jointly or at one place.
  JOINT_DECISION(45, "行政许可法 第26、42条", "Administrative Licensing Law art. 26, 42"),
  /// More time for that, approved by the head of the government at the same level.
  JOINT_EXTENSION(15, "行政许可法 第26、42条", "Administrative Licensing Law art. 26, 42"),
  /// For the lower organ to review first and pass on.
  LOWER_REVIEW(20, "行政许可法 第43条", "Administrative Licensing Law art. 43"),
  /// To deliver the licence after the decision.
  DELIVERY(10, "行政许可法 第44条", "Administrative Licensing Law art. 44"),
  /// For those told of their right to ask for a hearing.
  HEARING_REQUEST(5, "行政许可法 第47条", "Administrative Licensing Law art. 47"),
  /// To hold the hearing that was asked for.
  HEARING(20, "行政许可法 第47条", "Administrative Licensing Law art. 47");

  private final int workingDays;
  private final Words clause;

  LegalTerm(int workingDays, String zh, String en) {
    this.workingDays = workingDays;
    this.clause = new Words(zh, en);
  }

  public int workingDays() {
    return workingDays;
  }

  public Term term() {
    return Term.workingDays(workingDays);
  }

  public Words clause() {
    return clause;
  }
}
