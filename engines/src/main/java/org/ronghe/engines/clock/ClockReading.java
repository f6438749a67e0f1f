package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.pack.Words;

/// Where a case stands in time.
///
/// @param deemedAccepted the office let the days for acceptance pass, so the case counts as
///   accepted on the day it was received (行政许可法 32)
/// @param findings what is not as the law has it, e.g. a suspension without written notice
public record ClockReading(
    LocalDate asOf,
    ClockState state,
    boolean deemedAccepted,
    List<PhaseReading> phases,
    List<Words> findings) {
  public ClockReading {
    phases = List.copyOf(phases);
    findings = List.copyOf(findings);
  }

  /// The stretch that runs now, or the last one that ran.
  public Optional<PhaseReading> current() {
    return phases.isEmpty() ? Optional.empty() : Optional.of(phases.getLast());
  }

  /// The day the current stretch must be done by: the promise where there is one, else the law.
  public Optional<LocalDate> due() {
    return current()
        .map(phase -> phase.promisedDue().orElse(phase.due()))
        .flatMap(answer ->
            switch (answer) {
              case DeadlineAnswer.Due(LocalDate day, List<LedgerLine> _) -> Optional.of(day);
              case DeadlineAnswer.NoCalendar _ -> Optional.empty();
            });
  }
}
