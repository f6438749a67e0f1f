package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingHistory.Page;
import org.ronghe.series.SeriesSettings;

/// From one reading that comes back to a store that was closed and opened again.
class ReadingRoomTest {
  private static final long SIX = Points.us("2026-11-23T06:00:00Z");
  private static final long SECOND = 1_000_000;

  @TempDir Path folder;
  private QuestDbReadingRoom room;

  @BeforeEach
  void open() {
    room = new QuestDbReadingRoom(folder, SeriesSettings.standard());
    room.know(
        List.of(
            Points.number("P1"),
            Points.number("P2"),
            Points.yesNo("Y1"),
            Points.states("S1", "停止", "运行", "故障")));
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Receipt send(SentReading... readings) {
    return Points.send(room, Points.batch(SIX + SECOND, readings));
  }

  private List<Reading> all(String point) {
    return room.history().range(point, 0, Long.MAX_VALUE, null, 1_000, null).readings();
  }

  private double latestValue() {
    return room.history().latest(List.of("P1")).values().iterator().next().value();
  }

  @Test
  void a01_a_reading_is_stored_and_comes_back() {
    Receipt receipt = send(SentReading.of("P1", SIX, 12.5));

    assertThat(receipt).isEqualTo(new Receipt(1, 0, 0, 0, 0, List.of()));
    Reading expected = new Reading("P1", SIX, SIX + SECOND, 12.5, Quality.GOOD);
    assertThat(room.history().latest(List.of("P1", "P2")))
        .containsOnly(java.util.Map.entry("P1", expected));
    assertThat(all("P1")).containsExactly(expected);
  }

  @Test
  void a02_the_same_again_is_a_duplicate_before_and_after_it_left_memory() {
    send(SentReading.of("P1", SIX, 12.5));

    assertThat(send(SentReading.of("P1", SIX, 12.5)).duplicate()).isEqualTo(1);
    room.flush();
    assertThat(send(SentReading.of("P1", SIX, 12.5)).duplicate()).isEqualTo(1);
    room.close();
    open();
    assertThat(send(SentReading.of("P1", SIX, 12.5)).duplicate()).isEqualTo(1);
    assertThat(all("P1")).hasSize(1);
  }

  @Test
  void a03_two_different_readings_at_one_instant_are_both_kept() {
    send(SentReading.of("P1", SIX, 12.5));
    room.flush();
    Receipt second =
        Points.send(room, Points.batch(SIX + 2 * SECOND, SentReading.of("P1", SIX, 13.5)));

    assertThat(second.stored()).isEqualTo(1);
    assertThat(all("P1")).extracting(Reading::value).containsExactly(12.5, 13.5);
    assertThat(latestValue()).isEqualTo(13.5);
  }

  @Test
  void a04_late_readings_come_back_in_order() {
    send(SentReading.of("P1", SIX, 3));
    room.flush();
    send(SentReading.of("P1", SIX - 7_200 * SECOND, 1), SentReading.of("P1", SIX - SECOND, 2));

    assertThat(all("P1")).extracting(Reading::value).containsExactly(1.0, 2.0, 3.0);
    room.flush();
    assertThat(all("P1")).extracting(Reading::value).containsExactly(1.0, 2.0, 3.0);
    assertThat(latestValue()).isEqualTo(3);
  }

  @Test
  void a05_states_and_booleans_are_read_by_label_and_code() {
    Receipt receipt =
        send(
            new SentReading("Y1", SIX, Double.NaN, "开", Quality.GOOD),
            new SentReading("Y1", SIX + 1, Double.NaN, "false", Quality.GOOD),
            SentReading.of("Y1", SIX + 2, 1),
            new SentReading("S1", SIX, Double.NaN, "故障", Quality.GOOD),
            new SentReading("S1", SIX + 1, Double.NaN, "飞走", Quality.GOOD),
            SentReading.of("S1", SIX + 2, 7));

    assertThat(receipt.stored()).isEqualTo(4);
    assertThat(receipt.rejections())
        .extracting(Receipt.Rejection::index, Receipt.Rejection::code, Receipt.Rejection::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4, "unknown-state", "飞走"),
            org.assertj.core.groups.Tuple.tuple(5, "unknown-state", "7.0"));
    assertThat(all("Y1")).extracting(Reading::value).containsExactly(1.0, 0.0, 1.0);
    assertThat(all("S1")).extracting(Reading::value).containsExactly(2.0);
  }

