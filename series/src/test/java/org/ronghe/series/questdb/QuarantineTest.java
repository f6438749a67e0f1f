package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.IntakeStatistics;
import org.ronghe.series.Quarantine;
import org.ronghe.series.SeriesSettings;

/// Readings nobody knows the point of wait until an operator says what they are.
class QuarantineTest {
  private static final long SIX = Points.us("2026-11-23T06:00:00Z");

  @TempDir Path folder;
  private QuestDbReadingRoom room;

  @BeforeEach
  void open() {
    room = new QuestDbReadingRoom(folder, SeriesSettings.standard());
    room.know(List.of(Points.number("P1")));
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Receipt send(SentReading... readings) {
    return Points.send(room, Points.batch(SIX, readings));
  }

  @Test
  void a01_an_unknown_point_is_held_and_listed_also_after_a_restart() {
    Receipt receipt = send(SentReading.of("压力-1", SIX - 1, 1), SentReading.of("压力-1", SIX, 2));
    assertThat(receipt.quarantined()).isEqualTo(2);

    Quarantine.Entry entry = new Quarantine.Entry("压力-1", "D1", 2, SIX - 1, SIX, "2.0", null);
    assertThat(room.quarantine().list()).containsExactly(entry);
    room.close();
    open();
    assertThat(room.quarantine().list()).containsExactly(entry);
  }

  @Test
  void a02_mapping_sends_what_is_held_through_the_door_and_what_comes_later() {
    send(SentReading.of("压力-1", SIX - 3, 1), SentReading.of("压力-1", SIX - 2, 500));
    send(SentReading.of("P1", SIX - 3, 1));

    Receipt receipt = room.quarantine().map("压力-1", "P1").toCompletableFuture().join();
    assertThat(receipt).isEqualTo(new Receipt(0, 1, 1, 0, 0, List.of()));
    assertThat(send(SentReading.of("压力-1", SIX, 3)).stored()).isEqualTo(1);
    assertThat(room.quarantine().list()).isEmpty();
    assertThat(room.history().range("P1", 0, Long.MAX_VALUE, null, 10, null).readings())
        .extracting(Reading::value)
        .containsExactly(1.0, 500.0, 3.0);

    room.close();
    open();
    assertThat(room.quarantine().list()).isEmpty();
    assertThat(send(SentReading.of("压力-1", SIX + 1, 4)).stored()).isEqualTo(1);
  }

  @Test
  void a03_only_a_known_point_can_be_mapped_to() {
    send(SentReading.of("压力-1", SIX, 1));
    assertThatThrownBy(() -> room.quarantine().map("压力-1", "P9"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(room.quarantine().list()).hasSize(1);
  }

  @Test
  void a04_discarding_forgets_for_ever() {
    send(SentReading.of("x\ty", SIX, 1));
    assertThat(room.quarantine().discard("x\ty")).isEqualTo(1);
    room.close();
    open();
    assertThat(room.quarantine().list()).isEmpty();
  }

  @Test
  void b01_the_statistics_say_what_came_of_everything() {
    send(
        SentReading.of("P1", SIX - 2_000_000, 1),
        SentReading.of("P1", SIX - 2_000_000, 1),
        SentReading.of("P1", SIX - 2_000_000, 2),
        SentReading.of("P1", SIX, 200),
        SentReading.of("P9", SIX, 1),
        SentReading.of("P1", 0, 1),
        SentReading.of("P1", SIX - 2_000_000, 3));

    IntakeStatistics statistics = room.statistics();
    IntakeStatistics.Counts total = statistics.total();
    assertThat(total.received()).isEqualTo(7);
    assertThat(total.stored()).isEqualTo(3);
    assertThat(total.duplicate()).isEqualTo(1);
    assertThat(total.flagged()).isEqualTo(1);
    assertThat(total.quarantined()).isEqualTo(1);
    assertThat(total.rejected()).isEqualTo(1);
    assertThat(total.conflicts()).isEqualTo(2);
    assertThat(total.rejectedByCode()).containsEntry("time-out-of-range", 1L);
    IntakeStatistics.Device device = statistics.devices().getFirst();
    assertThat(device.name()).isEqualTo("D1");
    assertThat(device.clockAhead_ms()).isEqualTo(-2_000);
    assertThat(device.errors())
        .containsExactly(new IntakeStatistics.SampleError(SIX, "P1", "time-out-of-range", "0"));
  }

  @Test
  void b02_a_copy_made_while_running_holds_everything_acknowledged(@TempDir Path copies) {
    send(SentReading.of("P1", SIX, 1), SentReading.of("P9", SIX, 1));
    room.snapshot(copies.resolve("copy"));
    send(SentReading.of("P1", SIX + 1, 2));

    try (QuestDbReadingRoom copy =
        new QuestDbReadingRoom(copies.resolve("copy"), SeriesSettings.standard())) {
      copy.know(List.of(Points.number("P1")));
      assertThat(copy.history().range("P1", 0, Long.MAX_VALUE, null, 10, null).readings())
          .extracting(Reading::value)
          .containsExactly(1.0);
      assertThat(copy.quarantine().list()).hasSize(1);
      Receipt again = Points.send(copy, Points.batch(SIX, SentReading.of("P1", SIX, 1)));
      assertThat(again.duplicate()).isEqualTo(1);
    }
  }
}
