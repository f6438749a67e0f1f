package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
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
import org.ronghe.series.ReadingHistory.Trend;
import org.ronghe.series.SeriesSettings;

/// Two months go by: the raw readings of class SHORT (30 days) go, everything else stays. Time is
/// let go by through the dates of the store's files.
class RetentionTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private static final Duration AGE = Duration.ofDays(60);
  private static final long NOW_us = NOW.toEpochMilli() * 1_000;
  private static final long OLD_us = NOW.minus(AGE).toEpochMilli() * 1_000;
  private static final long HOUR = 3_600_000_000L;

  @TempDir Path folder;
  private QuestDbReadingRoom room;

  @BeforeEach
  void open() {
    SeriesSettings settings =
        SeriesSettings.standard().withSync(false).withSealAfter(Duration.ofMillis(1));
    room = new QuestDbReadingRoom(folder, settings);
    room.know(
        List.of(
            Points.point("S", ValueKind.NUMBER, List.of(), 0.0, 100.0, RetentionClass.SHORT),
            Points.point("N", ValueKind.NUMBER, List.of(), 0.0, 100.0, RetentionClass.NORMAL),
            Points.point("L", ValueKind.NUMBER, List.of(), 0.0, 100.0, RetentionClass.LONG)));
  }

  @AfterEach
  void close() {
    room.close();
  }

  private void readingsOfTwoMonthsAgoAndNow() {
    for (String point : List.of("S", "N", "L")) {
      Points.send(room, Points.batch(OLD_us + HOUR, SentReading.of(point, OLD_us + 1, 10)));
      Points.send(room, Points.batch(OLD_us + HOUR, SentReading.of(point, OLD_us + 2, 30)));
      Points.send(room, Points.batch(NOW_us, SentReading.of(point, NOW_us, 50)));
    }
    room.flush();
    String hour = NOW.minus(AGE).toString().substring(0, 13);
    for (RetentionClass retention : RetentionClass.values()) {
      await(() -> parts(retention, hour).stream().anyMatch(RetentionTest::compressed));
    }
  }

  private List<Path> parts(RetentionClass retention, String hour) {
    Path table = folder.resolve("tables").resolve(RawTables.name(retention));
    try (Stream<Path> parts = Files.list(table)) {
      return parts.filter(part -> part.getFileName().toString().startsWith(hour)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean compressed(Path part) {
    return Files.exists(part.resolve("data.parquet"));
  }

  private static void await(BooleanSupplier condition) {
    long deadline_ns = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline_ns);
      Thread.onSpinWait();
    }
  }

  private void twoMonthsGoBy() throws IOException {
    timeGoesBy(_ -> true);
  }

  private void timeGoesBy(Predicate<Path> where) throws IOException {
    room.close();
    FileTime then = FileTime.from(NOW.minus(AGE));
    try (Stream<Path> files = Files.walk(folder.resolve("tables"))) {
      for (Path file : files.filter(where).toList()) {
        Files.setLastModifiedTime(file, then);
      }
    }
    open();
  }

  private List<Double> values(String point) {
    return room.history().range(point, 0, Long.MAX_VALUE, null, 100, null).readings().stream()
        .map(Reading::value)
        .toList();
  }

  @Test
  void a01_raw_readings_past_their_time_go_the_other_classes_and_roll_ups_stay()
      throws IOException {
    readingsOfTwoMonthsAgoAndNow();
    assertThat(values("S")).containsExactly(10.0, 30.0, 50.0);
    twoMonthsGoBy();

    await(() -> values("S").size() == 1);
    assertThat(values("S")).containsExactly(50.0);
    assertThat(values("N")).containsExactly(10.0, 30.0, 50.0);
    assertThat(values("L")).containsExactly(10.0, 30.0, 50.0);
    for (Step step : Step.values()) {
      assertThat(room.history().buckets("S", step, OLD_us - 24 * HOUR, OLD_us + HOUR))
          .singleElement()
          .extracting(Bucket::min, Bucket::max, Bucket::count)
          .containsExactly(10.0, 30.0, 2L);
    }
  }

  @Test
  void a02_a_close_look_at_a_dropped_hour_is_drawn_from_minutes() throws IOException {
    readingsOfTwoMonthsAgoAndNow();
    twoMonthsGoBy();
    await(() -> values("S").size() == 1);

    Trend trend = room.history().trend("S", OLD_us, OLD_us + HOUR, 1_000, 10, null);
    assertThat(trend.source()).isEqualTo("minute");
    assertThat(trend.segments().getFirst().samples().getFirst().max()).isEqualTo(30);
    assertThat(room.history().trend("N", OLD_us, OLD_us + HOUR, 1_000, 10, null).source())
        .isEqualTo("raw");
  }

  @Test
  void a03_an_old_hour_that_was_written_lately_is_kept() throws IOException {
    readingsOfTwoMonthsAgoAndNow();
    twoMonthsGoBy();
    await(() -> values("S").size() == 1);
    Points.send(room, Points.batch(NOW_us, SentReading.of("S", OLD_us + HOUR, 40)));
    Points.send(room, Points.batch(NOW_us, SentReading.of("S", OLD_us + 9 * HOUR, 45)));
    room.flush();
    String hour = NOW.minus(AGE).plusSeconds(3_600).toString().substring(0, 13);
    await(() -> parts(RetentionClass.SHORT, hour).stream().anyMatch(RetentionTest::compressed));
    String aged = NOW.minus(AGE).plusSeconds(9 * 3_600).toString().substring(0, 13);
    await(() -> parts(RetentionClass.SHORT, aged).stream().anyMatch(RetentionTest::compressed));
    timeGoesBy(file -> file.toString().contains(aged));

    await(() -> values("S").size() == 2);
    assertThat(values("S")).containsExactly(40.0, 50.0);
  }

  @Test
  void b01_what_was_dropped_and_is_sent_again_is_refused_and_counts_once() throws IOException {
    readingsOfTwoMonthsAgoAndNow();
    twoMonthsGoBy();
    await(() -> values("S").size() == 1);

    Receipt again =
        Points.send(
            room,
            Points.batch(
                NOW_us,
                SentReading.of("S", OLD_us + 1, 10),
                SentReading.of("S", OLD_us + 2, 30),
                SentReading.of("N", OLD_us + 1, 10),
                SentReading.of("N", OLD_us + 3, 20)));

    assertThat(again.rejected()).isEqualTo(2);
    assertThat(again.rejections())
        .extracting(Receipt.Rejection::index, Receipt.Rejection::code)
        .containsExactly(tuple(0, "past-retention"), tuple(1, "past-retention"));
    assertThat(again.duplicate()).as("N is kept for longer").isEqualTo(1);
    assertThat(again.stored()).isEqualTo(1);
    room.flush();
    assertThat(values("S")).containsExactly(50.0);
    assertThat(countOfOldHour("S")).isEqualTo(2);
    assertThat(countOfOldHour("N")).isEqualTo(3);
  }

  @Test
  void b02_an_old_hour_that_never_had_readings_takes_them() throws IOException {
    readingsOfTwoMonthsAgoAndNow();
    twoMonthsGoBy();
    await(() -> values("S").size() == 1);

    Receipt first = Points.send(room, Points.batch(NOW_us, SentReading.of("S", OLD_us + HOUR, 7)));
    Receipt next =
        Points.send(room, Points.batch(NOW_us, SentReading.of("S", OLD_us + HOUR + 1, 8)));
    room.flush();
    Receipt twice = Points.send(room, Points.batch(NOW_us, SentReading.of("S", OLD_us + HOUR, 7)));
    Receipt third =
        Points.send(room, Points.batch(NOW_us, SentReading.of("S", OLD_us + HOUR + 2, 9)));

    assertThat(first.stored() + next.stored() + third.stored()).isEqualTo(3);
    assertThat(twice.duplicate()).isEqualTo(1);
  }

  private long countOfOldHour(String point) {
    return room.history().buckets(point, Step.HOUR, OLD_us, OLD_us + 1).getFirst().count();
  }
}
