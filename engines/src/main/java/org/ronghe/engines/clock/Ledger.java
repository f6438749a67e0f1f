package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.calendar.Day;
import org.ronghe.model.calendar.Span;
import org.ronghe.model.pack.Words;

/// Writes down day after day, one line for each run of days treated alike.
final class Ledger {
  private final List<Suspension> suspensions;
  private final List<LedgerLine> lines = new ArrayList<>();
  private int running;
  private @Nullable LedgerLine open;

  Ledger(LocalDate from, List<Suspension> suspensions) {
    this.suspensions = suspensions.stream().distinct().sorted(Suspension.ORDER).toList();
    LedgerLine.Kind kind = LedgerLine.Kind.FIRST_DAY;
    lines.add(new LedgerLine(new Span(from, from), kind, 0, 0, 0, kind.words()));
  }

  int running() {
    return running;
  }

  List<LedgerLine> lines() {
    List<LedgerLine> all = new ArrayList<>(lines);
    if (open != null) {
      all.add(open);
    }
    return all;
  }

  void enter(Day day, Term.Unit unit) {
    Optional<Words> stopped = stopped(day.date());
    if (stopped.isPresent()) {
      add(day, LedgerLine.Kind.SUSPENDED, 0, stopped.get());
      return;
    }
    boolean restCounts = unit == Term.Unit.CALENDAR_DAYS;
    switch (day) {
      case Day.Workday _ -> add(day, LedgerLine.Kind.COUNTED, 1);
      case Day.MakeUp(LocalDate _, Words holiday) ->
          add(day, restCounts ? LedgerLine.Kind.COUNTED : LedgerLine.Kind.MAKE_UP, 1, holiday);
      case Day.Weekend _ ->
          add(
              day,
              restCounts ? LedgerLine.Kind.COUNTED : LedgerLine.Kind.WEEKEND,
              restCounts ? 1 : 0);
      case Day.Off(LocalDate _, Words holiday) ->
          add(
              day,
              restCounts ? LedgerLine.Kind.COUNTED : LedgerLine.Kind.HOLIDAY,
              restCounts ? 1 : 0,
              holiday);
    }
  }

  void moveOn(Day day) {
    add(day, LedgerLine.Kind.MOVED, 0);
  }

  /// Why time stands still on `date`: every suspension that holds it, in the order of their days.
  private Optional<Words> stopped(LocalDate date) {
    List<Words> reasons =
        suspensions.stream()
            .filter(one -> one.days().holds(date))
            .map(Suspension::reason)
            .distinct()
            .toList();
    return reasons.stream()
        .reduce((left, right) ->
            new Words(left.zh() + "、" + right.zh(), left.en() + ", " + right.en()));
  }

  private void add(Day day, LedgerLine.Kind kind, int counts) {
    add(day, kind, counts, kind.words());
  }

  private void add(Day day, LedgerLine.Kind kind, int counts, Words given) {
    Words reason = kind == LedgerLine.Kind.COUNTED ? kind.words() : given;
    running += counts;
    int worked = day.worked() ? 1 : 0;
    LedgerLine last = open;
    if (last != null && last.kind() == kind && last.reason().equals(reason)) {
      open =
          new LedgerLine(
              new Span(last.days().from(), day.date()),
              kind,
              last.workingDays() + worked,
              last.counted() + counts,
              running,
              reason);
      return;
    }
    if (last != null) {
      lines.add(last);
    }
    Span days = new Span(day.date(), day.date());
    open = new LedgerLine(days, kind, worked, counts, running, reason);
  }
}
