package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingHistory.Bucket;
import org.ronghe.series.ReadingHistory.Page;
import org.ronghe.series.ReadingHistory.Sample;
import org.ronghe.series.ReadingHistory.Step;
import org.ronghe.series.ReadingHistory.Trend;
import org.ronghe.series.SeriesSettings;

/// Whatever arrives in whatever order, with flushes and restarts in between: the store holds the
/// set of what was sent, and everything it answers follows from that set.
class ReadingLawsTest {
  private static final long START = Points.us("2026-03-01T00:00:00Z");
  private static final long RECEIVED = Points.us("2026-03-10T00:00:00Z");
  private static final List<MeasuringPoint> POINTS =
      List.of(Points.number("P0"), Points.number("P1"));

  /// One step of a story: readings come in, or the store is flushed, or closed and opened.
  record Act(String verb, List<SentReading> readings) {}

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void the_store_holds_the_set_of_what_was_sent(@ForAll("stories") List<Act> story) {
    Set<SentReading> sent = new HashSet<>();
    int[] sums = new int[3];
    withStore(
        story,
        (batch, receipt) -> {
          sums[0] += batch.size();
          sums[1] += receipt.stored();
          sums[2] += receipt.duplicate();
          sent.addAll(batch);
        },
        room -> {
          assertThat(sums[1] + sums[2]).isEqualTo(sums[0]);
          assertThat(sums[1]).isEqualTo(sent.size());
          for (MeasuringPoint point : POINTS) {
            List<Reading> stored = whole(room, point.id());
            assertThat(stored)
                .isSortedAccordingTo(Comparator.comparingLong(Reading::sourceTime_us));
            assertThat(stored)
                .extracting(reading -> asSent(reading))
                .containsExactlyInAnyOrderElementsOf(of(sent, point.id()));
            assertThat(pages(room, point.id())).isEqualTo(stored);
            rollUpsFollow(room, point.id(), of(sent, point.id()));
            trendKeepsExtremes(room, point.id(), stored);
          }
        });
  }

  private static void rollUpsFollow(
      QuestDbReadingRoom room, String point, Collection<SentReading> sent) {
    for (Step step : Step.values()) {
      long length_us = QuestDbHistory.length_us(step);
      TreeMap<Long, List<SentReading>> naive =
          sent.stream()
              .collect(
                  Collectors.groupingBy(
                      reading -> reading.sourceTime_us() / length_us * length_us,
                      TreeMap::new,
                      Collectors.toList()));
      List<Bucket> buckets = room.history().buckets(point, step, 0, Long.MAX_VALUE);
      assertThat(buckets).extracting(Bucket::start_us).containsExactlyElementsOf(naive.keySet());
      for (Bucket bucket : buckets) {
        follows(bucket, naive.getOrDefault(bucket.start_us(), List.of()));
      }
    }
  }

  private static void follows(Bucket bucket, List<SentReading> readings) {
    double[] values = readings.stream().mapToDouble(SentReading::value).sorted().toArray();
    SentReading last =
        readings.stream()
            .max(
                Comparator.comparingLong(SentReading::sourceTime_us)
                    .thenComparingDouble(SentReading::value))
            .orElseThrow();
    assertThat(bucket.count()).isEqualTo(readings.size());
    assertThat(bucket.min()).isEqualTo(values[0]);
    assertThat(bucket.max()).isEqualTo(values[values.length - 1]);
    assertThat(bucket.mean())
        .isCloseTo(java.util.Arrays.stream(values).average().orElseThrow(), within(1e-9));
    assertThat(bucket.last()).isEqualTo(last.value());
    assertThat(bucket.goodShare()).isEqualTo(1.0);
  }

  private static void trendKeepsExtremes(
      QuestDbReadingRoom room, String point, List<Reading> stored) {
    for (long span_us : new long[] {600_000_000L, 86_400_000_000L, 400 * 86_400_000_000L}) {
      List<Reading> inside =
          stored.stream()
              .filter(one -> one.sourceTime_us() >= START && one.sourceTime_us() < START + span_us)
              .toList();
      Trend trend = room.history().trend(point, START, START + span_us, 50, 10, null);
      List<Sample> samples =
          trend.segments().stream().flatMap(segment -> segment.samples().stream()).toList();
      assertThat(samples).hasSizeLessThanOrEqualTo(51);
      assertThat(samples.stream().mapToDouble(Sample::max).max())
          .isEqualTo(inside.stream().mapToDouble(Reading::value).max());
      assertThat(samples.stream().mapToDouble(Sample::min).min())
          .isEqualTo(inside.stream().mapToDouble(Reading::value).min());
    }
  }

  @Provide
  Arbitrary<List<Act>> stories() {
    Arbitrary<Long> seconds =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(0, 40)),
            net.jqwik.api.Tuple.of(2, Arbitraries.longs().between(0, 7_200)),
            net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 4 * 86_400L)));
    Arbitrary<SentReading> reading =
        Combinators.combine(
                Arbitraries.of("P0", "P1"), seconds, Arbitraries.integers().between(0, 3))
            .as((point, s, value) -> SentReading.of(point, START + s * 1_000_000, value * 10));
    Arbitrary<Act> send =
        reading.list().ofMinSize(1).ofMaxSize(60).map(all -> new Act("send", all));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, send),
            net.jqwik.api.Tuple.of(3, Arbitraries.just(new Act("flush", List.of()))),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(new Act("reopen", List.of()))))
        .list()
        .ofMinSize(4)
        .ofMaxSize(25);
  }

  private static void withStore(
      List<Act> story,
      java.util.function.BiConsumer<List<SentReading>, Receipt> heard,
      java.util.function.Consumer<QuestDbReadingRoom> check) {
    Path folder = temporary();
    QuestDbReadingRoom room = open(folder);
    try {
      for (Act act : story) {
        switch (act.verb()) {
          case "send" -> {
            SentReading[] readings = act.readings().toArray(SentReading[]::new);
            heard.accept(act.readings(), Points.send(room, Points.batch(RECEIVED, readings)));
          }
          case "flush" -> room.flush();
          default -> {
            room.close();
            room = open(folder);
          }
        }
      }
      check.accept(room);
      room.flush();
      check.accept(room);
    } finally {
      room.close();
      delete(folder);
    }
  }

  private static QuestDbReadingRoom open(Path folder) {
    SeriesSettings settings =
        SeriesSettings.standard().withSync(false).withFlush(Duration.ofMinutes(5), 100_000);
    QuestDbReadingRoom room = new QuestDbReadingRoom(folder, settings);
    room.know(POINTS);
    return room;
  }

  private static List<Reading> whole(QuestDbReadingRoom room, String point) {
    return room.history().range(point, 0, Long.MAX_VALUE, null, 100_000, null).readings();
  }

  private static List<Reading> pages(QuestDbReadingRoom room, String point) {
    List<Reading> all = new ArrayList<>();
    String next = null;
    do {
      Page page = room.history().range(point, 0, Long.MAX_VALUE, next, 13, null);
      all.addAll(page.readings());
      next = page.next();
    } while (next != null);
    return all;
  }

  private static SentReading asSent(Reading reading) {
    assertThat(reading.quality()).isEqualTo(Quality.GOOD);
    return SentReading.of(reading.point(), reading.sourceTime_us(), reading.value());
  }

  private static Set<SentReading> of(Set<SentReading> sent, String point) {
    return sent.stream().filter(one -> one.point().equals(point)).collect(Collectors.toSet());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("series");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
