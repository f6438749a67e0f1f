package org.ronghe.engines.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Days played, against the formulas of queueing theory where there is one.
class HallSimulationTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void A01_a_quiet_day_has_no_waiting() {
    VisitKind kind = kind("id", 8, 0.05, new ServiceTime.Fixed(5), 1, NEVER);
    HallReport report = HallSimulation.play(hall(kind, 8, 2), 10, 1, 10);
    assertThat(report.prompt().mean()).isEqualTo(1);
    assertThat(report.wait_min().mean()).isZero();
  }

  @Test
  void A02_the_same_seed_gives_the_same_days() {
    VisitKind kind = kind("id", 8, 20, new ServiceTime.Lognormal(6, 0.9), 1, 30);
    Hall hall = hall(kind, 8, 4);
    assertThat(HallSimulation.play(hall, 20, 7, 10))
        .isEqualTo(HallSimulation.play(hall, 20, 7, 10));
  }

  /// A booked visit at 0 and one at 30 minutes, one window, 40 minutes each: the second waits 10.
  @Test
  void A03_two_appointments_by_hand() {
    VisitKind booked =
        new VisitKind(
            "id", List.of(0.0, 0.0), List.of(1, 1), 0, new ServiceTime.Fixed(40), 1, NEVER, null);
    HallReport report =
        HallSimulation.play(
            new Hall(
                30, List.of(booked), List.of(new WindowGroup("w", Set.of("id"), List.of(1, 1)))),
            2,
            1,
            5);
    assertThat(report.wait_min().mean()).isEqualTo(5);
    assertThat(report.prompt().mean()).isEqualTo(0.5);
    assertThat(report.overtime_min().mean()).isEqualTo(20);
  }

  @Test
  void B01_exponential_service_waits_as_Erlang_says() {
    int windows = 4;
    double service_min = 6;
    double perHour = 32;
    VisitKind kind = kind("id", 400, perHour, new ServiceTime.Exponential(service_min), 1, NEVER);
    HallReport report = HallSimulation.play(hall(kind, 400, windows), 60, 11, 5);
    double load = perHour / 60 * service_min;
    double expected = ErlangC.meanWait_min(load, windows, service_min);
    assertThat(expected).isBetween(report.wait_min().low(), report.wait_min().high());
    assertThat(report.wait_min().halfWidth()).isLessThan(expected * 0.05);
    double prompt = ErlangC.servedWithin(load, windows, service_min, 5);
    assertThat(prompt).isBetween(report.prompt().low(), report.prompt().high());
  }

  /// Pollaczek–Khinchine: W = λ·E[S²] / (2(1 − ρ)) for one window and any service time.
  @Test
  void B02_one_window_waits_as_Pollaczek_and_Khinchine_say() {
    for (ServiceTime service :
        List.of(new ServiceTime.Fixed(6), new ServiceTime.Lognormal(6, 0.7))) {
      VisitKind kind = kind("id", 400, 7, service, 1, NEVER);
      HallReport report = HallSimulation.play(hall(kind, 400, 1), 60, 5, 5);
      double rate = 7 / 60.0;
      double square = 36 * (1 + service.variation() * service.variation());
      double expected = rate * square / (2 * (1 - rate * 6));
      assertThat(expected).isBetween(report.wait_min().low(), report.wait_min().high());
    }
  }

  /// Cobham (1954), two classes, one window: W1 = R/(1−ρ1), W2 = R/((1−ρ1)(1−ρ1−ρ2)), R = λE[S²]/2.
  @Test
  void B03_priorities_wait_as_Cobham_says() {
    VisitKind first = kind("first", 400, 3, new ServiceTime.Exponential(6), 1, NEVER);
    VisitKind second = kind("second", 400, 4, new ServiceTime.Exponential(6), 2, NEVER);
    Hall hall =
        new Hall(
            60,
            List.of(first, second),
            List.of(new WindowGroup("w", Set.of("first", "second"), same(400, 1))));
    HallReport report = HallSimulation.play(hall, 60, 3, 5);
    double residual = 7 / 60.0 * 2 * 36 / 2;
    double load1 = 0.3;
    double load = 0.7;
    double wait1 = residual / (1 - load1);
    double wait2 = residual / ((1 - load1) * (1 - load));
    Estimate seen1 = report.kinds().getFirst().wait_min();
    Estimate seen2 = report.kinds().getLast().wait_min();
    assertThat(wait1).isBetween(seen1.low(), seen1.high());
    assertThat(wait2).isBetween(seen2.low(), seen2.high());
  }

  @Test
  void C01_one_counter_for_all_beats_specialists() {
    VisitKind a = kind("a", 8, 12, new ServiceTime.Lognormal(8, 0.8), 1, NEVER);
    VisitKind b = kind("b", 8, 12, new ServiceTime.Lognormal(8, 0.8), 1, NEVER);
    Hall apart =
        new Hall(
            60,
            List.of(a, b),
            List.of(
                new WindowGroup("wa", Set.of("a"), same(8, 2)),
                new WindowGroup("wb", Set.of("b"), same(8, 2))));
    Hall together =
        new Hall(60, List.of(a, b), List.of(new WindowGroup("w", Set.of("a", "b"), same(8, 4))));
    Estimate separate = HallSimulation.play(apart, 200, 9, 15).wait_min();
    Estimate pooled = HallSimulation.play(together, 200, 9, 15).wait_min();
    assertThat(pooled.high()).isLessThan(separate.low());
  }

  @Test
  void C02_a_transfer_is_a_second_visit() {
    VisitKind first =
        new VisitKind(
            "first",
            same(8, 5.0),
            List.of(),
            0,
            new ServiceTime.Fixed(5),
            1,
            NEVER,
            new VisitKind.Transfer("second", 1));
    VisitKind second = kind("second", 8, 0, new ServiceTime.Fixed(5), 1, NEVER);
    Hall hall =
        new Hall(
            60,
            List.of(first, second),
            List.of(new WindowGroup("w", Set.of("first", "second"), same(8, 2))));
    HallReport report = HallSimulation.play(hall, 50, 2, 15);
    double perDay = report.kinds().getFirst().came().mean();
    assertThat(report.groups().getFirst().busy().mean())
        .isCloseTo(perDay * 10 / (2 * 480), org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void C03_staffing_reaches_its_goal_and_wastes_no_window() {
    VisitKind kind =
        new VisitKind(
            "id",
            List.of(10.0, 30.0, 25.0, 8.0),
            List.of(2, 4, 4, 2),
            0.2,
            new ServiceTime.Lognormal(9, 0.8),
            1,
            NEVER,
            null);
    Hall hall =
        new Hall(
            60, List.of(kind), List.of(new WindowGroup("w", Set.of("id"), List.of(1, 1, 1, 1))));
    Staffing.Goal goal = new Staffing.Goal(15, 0.9, 20, 100, 1);
    Staffing.Plan plan = Staffing.plan(hall, 0, goal);
    assertThat(plan.reached()).isTrue();
    assertThat(plan.report().prompt().low()).isGreaterThanOrEqualTo(0.9);
    for (int i = 0; i < 4; i++) {
      if (plan.windows().get(i) > 1) {
        List<Integer> fewer = new java.util.ArrayList<>(plan.windows());
        fewer.set(i, fewer.get(i) - 1);
        HallReport less = HallSimulation.play(hall.with(0, fewer), 100, 1, 15);
        assertThat(
                less.prompt().low() >= 0.9
                    && less.intervals().stream().allMatch(part -> part.prompt().mean() >= 0.9))
            .isFalse();
      }
    }
  }

  @Test
  void C04_a_goal_out_of_reach_is_said() {
    VisitKind kind = kind("id", 4, 60, new ServiceTime.Fixed(10), 1, NEVER);
    Staffing.Plan plan = Staffing.plan(hall(kind, 4, 1), 0, new Staffing.Goal(5, 0.9, 3, 10, 1));
    assertThat(plan.reached()).isFalse();
    assertThat(plan.windows()).containsOnly(3);
  }

  @Property(tries = 60)
  void D01_everybody_who_came_was_served_or_left(
      @ForAll @IntRange(min = 0, max = 40) int perHour,
      @ForAll @IntRange(min = 0, max = 4) int windows,
      @ForAll @IntRange(min = 1, max = 90) int patience_min,
      @ForAll long seed) {
    VisitKind kind = kind("id", 3, perHour, new ServiceTime.Lognormal(7, 1.2), 1, patience_min);
    DayRecord day = new HallDay(hall(kind, 3, windows), seed).play();
    assertThat(day.waits[0].size() + day.left[0]).isEqualTo(day.came[0]);
    assertThat(day.waits[0].quantile(0.0001))
        .satisfiesAnyOf(
            least -> assertThat(least).isGreaterThanOrEqualTo(0),
            least -> assertThat(least).isNaN());
  }

  private static Hall hall(VisitKind kind, int hours, int windows) {
    return new Hall(
        60, List.of(kind), List.of(new WindowGroup("w", Set.of(kind.id()), same(hours, windows))));
  }

  private static VisitKind kind(
      String id,
      int hours,
      double perHour,
      ServiceTime service,
      int priority,
      double patience_min) {
    return new VisitKind(
        id, same(hours, perHour), List.of(), 0, service, priority, patience_min, null);
  }

  private static <T> List<T> same(int n, T value) {
    return Collections.nCopies(n, value);
  }
}
