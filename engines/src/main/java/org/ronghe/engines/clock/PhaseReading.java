package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.pack.Words;

/// One stretch of the case that has a limit.
///
/// @param from the day it is counted from, itself not counted
/// @param endedOn when it was done; empty while it runs
/// @param legal the limit the law sets, with any extension
/// @param due when `legal` ends, on what is known today (an open suspension is taken to go on to
///   `asOf` and no further)
/// @param promisedDue when the promise ends
/// @param used days used up, to the end or to `asOf`
/// @param left days left of the promise, or of the law where nothing is promised; negative when
///   late
/// @param suspensions what was not counted
/// @param ledger how `used` comes about, day by day
public record PhaseReading(
    Phase phase,
    LocalDate from,
    Optional<LocalDate> endedOn,
    Term legal,
    DeadlineAnswer due,
    Optional<Term> promised,
    Optional<DeadlineAnswer> promisedDue,
    int used,
    int left,
    Light light,
    List<Suspension> suspensions,
    List<LedgerLine> ledger) {
  public PhaseReading {
    suspensions = List.copyOf(suspensions);
    ledger = List.copyOf(ledger);
  }

  /// Which stretch.
  public enum Phase {
    ACCEPTANCE(new Words("受理", "acceptance")),
    DECISION(new Words("审查决定", "decision")),
    DELIVERY(new Words("送达", "delivery"));

    private final Words words;

    Phase(Words words) {
      this.words = words;
    }

    public Words words() {
      return words;
    }
  }

  /// How it stands. A day is late only when it has ended: on the due day itself it is not.
  public enum Light {
    /// Time enough.
    GREEN(new Words("正常", "on time")),
    /// The warning share is used up.
    WARNING(new Words("临期预警", "due soon")),
    /// Past the promise, not past the law.
    PROMISE_MISSED(new Words("超承诺时限", "past the promise")),
    /// Past the law.
    OVERDUE(new Words("超法定时限", "past the legal limit")),
    /// A year without a calendar is in the way.
    UNKNOWN(new Words("缺日历", "no calendar"));

    private final Words words;

    Light(Words words) {
      this.words = words;
    }

    public Words words() {
      return words;
    }
  }

  /// The whole as one sentence in both languages.
  public Words words() {
    String endZh =
        switch (due) {
          case DeadlineAnswer.Due(LocalDate day, List<LedgerLine> _) -> "，法定期限至 " + day;
          case DeadlineAnswer.NoCalendar none -> "，缺 " + none.year() + " 年日历";
        };
    String endEn =
        switch (due) {
          case DeadlineAnswer.Due(LocalDate day, List<LedgerLine> _) -> ", by law due " + day;
          case DeadlineAnswer.NoCalendar none -> ", no calendar of " + none.year();
        };
    return new Words(
        phase.words().zh()
            + "：自 "
            + from
            + " 起已用 "
            + used
            + " 日，剩 "
            + left
            + " 日"
            + endZh
            + "（"
            + light.words().zh()
            + "）",
        phase.words().en()
            + ": "
            + used
            + " used since "
            + from
            + ", "
            + left
            + " left"
            + endEn
            + " ("
            + light.words().en()
            + ")");
  }
}
