package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingHistory.Bucket;
import org.ronghe.series.ReadingHistory.Sample;
import org.ronghe.series.ReadingHistory.Step;
import org.ronghe.series.ReadingHistory.Trend;
import org.ronghe.series.SeriesSettings;

/// The pressure of SKAB's valve experiments: roll-ups and trends of a real log against figures
/// computed from its lines here.
class SkabReferenceTest {
  private static final int PRESSURE = 4;

  @Test
  void a01_roll_ups_and_trend_of_a_real_log_equal_a_naive_computation(@TempDir Path folder)
      throws IOException {
    List<SentReading> log = log();
    TreeMap<Long, List<Double>> minutes = new TreeMap<>();
    log.forEach(one ->
        minutes
            .computeIfAbsent(one.sourceTime_us() / 60_000_000, _ -> new ArrayList<>())
            .add(one.value()));
    try (QuestDbReadingRoom room = new QuestDbReadingRoom(folder, SeriesSettings.standard())) {
      room.know(
          List.of(Points.point("P", ValueKind.NUMBER, List.of(), null, null, RetentionClass.LONG)));
      Batch batch =
          new Batch("replay:skab", Batch.Door.REPLAY, Points.us("2026-11-23T06:00:00Z"), true, log);
      Receipt first = Points.send(room, batch);
      room.flush();
      Receipt second = Points.send(room, batch);

      assertThat(first.stored() + first.duplicate()).isEqualTo(log.size());
      assertThat(second.duplicate()).isEqualTo(log.size());
      List<Bucket> buckets = room.history().buckets("P", Step.MINUTE, 0, Long.MAX_VALUE);
      assertThat(buckets).hasSameSizeAs(minutes.keySet());
      for (Bucket bucket : buckets) {
        equals(bucket, Objects.requireNonNull(minutes.get(bucket.start_us() / 60_000_000)));
      }
      long from_us = log.getFirst().sourceTime_us();
      Trend trend = room.history().trend("P", from_us, from_us + 3_600_000_000L, 200, 1, null);
      double highest =
          log.stream()
              .filter(one -> one.sourceTime_us() < from_us + 3_600_000_000L)
              .mapToDouble(SentReading::value)
              .max()
              .orElseThrow();
      assertThat(trend.segments().stream().flatMap(part -> part.samples().stream()))
          .extracting(Sample::max)
          .contains(highest);
    }
  }

  private static void equals(Bucket bucket, List<Double> values) {
    double[] all = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double sum = 0;
    for (double value : all) {
      sum += value;
    }
    assertThat(bucket.count()).isEqualTo(all.length);
    assertThat(bucket.min()).isEqualTo(all[0]);
    assertThat(bucket.max()).isEqualTo(all[all.length - 1]);
    assertThat(bucket.mean()).isCloseTo(sum / all.length, within(1e-9));
  }

  /// The lines of all valve1 files in time order, without lines that say the same twice.
  private static List<SentReading> log() throws IOException {
    Path folder =
        Path.of(Objects.requireNonNullElse(System.getenv("RONGHE_REFERENCE"), "../../shared/data"))
            .resolve("telemetry/skab/data/valve1");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "reference data is absent: SKAB is not compared");
    List<SentReading> log = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
          String[] fields = line.split(";");
          long time_us = Points.us(fields[0].replace(' ', 'T') + "Z");
          log.add(SentReading.of("P", time_us, Double.parseDouble(fields[PRESSURE])));
        }
      }
    }
    return log.stream()
        .distinct()
        .sorted(Comparator.comparingLong(SentReading::sourceTime_us))
        .toList();
  }
}