  @Test
  void a06_out_of_range_and_wrong_clocks_are_kept_and_flagged_impossible_times_refused() {
    Receipt receipt =
        send(
            SentReading.of("P1", SIX, 100.5),
            SentReading.of("P1", SIX + 3_600 * SECOND, 50),
            SentReading.of("P1", Points.us("1999-12-31T23:59:59Z"), 50),
            SentReading.of("P1", SIX + 2 * 86_400 * SECOND, 50),
            new SentReading("P1", SIX + 4, Double.NaN, "kaputt", Quality.GOOD),
            new SentReading("P1", SIX + 5, Double.NaN, null, Quality.BAD_SENSOR_FAILURE));

    assertThat(receipt.flagged()).isEqualTo(2);
    assertThat(receipt.stored()).isEqualTo(1);
    assertThat(receipt.rejections())
        .extracting(Receipt.Rejection::code)
        .containsExactly("time-out-of-range", "time-out-of-range", "not-a-number");
    assertThat(all("P1"))
        .extracting(Reading::quality)
        .containsExactly(
            Quality.UNCERTAIN_OUT_OF_RANGE, Quality.BAD_SENSOR_FAILURE, Quality.UNCERTAIN_CLOCK);
  }

  @Test
  void a07_a_recorded_log_is_no_wrong_clock() {
    Batch replay =
        new Batch(
            "replay:plant",
            Batch.Door.REPLAY,
            SIX,
            true,
            List.of(SentReading.of("P1", Points.us("2017-04-01T00:00:00Z"), 20)));

    assertThat(Points.send(room, replay).stored()).isEqualTo(1);
    assertThat(all("P1").getFirst().receiveTime_us()).isBetween(SIX - SECOND, SIX);
  }

  @Test
  void a08_pages_one_after_another_are_the_whole() {
    SentReading[] sent =
        IntStream.range(0, 100)
            .mapToObj(i -> SentReading.of("P1", SIX + (i / 3) * SECOND, i % 3))
            .toArray(SentReading[]::new);
    send(sent);

    List<Reading> pages = new ArrayList<>();
    Page page = room.history().range("P1", 0, Long.MAX_VALUE, null, 7, null);
    pages.addAll(page.readings());
    while (page.next() != null) {
      page = room.history().range("P1", 0, Long.MAX_VALUE, page.next(), 7, null);
      pages.addAll(page.readings());
    }
    assertThat(pages).hasSize(100).isEqualTo(all("P1"));
  }

  @Test
  void a09_as_it_was_known_at_leaves_out_what_came_later() {
    Points.send(room, Points.batch(SIX, SentReading.of("P1", SIX - SECOND, 1)));
    Points.send(room, Points.batch(SIX + 60 * SECOND, SentReading.of("P1", SIX - 2 * SECOND, 2)));

    assertThat(room.history().range("P1", 0, Long.MAX_VALUE, null, 10, SIX).readings())
        .extracting(Reading::value)
        .containsExactly(1.0);
  }

  @Test
  void b01_what_was_stored_is_there_after_closing_and_opening() {
    send(SentReading.of("P1", SIX, 1), SentReading.of("P2", SIX, 2));
    room.close();
    open();

    assertThat(all("P1")).extracting(Reading::value).containsExactly(1.0);
    assertThat(room.history().latest(List.of("P1", "P2"))).hasSize(2);
  }

  @Test
  void b02_listeners_hear_what_is_durable_in_order() {
    List<Reading> heard = new ArrayList<>();
    room.listen(heard::addAll);
    send(SentReading.of("P1", SIX, 1));
    send(SentReading.of("P1", SIX, 1), SentReading.of("P1", SIX + 1, 2));

    assertThat(heard).extracting(Reading::value).containsExactly(1.0, 2.0);
  }

  @Test
  void b03_a_closed_room_acknowledges_nothing() {
    room.close();
    assertThatThrownBy(() -> send(SentReading.of("P1", SIX, 1)))
        .hasRootCauseMessage("the reading store is closed or lost");
  }

  @Test
  void b04_a_second_county_on_the_same_folder_is_refused() {
    assertThatThrownBy(() -> new QuestDbReadingRoom(folder, SeriesSettings.standard()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("open in another process");
  }
}
