package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.List;

/// What came of asking when a term ends.
public sealed interface DeadlineAnswer {
  /// The days as far as they could be reckoned, in order, none twice, none left out.
  List<LedgerLine> ledger();

  /// The term ends with the day `due`.
  record Due(LocalDate due, List<LedgerLine> ledger) implements DeadlineAnswer {
    public Due {
      ledger = List.copyOf(ledger);
    }
  }

  /// The term reaches into a year whose calendar is not known; `counted` days were found before.
  record NoCalendar(int year, int counted, List<LedgerLine> ledger) implements DeadlineAnswer {
    public NoCalendar {
      ledger = List.copyOf(ledger);
    }
  }
}
