package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingHistory.Bucket;
import org.ronghe.series.ReadingHistory.Step;
import org.ronghe.series.SeriesSettings;

/// Readings that come late, into hours long compressed, and what those are told who ask later.
class LateReadingsTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long SIX = Points.us("2026-11-23T06:00:00Z");
  private static final long NOON = SIX + 6 * HOUR;

  @TempDir Path folder;
  private QuestDbReadingRoom room;

  @BeforeEach
  void open() {
    SeriesSettings settings =
        SeriesSettings.standard().withSync(false).withSealAfter(Duration.ofMillis(1));
    room = new QuestDbReadingRoom(folder, settings);
    room.know(List.of(Points.number("P1"), Points.number("P2")));
  }

  @AfterEach
  void close() {
    room.close();
  }

  /// Six o'clock has a reading each even ten seconds, 0 to 35.9, and is compressed.
  private void sixIsSealed() {
    sendAt(
        SIX + HOUR,
        IntStream.range(0, 360)
            .mapToObj(at -> SentReading.of("P1", SIX + at * 10 * SECOND, at / 10.0))
            .toArray(SentReading[]::new));
    sendAt(NOON, SentReading.of("P1", NOON, 50));
    room.flush();
    await(() -> sealed("2026-11-23T06"));
  }

  private boolean sealed(String hour) {
    try (Stream<Path> parts = Files.list(folder.resolve("tables/raw_normal"))) {
      return parts.anyMatch(part ->
          part.getFileName().toString().startsWith(hour)
              && Files.exists(part.resolve("data.parquet")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline_ns = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline_ns);
      Thread.onSpinWait();
    }
  }

  private Receipt sendAt(long receive_us, SentReading... readings) {
    return Points.send(room, Points.batch(receive_us, readings));
  }

  private List<Reading> all(String point) {
    return room.history().range(point, 0, Long.MAX_VALUE, null, 1_000, null).readings();
  }

  private List<Reading> since(long from_us) {
    List<Reading> found = new ArrayList<>();
    room.history().receivedSince(from_us, found::add);
    return found;
  }

  private Bucket bucket(Step step, long start_us) {
    return room.history().buckets("P1", step, start_us, start_us + 1).getFirst();
  }

  private void reopen() {
    room.close();
    open();
  }

  @Test
  void a01_late_readings_take_their_place_in_a_sealed_hour() {
    sixIsSealed();

    Receipt receipt =
        sendAt(
            NOON,
            SentReading.of("P1", SIX + 3_595 * SECOND, 99),
            SentReading.of("P1", SIX + 5 * SECOND, 77),
            SentReading.of("P1", SIX - 30 * SECOND, 11));

    assertThat(receipt.stored()).isEqualTo(3);
    thePlacesAreRight();
    room.flush();
    thePlacesAreRight();
    reopen();
    thePlacesAreRight();
    await(() -> sealed("2026-11-23T05"));
    thePlacesAreRight();
  }

  private void thePlacesAreRight() {
    List<Reading> stored = all("P1");
    assertThat(stored)
        .hasSize(364)
        .isSortedAccordingTo(Comparator.comparingLong(Reading::sourceTime_us));
    assertThat(stored).element(0).extracting(Reading::value).isEqualTo(11.0);
    assertThat(stored).element(2).extracting(Reading::value).isEqualTo(77.0);
    assertThat(stored).element(362).extracting(Reading::value).isEqualTo(99.0);
    assertThat(room.history().latest(List.of("P1")))
        .hasValueSatisfying(
            new org.assertj.core.api.Condition<>(one -> one.value() == 50.0, "the one of noon"));
  }

  @Test
  void a02_the_same_reading_again_is_known_though_its_hour_is_sealed() {
    sixIsSealed();
    sendAt(NOON, SentReading.of("P1", SIX + 5 * SECOND, 77));
    room.flush();

    for (int time = 0; time < 2; time++) {
      Receipt again =
          sendAt(
              NOON + HOUR,
              SentReading.of("P1", SIX + 5 * SECOND, 77),
              SentReading.of("P1", SIX + 10 * SECOND, 0.1),
              SentReading.of("P1", NOON, 50));
      assertThat(again).isEqualTo(new Receipt(0, 3, 0, 0, 0, List.of()));
      reopen();
    }
    assertThat(all("P1")).hasSize(362);
  }

  @Test
  void a03_another_value_at_an_instant_of_a_sealed_hour_is_kept_and_counted_as_conflict() {
    sixIsSealed();

    Receipt receipt = sendAt(NOON, SentReading.of("P1", SIX + 10 * SECOND, 60));

    assertThat(receipt.stored()).isEqualTo(1);
    assertThat(room.statistics().total().conflicts()).isEqualTo(1);
    reopen();
    assertThat(all("P1").subList(1, 3)).extracting(Reading::value).containsExactly(0.1, 60.0);
    sendAt(NOON, SentReading.of("P1", SIX + 10 * SECOND, 61));
    assertThat(room.statistics().total().conflicts()).isEqualTo(1);
  }

  @Test
  void a04_roll_ups_of_a_sealed_hour_are_corrected() {
    sixIsSealed();
    sendAt(
        NOON,
        SentReading.of("P1", SIX + 5 * SECOND, 99),
        SentReading.of("P1", SIX + 3_599 * SECOND, 1));
    theRollUpsAreRight();
    room.flush();
    theRollUpsAreRight();
    reopen();
    theRollUpsAreRight();

    sendAt(NOON, SentReading.of("P1", SIX + 6 * SECOND, 100));
    room.flush();
    reopen();
    assertThat(bucket(Step.MINUTE, SIX).max()).isEqualTo(100);
    assertThat(bucket(Step.HOUR, SIX).count()).isEqualTo(363);
    assertThat(bucket(Step.DAY, SIX - 6 * HOUR).count()).isEqualTo(364);
  }

  private void theRollUpsAreRight() {
    assertThat(bucket(Step.MINUTE, SIX))
        .isEqualTo(new Bucket(SIX, 0, 99, (0 + 0.1 + 0.2 + 0.3 + 0.4 + 0.5 + 99) / 7, 0.5, 7, 1));
    Bucket hour = bucket(Step.HOUR, SIX);
    assertThat(hour.count()).isEqualTo(362);
    assertThat(hour.max()).isEqualTo(99);
    assertThat(hour.last()).isEqualTo(1);
    Bucket day = bucket(Step.DAY, SIX - 6 * HOUR);
    assertThat(day.count()).isEqualTo(363);
    assertThat(day.last()).isEqualTo(50);
  }

  @Test
  void b01_received_since_tells_of_readings_in_memory_in_tables_and_in_sealed_hours() {
    sixIsSealed();
    long asked_us = NOON + HOUR;
    sendAt(asked_us - SECOND, SentReading.of("P1", NOON + 1, 1));
    sendAt(asked_us, SentReading.of("P1", SIX + 5 * SECOND, 2));
    room.flush();
    sendAt(asked_us + SECOND, SentReading.of("P1", NOON + 2, 3), SentReading.of("P2", SIX, 4));

    assertThat(since(asked_us)).extracting(Reading::value).containsExactlyInAnyOrder(2.0, 3.0, 4.0);
    reopen();
    assertThat(since(asked_us)).extracting(Reading::value).containsExactlyInAnyOrder(2.0, 3.0, 4.0);
    assertThat(since(asked_us + 2 * SECOND)).isEmpty();
    assertThat(since(0)).hasSize(365);
  }

  @Test
  void b02_received_since_misses_nothing_of_the_very_microsecond() {
    long received_us = SIX + SECOND + 567;
    long old_us = SIX - 40 * 24 * HOUR + 123;
    sendAt(received_us, SentReading.of("P1", SIX, 1), SentReading.of("P2", old_us, 2));

    assertThat(since(received_us)).extracting(Reading::value).containsExactlyInAnyOrder(1.0, 2.0);
    assertThat(since(received_us + 2 * SECOND)).isEmpty();
  }

  @Test
  void b03_received_since_keeps_the_order_of_a_point_whose_class_changed() {
    room.know(List.of(inClass(RetentionClass.LONG)));
    sendAt(SIX, SentReading.of("P1", SIX, 1), SentReading.of("P1", SIX + 2, 3));
    room.flush();
    room.know(List.of(inClass(RetentionClass.SHORT)));
    sendAt(SIX, SentReading.of("P1", SIX + 1, 2), SentReading.of("P1", SIX + 3, 4));

    assertThat(since(SIX)).extracting(Reading::value).containsExactly(1.0, 2.0, 3.0, 4.0);
  }

  private static org.ronghe.model.point.MeasuringPoint inClass(RetentionClass retention) {
    return Points.point("P1", ValueKind.NUMBER, List.of(), 0.0, 100.0, retention);
  }

  @Test
  void c01_a_store_that_could_not_be_opened_is_free_for_the_next_try() throws IOException {
    sendAt(SIX, SentReading.of("P1", SIX, 1));
    room.close();
    Path state = folder.resolve("state");
    byte[] whole = Files.readAllBytes(state);
    Files.write(state, new byte[] {1, 2, 3, 4, 5});

    assertThatThrownBy(this::open)
        .isInstanceOf(UncheckedIOException.class)
        .hasStackTraceContaining("its checksum is wrong");
    Files.write(state, whole);
    open();
    assertThat(all("P1")).hasSize(1);
  }
}
