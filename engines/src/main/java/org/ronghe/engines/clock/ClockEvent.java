package org.ronghe.engines.clock;

import java.time.LocalDate;

/// What happened to a case, as far as the clock cares. Events of one case are handed over in the
/// order they happened.
public sealed interface ClockEvent {
  LocalDate on();

  /// The application with its materials was received.
  record Filed(LocalDate on) implements ClockEvent {}

  /// The applicant was told, at once and in full, what is missing (补正).
  record CorrectionAsked(LocalDate on) implements ClockEvent {}

  /// What was missing came in; the office has its days for acceptance anew.
  record CorrectionSupplied(LocalDate on) implements ClockEvent {}

  /// 受理.
  record Accepted(LocalDate on) implements ClockEvent {}

  /// 不予受理.
  record NotAccepted(LocalDate on) implements ClockEvent {}

  /// Time stands still from this day on, this day included (行政许可法 45). It does so only when the
  /// applicant was told in writing; otherwise the clock runs on and a finding says why.
  record Suspended(LocalDate on, Pause pause, boolean toldInWriting) implements ClockEvent {}

  /// Time runs again; this day counts.
  record Resumed(LocalDate on) implements ClockEvent {}

  /// The decision was put off once, with approval; reasons told.
  record Extended(LocalDate on) implements ClockEvent {}

  /// 准予 or 不予: decided.
  record Decided(LocalDate on) implements ClockEvent {}

  /// The certificate was handed over, or there is nothing to hand over.
  record Delivered(LocalDate on) implements ClockEvent {}

  /// The applicant withdrew.
  record Withdrawn(LocalDate on) implements ClockEvent {}
}
