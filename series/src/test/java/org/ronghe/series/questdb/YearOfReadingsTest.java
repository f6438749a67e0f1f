package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingHistory.Sample;
import org.ronghe.series.ReadingHistory.Trend;
import org.ronghe.series.SeriesSettings;

/// A year of one point, a reading each ten minutes of the evenings, drawn from near and from far.
/// Two days are missing, one reading came a month after the others, and the last ones are still in
/// memory.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearOfReadingsTest {
  private static final long MINUTE = 60_000_000;
  private static final long DAY = 1_440 * MINUTE;
  private static final long START = Points.us("2025-11-01T00:00:00Z");
  private static final long RECEIVED = Points.us("2026-11-01T00:00:00Z");
  private static final long CORRECTED = RECEIVED + 30 * DAY;
  private static final int DAYS = 365;
  private static final int MISSING_DAY = 100;
  private static final double EXPECTED_s = 600;

  private QuestDbReadingRoom room;
  private final List<SentReading> sent = new ArrayList<>();

  @BeforeAll
  void fill(@TempDir Path folder) {
    room = new QuestDbReadingRoom(folder, SeriesSettings.standard().withSync(false));
    room.know(List.of(Points.number("P1")));
    for (int day = 0; day < DAYS; day++) {
      if (day != MISSING_DAY && day != MISSING_DAY + 1) {
        sent.addAll(readingsOf(day));
      }
    }
    receive(RECEIVED, sent.subList(0, sent.size() - 200));
    room.flush();
    receive(RECEIVED, sent.subList(sent.size() - 200, sent.size()));
    SentReading correction = SentReading.of("P1", START + 50 * DAY + (18 * 60 + 1) * MINUTE, 99.5);
    receive(CORRECTED, List.of(correction));
    sent.add(correction);
  }

  @AfterAll
  void close() {
    room.close();
  }

  private static List<SentReading> readingsOf(int day) {
    List<SentReading> readings = new ArrayList<>();
    for (int at = 108; at < 144; at++) {
      double value = 20 + day / 10.0 + (at * 37 % 144) / 10.0;
      readings.add(SentReading.of("P1", START + day * DAY + at * 10 * MINUTE, value));
    }
    return readings;
  }

  private void receive(long receive_us, List<SentReading> readings) {
    Points.send(room, new Batch("replay:year", Batch.Door.REPLAY, receive_us, true, readings));
  }

  private Trend trend(long from_us, long to_us, int width) {
    return room.history().trend("P1", from_us, to_us, width, EXPECTED_s, null);
  }

  private static List<Sample> samples(Trend trend) {
    return trend.segments().stream().flatMap(segment -> segment.samples().stream()).toList();
  }

  /// Each sample says what the readings of its column say, or of its bucket when these are few.
  private void follows(Trend trend, long from_us, long to_us, int columns, long bucket_us) {
    TreeMap<Long, DoubleSummaryStatistics> ofBuckets = new TreeMap<>();
    TreeMap<Long, DoubleSummaryStatistics> ofColumns = new TreeMap<>();
    for (SentReading reading : sent) {
      long start_us = Math.floorDiv(reading.sourceTime_us(), bucket_us) * bucket_us;
      if (start_us >= from_us && start_us < to_us) {
        long column = (long) ((double) (start_us - from_us) / (to_us - from_us) * columns);
        for (var into : List.of(Map.entry(ofBuckets, start_us), Map.entry(ofColumns, column))) {
          into.getKey()
              .computeIfAbsent(into.getValue(), _ -> new DoubleSummaryStatistics())
              .accept(reading.value());
        }
      }
    }
    var naive = ofBuckets.size() <= columns ? ofBuckets : ofColumns;
    List<Sample> samples = samples(trend);
    List<DoubleSummaryStatistics> expected = List.copyOf(naive.values());
    assertThat(samples).hasSameSizeAs(expected);
    for (int at = 0; at < samples.size(); at++) {
      assertThat(samples.get(at).min()).isEqualTo(expected.get(at).getMin());
      assertThat(samples.get(at).max()).isEqualTo(expected.get(at).getMax());
      assertThat(samples.get(at).mean()).isCloseTo(expected.get(at).getAverage(), within(1e-9));
    }
  }

  @Test
  void a01_the_year_is_drawn_from_days() {
    Trend year = trend(START, START + DAYS * DAY, 1_000);

    assertThat(year.source()).isEqualTo("day");
    follows(year, START, START + DAYS * DAY, 1_000, DAY);
    assertThat(samples(year)).hasSize(DAYS - 2);
    assertThat(year.segments()).hasSize(2);
    assertThat(year.segments().getLast().samples().getFirst().time_us())
        .isEqualTo(START + (MISSING_DAY + 2) * DAY);
  }

  @Test
  void a02_in_few_columns_no_extreme_is_lost() {
    Trend year = trend(START, START + DAYS * DAY, 73);

    follows(year, START, START + DAYS * DAY, 73, DAY);
    assertThat(samples(year)).hasSize(73);
    assertThat(samples(year)).extracting(Sample::max).contains(99.5);
  }

  @Test
  void a03_months_are_drawn_from_hours_days_from_minutes_an_evening_from_readings() {
    long to_us = START + DAYS * DAY;
    Trend months = trend(to_us - 60 * DAY, to_us, 400);
    assertThat(months.source()).isEqualTo("hour");
    follows(months, to_us - 60 * DAY, to_us, 400, 60 * MINUTE);

    Trend days = trend(to_us - 3 * DAY, to_us, 400);
    assertThat(days.source()).isEqualTo("minute");
    follows(days, to_us - 3 * DAY, to_us, 400, MINUTE);

    Trend evening = trend(to_us - DAY / 4, to_us, 400);
    assertThat(evening.source()).isEqualTo("raw");
    assertThat(samples(evening)).hasSize(36).allMatch(one -> one.min() == one.max());
  }

  @Test
  void a04_a_range_that_starts_within_a_bucket_has_no_more_columns_than_asked_for() {
    long from_us = START + 200 * DAY + (18 * 60 + 59) * MINUTE;
    Trend trend = trend(from_us, from_us + 2 * DAY, 10);

    assertThat(trend.source()).isEqualTo("hour");
    assertThat(samples(trend)).hasSizeBetween(3, 10);
  }

  @Test
  void b01_the_year_as_it_was_known_before_the_correction_is_drawn_without_it() {
    long to_us = START + DAYS * DAY;
    Trend before = room.history().trend("P1", START, to_us, 365, EXPECTED_s, CORRECTED - DAY);
    Trend after = room.history().trend("P1", START, to_us, 365, EXPECTED_s, CORRECTED);
    Trend nothing = room.history().trend("P1", START, to_us, 365, EXPECTED_s, RECEIVED - DAY);

    assertThat(before.source()).isEqualTo("raw");
    assertThat(samples(before)).hasSize(DAYS - 2).noneMatch(one -> one.max() == 99.5);
    assertThat(samples(after).get(50).max()).isEqualTo(99.5);
    follows(after, START, to_us, 365, 1);
    assertThat(nothing.segments()).isEmpty();
  }

  @Test
  void b02_a_page_as_it_was_known_goes_on_with_what_was_known() {
    long from_us = START + 50 * DAY;
    List<Reading> pages = new ArrayList<>();
    String next = null;
    do {
      var page = room.history().range("P1", from_us, from_us + DAY, next, 10, CORRECTED - DAY);
      pages.addAll(page.readings());
      next = page.next();
    } while (next != null);

    assertThat(pages)
        .extracting(Reading::value)
        .containsExactlyElementsOf(readingsOf(50).stream().map(SentReading::value).toList());
    assertThat(room.history().range("P1", from_us, from_us + DAY, null, 500, null).readings())
        .hasSize(37);
  }
}
