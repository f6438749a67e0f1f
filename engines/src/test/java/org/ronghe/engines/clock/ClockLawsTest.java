package org.ronghe.engines.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.engines.clock.Years.Y2026;
import static org.ronghe.engines.clock.Years.day;
import static org.ronghe.engines.clock.Years.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ronghe.model.calendar.Day;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;

/// What holds for every calendar, start, length and set of suspensions.
class ClockLawsTest {
  private static final Words WHY = new Words("听证", "hearing");

  /// Independent of the order, of doubling, and of how a suspension is cut in pieces.
  @Property(tries = 500)
  void a01_orderAndCuttingOfSuspensionsDoNotMatter(
      @ForAll("starts") LocalDate from,
      @ForAll @IntRange(min = 1, max = 60) int days,
      @ForAll("suspensions") List<Suspension> suspensions,
      @ForAll long seed) {
    List<Suspension> mixed = new ArrayList<>(suspensions);
    mixed.addAll(suspensions);
    for (Suspension one : suspensions) {
      for (LocalDate day = one.days().from();
          !day.isAfter(one.days().to());
          day = day.plusDays(1)) {
        mixed.add(Suspension.of(day, day, WHY));
      }
    }
    Collections.shuffle(mixed, new Random(seed));
    Term term = Term.workingDays(days);
    assertThat(Deadlines.due(Y2026, from, term, mixed))
        .isEqualTo(Deadlines.due(Y2026, from, term, suspensions));
  }

  /// Day for day: the end is the N-th worked day after the start that no suspension holds.
  @Property(tries = 500)
  void a02_theEndIsTheNthWorkedDayOutsideSuspensions(
      @ForAll("starts") LocalDate from,
      @ForAll @IntRange(min = 1, max = 60) int days,
      @ForAll("suspensions") List<Suspension> suspensions) {
    Set<LocalDate> stopped = new HashSet<>();
    for (Suspension one : suspensions) {
      one.days().from().datesUntil(one.days().to().plusDays(1)).forEach(stopped::add);
    }
    Optional<LocalDate> expected =
        from.plusDays(1)
            .datesUntil(day("2027-01-01"))
            .filter(date -> Y2026.day(date).map(Day::worked).orElse(false))
            .filter(date -> !stopped.contains(date))
            .skip(days - 1L)
            .findFirst();
    DeadlineAnswer answer = Deadlines.due(Y2026, from, Term.workingDays(days), suspensions);
    assertThat(expected.isPresent()).isEqualTo(answer instanceof DeadlineAnswer.Due);
    expected.ifPresent(date -> assertThat(due(answer)).isEqualTo(date));
  }

  /// The ledger holds every day from the start to the end once, and sums to N.
  @Property(tries = 500)
  void a03_theLedgerHasEveryDayOnceAndSumsToN(
      @ForAll("starts") LocalDate from,
      @ForAll @IntRange(min = 1, max = 60) int days,
      @ForAll("suspensions") List<Suspension> suspensions) {
    DeadlineAnswer answer = Deadlines.due(Y2026, from, Term.workingDays(days), suspensions);
    LocalDate next = from;
    int running = 0;
    for (LedgerLine line : answer.ledger()) {
      assertThat(line.days().from()).isEqualTo(next);
      assertThat(line.counted()).isBetween(0, (int) line.days().days());
      running += line.counted();
      assertThat(line.running()).isEqualTo(running);
      next = line.days().to().plusDays(1);
    }
    if (answer instanceof DeadlineAnswer.Due(LocalDate due, List<LedgerLine> _)) {
      assertThat(running).isEqualTo(days);
      assertThat(next).isEqualTo(due.plusDays(1));
    }
  }

  /// More days, a later start or one suspension more never end earlier.
  @Property(tries = 500)
  void b01_moreNeverEndsEarlier(
      @ForAll("earlyStarts") LocalDate from,
      @ForAll @IntRange(min = 1, max = 20) int days,
      @ForAll("oneSuspension") Suspension first,
      @ForAll("oneSuspension") Suspension second) {
    LocalDate end = end(Y2026, from, days, List.of(first));
    assertThat(end(Y2026, from, days + 1, List.of(first))).isAfter(end);
    assertThat(end(Y2026, from.plusDays(1), days, List.of(first))).isAfterOrEqualTo(end);
    assertThat(end(Y2026, from, days, List.of(first, second))).isAfterOrEqualTo(end);
  }

