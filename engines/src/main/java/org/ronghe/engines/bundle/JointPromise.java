package org.ronghe.engines.bundle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.engines.clock.DeadlineAnswer;
import org.ronghe.engines.clock.Deadlines;
import org.ronghe.engines.clock.LedgerLine;
import org.ronghe.engines.clock.Term;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.service.Header;

/// The dates a plan promises when all of it is accepted on one day.
public final class JointPromise {
  private JointPromise() {}

  /// By service the day it is due; one that needs another's output is counted from the day that is
  /// due. The joint promise is the latest of them. The first year without a calendar ends it.
  public static Answer dates(BundlePlan plan, WorkCalendar calendar, LocalDate accepted) {
    Map<String, LocalDate> due = new HashMap<>();
    for (BundlePlan.Planned planned : plan.services()) {
      LocalDate start =
          planned.waits().stream()
              .map(wait -> due.getOrDefault(wait.producer(), accepted))
              .reduce(accepted, (a, b) -> a.isAfter(b) ? a : b);
      Header header = planned.service().header();
      switch (Deadlines.due(calendar, start, promised(header), List.of())) {
        case DeadlineAnswer.Due(LocalDate day, List<LedgerLine> _) ->
            due.put(planned.service().id(), day);
        case DeadlineAnswer.NoCalendar none -> {
          return new Answer.NoCalendar(none.year());
        }
      }
    }
    LocalDate joint = due.values().stream().reduce(accepted, (a, b) -> a.isAfter(b) ? a : b);
    return new Answer.Dates(joint, due);
  }

  /// What the header promises.
  public static Term promised(Header header) {
    int days = header.text("promise_day").isEmpty() ? 0 : header.promised_days();
    return switch (header.text("promise_type")) {
      case "即时" -> Term.workingDays(0);
      case "自然日" -> Term.calendarDays(days);
      default -> Term.workingDays(days);
    };
  }

  /// What came of it.
  public sealed interface Answer {
    /// @param joint when all of it is done
    /// @param byService when each is
    record Dates(LocalDate joint, Map<String, LocalDate> byService) implements Answer {
      public Dates {
        byService = Map.copyOf(byService);
      }
    }

    /// A year is in the way that has no calendar.
    record NoCalendar(int year) implements Answer {}
  }
}
