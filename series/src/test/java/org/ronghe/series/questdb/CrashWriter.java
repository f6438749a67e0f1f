package org.ronghe.series.questdb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.SeriesSettings;

/// A process of its own that writes as fast as it can until it is killed, and says on its standard
/// output which batches were acknowledged.
final class CrashWriter {
  static final int POINTS = 40;
  static final int BATCH = 10;
  private static final long START = Points.us("2026-11-23T06:00:00Z");
  private static final int IN_FLIGHT = 400;

  private CrashWriter() {}

  /// What reading number `number` says: most in order, every seventh hours late.
  static SentReading reading(long number) {
    long late_us = number % 7 == 0 ? 3 * 3_600_000_000L : 0;
    return SentReading.of(
        "P" + number % POINTS, START + number * 20_000L - late_us, number % 9_973 / 100.0);
  }

  static List<MeasuringPoint> points() {
    List<MeasuringPoint> points = new ArrayList<>();
    for (int at = 0; at < POINTS; at++) {
      points.add(Points.number("P" + at));
    }
    return points;
  }

  static SeriesSettings settings() {
    return SeriesSettings.standard()
        .withFlush(Duration.ofMillis(150), 20_000)
        .withSealAfter(Duration.ofMillis(300));
  }

  public static void main(String[] arguments) throws InterruptedException {
    QuestDbReadingRoom room = new QuestDbReadingRoom(Path.of(arguments[0]), settings());
    room.know(points());
    Semaphore inFlight = new Semaphore(IN_FLIGHT);
    for (long batch = Long.parseLong(arguments[1]); ; batch++) {
      inFlight.acquire();
      long number = batch;
      SentReading[] readings = new SentReading[BATCH];
      for (int at = 0; at < BATCH; at++) {
        readings[at] = reading(number * BATCH + at);
      }
      room.intake()
          .accept(Points.batch(START + number * BATCH * 20_000L, readings))
          .thenAccept(_ -> {
            say(number);
            inFlight.release();
          });
    }
  }

  /// One line with an end mark: a line cut short by the kill does not count.
  private static synchronized void say(long number) {
    System.out.println("ack " + number + ".");
    System.out.flush();
  }
}
