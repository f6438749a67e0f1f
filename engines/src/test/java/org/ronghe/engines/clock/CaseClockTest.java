package org.ronghe.engines.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.engines.clock.Years.Y2026;
import static org.ronghe.engines.clock.Years.day;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The clock of one case, told as its events.
class CaseClockTest {
  private static final ClockRules RULES = ClockRules.single(Optional.of(Term.workingDays(10)));

  private static ClockReading read(String asOf, ClockEvent... events) {
    return CaseClock.read(RULES, Y2026, List.of(events), day(asOf));
  }

  private static ClockEvent filed(String on) {
    return new ClockEvent.Filed(day(on));
  }

  private static ClockEvent accepted(String on) {
    return new ClockEvent.Accepted(day(on));
  }

  @Test
  void A01_filed_the_office_has_five_working_days_to_accept() {
    ClockReading reading = read("2026-03-03", filed("2026-03-02"));
    assertThat(reading.state()).isEqualTo(ClockState.TO_ACCEPT);
    assertThat(reading.due()).contains(day("2026-03-09"));
    assertThat(reading.current().orElseThrow().used()).isEqualTo(1);
  }

  @Test
  void A02_silence_for_five_days_is_acceptance_from_the_day_of_receipt() {
    ClockReading on_time = read("2026-03-09", filed("2026-03-02"));
    assertThat(on_time.deemedAccepted()).isFalse();
    ClockReading late = read("2026-03-10", filed("2026-03-02"));
    assertThat(late.deemedAccepted()).isTrue();
    assertThat(late.state()).isEqualTo(ClockState.TO_DECIDE);
    assertThat(late.due()).as("10 days from 2 March").contains(day("2026-03-16"));
    assertThat(late.findings().getFirst().en()).contains("art. 32");
  }

  @Test
  void A03_a_correction_asked_in_time_stops_the_clock_until_supplied() {
    ClockReading asked =
        read("2026-04-30", filed("2026-03-02"), new ClockEvent.CorrectionAsked(day("2026-03-05")));
    assertThat(asked.state()).isEqualTo(ClockState.TO_CORRECT);
    ClockReading supplied =
        read(
            "2026-03-20",
            filed("2026-03-02"),
            new ClockEvent.CorrectionAsked(day("2026-03-05")),
            new ClockEvent.CorrectionSupplied(day("2026-03-19")));
    assertThat(supplied.state()).isEqualTo(ClockState.TO_ACCEPT);
    assertThat(supplied.due()).contains(day("2026-03-26"));
  }

  @Test
  void A04_a_correction_asked_too_late_stops_nothing() {
    ClockReading reading =
        read("2026-03-11", filed("2026-03-02"), new ClockEvent.CorrectionAsked(day("2026-03-11")));
    assertThat(reading.state()).isEqualTo(ClockState.TO_DECIDE);
    assertThat(reading.findings()).hasSize(2);
  }

  @Test
  void B01_accepted_the_promise_runs_beside_the_law() {
    ClockReading reading = read("2026-03-04", filed("2026-03-02"), accepted("2026-03-03"));
    PhaseReading decision = reading.current().orElseThrow();
    assertThat(Years.due(decision.promisedDue().orElseThrow())).isEqualTo(day("2026-03-17"));
    assertThat(Years.due(decision.due())).isEqualTo(day("2026-03-31"));
    assertThat(decision.light()).isEqualTo(PhaseReading.Light.GREEN);
  }

  @Test
  void B02_lights_change_at_80_percent_at_the_promise_and_at_the_law() {
    ClockEvent[] events = {filed("2026-03-02"), accepted("2026-03-03")};
    assertThat(light("2026-03-12", events)).isEqualTo(PhaseReading.Light.GREEN);
    assertThat(light("2026-03-13", events)).isEqualTo(PhaseReading.Light.WARNING);
    assertThat(light("2026-03-17", events)).isEqualTo(PhaseReading.Light.WARNING);
    assertThat(light("2026-03-18", events)).isEqualTo(PhaseReading.Light.PROMISE_MISSED);
    assertThat(light("2026-03-31", events)).isEqualTo(PhaseReading.Light.PROMISE_MISSED);
    assertThat(light("2026-04-01", events)).isEqualTo(PhaseReading.Light.OVERDUE);
  }

  private static PhaseReading.Light light(String asOf, ClockEvent... events) {
    return read(asOf, events).current().orElseThrow().light();
  }

