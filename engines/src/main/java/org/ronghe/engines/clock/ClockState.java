package org.ronghe.engines.clock;

/// Whose turn it is.
public enum ClockState {
  /// Nothing was filed.
  NOT_FILED,
  /// The office has to accept or to say what is missing.
  TO_ACCEPT,
  /// The applicant has to supply what is missing; no clock of the office runs.
  TO_CORRECT,
  /// The office has to decide.
  TO_DECIDE,
  /// A hearing, test or review is on; the clock stands still.
  STOPPED,
  /// Decided; the certificate has to be delivered.
  TO_DELIVER,
  /// Delivered, refused or withdrawn.
  CLOSED
}