  /// A suspension moves the end by exactly the working days it takes away before the new end.
  @Property(tries = 500)
  void b02_aSuspensionCostsItsWorkingDaysAndNoMore(
      @ForAll("earlyStarts") LocalDate from,
      @ForAll @IntRange(min = 1, max = 20) int days,
      @ForAll("oneSuspension") Suspension one) {
    LocalDate plain = end(Y2026, from, days, List.of());
    DeadlineAnswer with = Deadlines.due(Y2026, from, Term.workingDays(days), List.of(one));
    int lost =
        with.ledger().stream()
            .filter(line -> line.kind() == LedgerLine.Kind.SUSPENDED)
            .mapToInt(LedgerLine::workingDays)
            .sum();
    assertThat(end(Y2026, from, days + lost, List.of())).isEqualTo(due(with));
    assertThat(due(with)).isAfterOrEqualTo(plain);
  }

  /// Wherever a holiday is moved to, the same number of days is used and none is negative.
  @Property(tries = 500)
  void b03_movingAHolidayNeverLosesOrDoublesADay(
      @ForAll("earlyStarts") LocalDate from,
      @ForAll @IntRange(min = 1, max = 20) int days,
      @ForAll("earlyStarts") LocalDate holiday,
      @ForAll @IntRange(min = 1, max = 9) int length) {
    WorkCalendar moved = Years.with(holiday, length);
    DeadlineAnswer answer = Deadlines.due(moved, from, Term.workingDays(days), List.of());
    assertThat(answer.ledger().getLast().running()).isEqualTo(days);
    assertThat(answer.ledger()).allMatch(line -> line.counted() >= 0);
    assertThat(moved.day(due(answer)).map(Day::worked)).contains(true);
  }

  /// A case stopped and resumed at will: time used never shrinks from one day to the next, grows by
  /// at most one a day, and used plus left is the limit.
  @Property(tries = 300)
  void c01_stoppingAndResumingNeverYieldsNegativeOrDoubledTime(
      @ForAll("earlyStarts") LocalDate from, @ForAll("toggles") List<Integer> gaps) {
    List<ClockEvent> events = new ArrayList<>();
    events.add(new ClockEvent.Filed(from));
    events.add(new ClockEvent.Accepted(from));
    LocalDate on = from;
    boolean running = true;
    for (int gap : gaps) {
      on = on.plusDays(gap);
      events.add(
          running ? new ClockEvent.Suspended(on, Pause.TESTING, true) : new ClockEvent.Resumed(on));
      running = !running;
    }
    ClockRules rules = ClockRules.single(Optional.of(Term.workingDays(10)));
    int before = 0;
    for (LocalDate day = from; day.isBefore(on.plusDays(10)); day = day.plusDays(1)) {
      PhaseReading now = CaseClock.read(rules, Y2026, events, day).current().orElseThrow();
      int grown = now.used() - before;
      assertThat(grown).isBetween(0, 1);
      assertThat(now.used() + now.left()).isEqualTo(10);
      before = now.used();
    }
  }

  private static LocalDate end(
      WorkCalendar calendar, LocalDate from, int days, List<Suspension> suspensions) {
    return due(Deadlines.due(calendar, from, Term.workingDays(days), suspensions));
  }

  @Provide
  Arbitrary<LocalDate> starts() {
    return Arbitraries.integers().between(0, 364).map(day -> day("2026-01-01").plusDays(day));
  }

  @Provide
  Arbitrary<LocalDate> earlyStarts() {
    return Arbitraries.integers().between(0, 200).map(day -> day("2026-01-01").plusDays(day));
  }

  @Provide
  Arbitrary<Suspension> oneSuspension() {
    return Combinators.combine(earlyStarts(), Arbitraries.integers().between(0, 20))
        .as((from, days) -> Suspension.of(from, from.plusDays(days), WHY));
  }

  @Provide
  Arbitrary<List<Suspension>> suspensions() {
    return oneSuspension().list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<Integer>> toggles() {
    return Arbitraries.integers().between(0, 9).list().ofMaxSize(8);
  }
}
