package org.ronghe.engines.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.engines.clock.Years.Y2026;
import static org.ronghe.engines.clock.Years.day;
import static org.ronghe.engines.clock.Years.due;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.model.pack.Words;

/// When a term ends, from an ordinary week to a year nobody knows.
class DeadlinesTest {
  private static LocalDate ends(String from, int workingDays, String... suspended) {
    return due(
        Deadlines.due(Y2026, day(from), Term.workingDays(workingDays), suspensions(suspended)));
  }

  private static List<Suspension> suspensions(String... spans) {
    return Arrays.stream(spans)
        .map(span -> span.split("\\.\\."))
        .map(ends -> Suspension.of(day(ends[0]), day(ends[1]), new Words("听证", "hearing")))
        .toList();
  }

  @Test
  void A01_the_first_day_is_not_counted() {
    assertThat(ends("2026-03-02", 1)).as("Monday").isEqualTo(day("2026-03-03"));
    assertThat(ends("2026-03-02", 5)).as("over a weekend").isEqualTo(day("2026-03-09"));
    assertThat(ends("2026-03-07", 1)).as("from a Saturday").isEqualTo(day("2026-03-09"));
  }

  @Test
  void A02_a_make_up_Saturday_counts_and_a_holiday_Monday_does_not() {
    assertThat(ends("2026-02-13", 1)).isEqualTo(day("2026-02-14"));
    assertThat(ends("2026-02-13", 2)).isEqualTo(day("2026-02-24"));
    assertThat(ends("2026-09-18", 9)).isEqualTo(day("2026-10-08"));
  }

  @Test
  void A03_when_it_is_done_on_the_spot_it_is_due_the_same_day() {
    assertThat(ends("2026-03-02", 0)).isEqualTo(day("2026-03-02"));
  }

  @Test
  void B01_suspended_days_are_inclusive() {
    assertThat(ends("2026-03-02", 5, "2026-03-04..2026-03-05")).isEqualTo(day("2026-03-11"));
    assertThat(ends("2026-03-02", 5, "2026-03-04..2026-03-04")).isEqualTo(day("2026-03-10"));
  }

  @Test
  void B02_only_its_working_days_matter() {
    assertThat(ends("2026-03-02", 5, "2026-03-07..2026-03-08")).isEqualTo(day("2026-03-09"));
    assertThat(ends("2026-02-13", 5, "2026-02-15..2026-02-23")).isEqualTo(day("2026-02-27"));
  }

  @Test
  void B03_overlaps_are_not_counted_twice() {
    assertThat(ends("2026-03-02", 5, "2026-03-04..2026-03-05", "2026-03-05..2026-03-06"))
        .isEqualTo(ends("2026-03-02", 5, "2026-03-04..2026-03-06"));
  }

  @Test
  void B04_what_is_before_the_start_or_after_the_end_changes_nothing() {
    assertThat(ends("2026-03-02", 5, "2026-02-01..2026-03-02")).isEqualTo(day("2026-03-09"));
    assertThat(ends("2026-03-02", 5, "2026-03-10..2027-03-10")).isEqualTo(day("2026-03-09"));
  }

  @Test
  void B05_a_suspension_on_what_was_the_last_day_moves_the_end() {
    assertThat(ends("2026-03-02", 5, "2026-03-09..2026-03-13")).isEqualTo(day("2026-03-16"));
  }

  @Test
  void C01_a_year_without_a_calendar_is_named_not_guessed() {
    DeadlineAnswer answer = Deadlines.due(Y2026, day("2026-12-28"), Term.workingDays(5), List.of());
    assertThat(answer).isInstanceOf(DeadlineAnswer.NoCalendar.class);
    assertThat(((DeadlineAnswer.NoCalendar) answer).year()).isEqualTo(2027);
    assertThat(((DeadlineAnswer.NoCalendar) answer).counted()).isEqualTo(3);
    assertThat(ends("2026-12-28", 3)).isEqualTo(day("2026-12-31"));
  }

  @Test
  void D01_calendar_days_count_rest_days_but_do_not_end_on_one() {
    assertThat(due(Deadlines.due(Y2026, day("2026-03-02"), Term.calendarDays(3), List.of())))
        .isEqualTo(day("2026-03-05"));
    assertThat(due(Deadlines.due(Y2026, day("2026-02-10"), Term.calendarDays(7), List.of())))
        .as("17 February is in the Spring Festival")
        .isEqualTo(day("2026-02-24"));
  }

  @Test
  void E01_the_ledger_tells_the_story() {
    DeadlineAnswer answer =
        Deadlines.due(
            Y2026, day("2026-02-12"), Term.workingDays(4), suspensions("2026-02-24..2026-02-25"));
    assertThat(answer.ledger().stream().map(line -> line.words().en()))
        .containsExactly(
            "2026-02-12: the first day is not counted",
            "2026-02-13: 1 day counted, 1 in all",
            "2026-02-14: made up for holiday, 1 day counted, 2 in all",
            "2026-02-15 to 2026-02-23: holiday, not counted",
            "2026-02-24 to 2026-02-25: clock stopped (hearing), 2 working days not counted",
            "2026-02-26 to 2026-02-27: 2 days counted, 4 in all");
  }
}
