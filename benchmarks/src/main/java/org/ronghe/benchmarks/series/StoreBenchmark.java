package org.ronghe.benchmarks.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingHistory;
import org.ronghe.series.SeriesSettings;
import org.ronghe.series.questdb.QuestDbReadingRoom;

/// A main program: 20,000 points report every 5 s for some hours of source time, as fast as the
/// store takes it. Arguments: an empty folder, `on` or `off` (sync), readings in a batch, minutes
/// of source time.
public final class StoreBenchmark {
  private static final int POINTS = 20_000;
  private static final int INTERVAL_s = 5;
  private static final int IN_FLIGHT = 60_000;
  private static final long START_us = 1_790_000_000L / 3_600 * 3_600 * 1_000_000L;
  private static final long SECOND_us = 1_000_000;

  private StoreBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    boolean sync = arguments[1].equals("on");
    int batch = Integer.parseInt(arguments[2]);
    int minutes = Integer.parseInt(arguments[3]);
    long opening_ns = System.nanoTime();
    SeriesSettings settings =
        SeriesSettings.standard().withSync(sync).withSealAfter(Duration.ofSeconds(1));
    try (QuestDbReadingRoom room = new QuestDbReadingRoom(folder, settings)) {
      room.know(points());
      say("open %d ms", ms(opening_ns));
      long count = feed(room, batch, minutes * 60);
      room.flush();
      say("memory after feeding %s", memory());
      say("before sealing %.1f B per reading", bytes(folder) / (double) count);
      ask(room.history(), minutes * 60);
      await(room, folder, count);
      say("memory after sealing %s", memory());
      ask(room.history(), minutes * 60);
      say("memory at the end %s", memory());
    }
    opening_ns = System.nanoTime();
    try (QuestDbReadingRoom room = new QuestDbReadingRoom(folder, settings)) {
      say("open again %d ms", ms(opening_ns));
      say("waiting %d", room.statistics().waiting());
    }
  }

  private static long feed(QuestDbReadingRoom room, int batch, int seconds)
      throws InterruptedException {
    Random random = new Random(1);
    double[] values = random.doubles(POINTS, 20, 60).toArray();
    Semaphore inFlight = new Semaphore(IN_FLIGHT);
    long count = 0;
    long from_ns = System.nanoTime();
    long cpu_ns = cpu_ns();
    for (int second = 0; second < seconds; second++) {
      List<SentReading> readings = new ArrayList<>();
      long now_us = START_us + second * SECOND_us;
      for (int point = second % INTERVAL_s; point < POINTS; point += INTERVAL_s) {
        values[point] = Math.round((values[point] + random.nextGaussian() * 0.1) * 100) / 100.0;
        long time_us = now_us + random.nextInt(1_000) * 1_000L;
        readings.add(SentReading.of("P" + point, time_us, values[point]));
        if (readings.size() == batch) {
          inFlight.acquire(batch);
          room.intake()
              .accept(new Batch("D", Batch.Door.MQTT, now_us + SECOND_us, false, readings))
              .whenComplete((_, _) -> inFlight.release(batch));
          count += batch;
          readings = new ArrayList<>();
        }
      }
    }
    inFlight.acquire(IN_FLIGHT);
    double took_s = (System.nanoTime() - from_ns) / 1e9;
    double cpu_s = (cpu_ns() - cpu_ns) / 1e9;
    say(
        "%,d readings in %.1f s: %,.0f readings/s, %,.0f messages/s, %.2f cores busy",
        count, took_s, count / took_s, count / took_s / batch, cpu_s / took_s);
    return count;
  }

  private static void ask(ReadingHistory history, int seconds) {
    List<String> ids = new ArrayList<>();
    for (int point = 0; point < POINTS; point++) {
      ids.add("P" + point);
    }
    long end_us = START_us + seconds * SECOND_us;
    time("latest of 20,000", () -> history.latest(ids));
    time(
        "range 10 min",
        () -> history.range("P77", end_us - 600 * SECOND_us, end_us, null, 1_000, null));
    time(
        "trend 1 h",
        () -> history.trend("P77", end_us - 3_600 * SECOND_us, end_us, 1_000, 5, null));
    time(
        "trend 1 day",
        () -> history.trend("P77", end_us - 86_400 * SECOND_us, end_us, 1_000, 5, null));
    time(
        "trend 1 year",
        () -> history.trend("P77", end_us - 365 * 86_400 * SECOND_us, end_us, 1_000, 5, null));
  }

  private static void time(String what, Runnable question) {
    question.run();
    long from_ns = System.nanoTime();
    for (int at = 0; at < 5; at++) {
      question.run();
    }
    say("%s %.1f ms", what, (System.nanoTime() - from_ns) / 5e6);
  }

  private static void await(QuestDbReadingRoom room, Path folder, long count)
      throws IOException, InterruptedException {
    long until_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    double before = Double.MAX_VALUE;
    double now = bytes(folder);
    while (now < before || System.nanoTime() < until_ns) {
      TimeUnit.SECONDS.sleep(5);
      before = now;
      now = bytes(folder);
    }
    say("after sealing %.1f B per reading (%d waiting)", now / count, room.statistics().waiting());
  }

  private static double bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToDouble(file -> blocks(file)).sum();
    }
  }

  private static double blocks(Path file) {
    return Math.ceilDiv(file.toFile().length(), 4_096L) * 4_096.0;
  }

  private static String memory() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS") || line.startsWith("Rss"))
          .map(line -> line.replaceAll("\\s+", " "))
          .toList()
          .toString();
    }
  }

  private static long cpu_ns() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static long ms(long from_ns) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from_ns);
  }

  private static void say(String format, @Nullable Object... values) {
    System.out.printf(format + "%n", values);
  }

  private static List<MeasuringPoint> points() {
    List<MeasuringPoint> points = new ArrayList<>();
    for (int at = 0; at < POINTS; at++) {
      points.add(
          new MeasuringPoint(
              "P" + at,
              "P" + at,
              Utility.WATER,
              new PointOwner(PointOwner.OwnerKind.NODE, "N1", 0),
              null,
              "pressure",
              "kPa",
              ValueKind.NUMBER,
              List.of(),
              null,
              null,
              INTERVAL_s,
              RetentionClass.NORMAL,
              new GeometryFactory().createPoint(new Coordinate(113.05, 36.05)),
              new Provenance("benchmark", "2026", "none", true)));
    }
    return points;
  }
}