  @Test
  void B03_an_extension_adds_ten_days_once() {
    ClockReading reading =
        read(
            "2026-03-20",
            filed("2026-03-02"),
            accepted("2026-03-03"),
            new ClockEvent.Extended(day("2026-03-10")),
            new ClockEvent.Extended(day("2026-03-11")));
    assertThat(reading.current().orElseThrow().legal()).isEqualTo(Term.workingDays(30));
    assertThat(reading.findings()).hasSize(1);
  }

  @Test
  void C01_a_hearing_told_in_writing_stops_the_clock() {
    ClockReading stopped =
        read(
            "2026-03-13",
            filed("2026-03-02"),
            accepted("2026-03-03"),
            new ClockEvent.Suspended(day("2026-03-05"), Pause.HEARING, true));
    assertThat(stopped.state()).isEqualTo(ClockState.STOPPED);
    assertThat(stopped.current().orElseThrow().used()).isEqualTo(1);
    ClockReading resumed =
        read(
            "2026-03-16",
            filed("2026-03-02"),
            accepted("2026-03-03"),
            new ClockEvent.Suspended(day("2026-03-05"), Pause.HEARING, true),
            new ClockEvent.Resumed(day("2026-03-16")));
    assertThat(resumed.current().orElseThrow().used()).as("4 and 16 March").isEqualTo(2);
    assertThat(resumed.due()).as("10 days, 7 not counted").contains(day("2026-03-26"));
  }

  @Test
  void C02_without_written_notice_it_does_not() {
    ClockReading reading =
        read(
            "2026-03-13",
            filed("2026-03-02"),
            accepted("2026-03-03"),
            new ClockEvent.Suspended(day("2026-03-05"), Pause.HEARING, false));
    assertThat(reading.state()).isEqualTo(ClockState.TO_DECIDE);
    assertThat(reading.current().orElseThrow().used()).isEqualTo(8);
    assertThat(reading.findings().getFirst().zh()).contains("第45条");
  }

  @Test
  void D01_decided_the_certificate_has_ten_days() {
    ClockReading decided =
        read(
            "2026-03-12",
            filed("2026-03-02"),
            accepted("2026-03-03"),
            new ClockEvent.Decided(day("2026-03-12")));
    assertThat(decided.state()).isEqualTo(ClockState.TO_DELIVER);
    assertThat(decided.due()).contains(day("2026-03-26"));
    ClockReading closed =
        read(
            "2026-03-20",
            filed("2026-03-02"),
            accepted("2026-03-03"),
            new ClockEvent.Decided(day("2026-03-12")),
            new ClockEvent.Delivered(day("2026-03-13")));
    assertThat(closed.state()).isEqualTo(ClockState.CLOSED);
    assertThat(closed.phases()).hasSize(3);
  }

  @Test
  void D02_at_the_end_of_2026_the_due_day_is_unknown_and_nothing_is_late() {
    ClockReading reading = read("2026-12-31", filed("2026-12-28"), accepted("2026-12-28"));
    assertThat(reading.due()).isEmpty();
    assertThat(reading.current().orElseThrow().light()).isEqualTo(PhaseReading.Light.GREEN);
    assertThat(reading.current().orElseThrow().used()).isEqualTo(3);
  }

  @Test
  void E01_a_late_step_is_yellow_and_a_case_past_the_law_red() {
    ClockReading reading = read("2026-04-01", filed("2026-03-02"), accepted("2026-03-03"));
    StepRun review =
        new StepRun(
            "审查",
            false,
            "自然资源局",
            "王",
            day("2026-03-03"),
            Optional.of(day("2026-03-12")),
            Term.workingDays(5));
    StepRun decision =
        new StepRun(
            "决定", false, "自然资源局", "李", day("2026-03-12"), Optional.empty(), Term.workingDays(30));
    List<Card> cards = Cards.of(Y2026, reading, List.of(review, decision));
    assertThat(
            cards.stream().map(card -> card.colour() + " " + card.trigger() + " " + card.staff()))
        .containsExactly("YELLOW STEP_OVER_LIMIT 王", "RED CASE_OVER_LAW 李");
    assertThat(cards.getFirst().on()).isEqualTo(day("2026-03-11"));
  }

  @Test
  void F01_an_event_that_does_not_fit_is_said_and_left_out() {
    ClockReading reading =
        read("2026-03-05", filed("2026-03-02"), new ClockEvent.Resumed(day("2026-03-03")));
    assertThat(reading.state()).isEqualTo(ClockState.TO_ACCEPT);
    assertThat(reading.findings()).hasSize(1);
  }
}
