package org.ronghe.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.ReadingHistory.Bucket;
import org.ronghe.series.ReadingHistory.Page;
import org.ronghe.series.ReadingHistory.Step;

/// A store killed at full load, again and again, has every acknowledged reading and no other than
/// those sent.
class KillTest {
  private static final int KILLS = 5;
  private static final long SEED = 20_261_123;

  @Test
  void a01_nothing_acknowledged_is_lost_by_kill_9(@TempDir Path folder)
      throws IOException, InterruptedException {
    Random random = new Random(SEED);
    BitSet acknowledged = new BitSet();
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.cardinality();
      next = writeAndKill(folder, next, 300 + random.nextInt(1_500), acknowledged);
      assertThat(acknowledged.cardinality()).isGreaterThan(before);
      holdsWhatWasAcknowledged(folder, acknowledged, next);
    }
    System.out.printf(
        "killed %d times, %,d acknowledged readings, none lost%n",
        KILLS, acknowledged.cardinality() * CrashWriter.BATCH);
  }

  /// Returns a batch number above all that can have been sent.
  private static int writeAndKill(Path folder, int first, int life_ms, BitSet acknowledged)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashWriter.class.getName(),
                folder.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int highest = first;
    long kill_ns = Long.MAX_VALUE;
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (!line.startsWith("ack ") || !line.endsWith(".")) {
          continue;
        }
        int batch = Integer.parseInt(line.substring(4, line.length() - 1));
        acknowledged.set(batch);
        highest = Math.max(highest, batch);
        long now_ns = System.nanoTime();
        if (kill_ns == Long.MAX_VALUE) {
          kill_ns = now_ns + TimeUnit.MILLISECONDS.toNanos(life_ms);
        }
        if (now_ns > kill_ns) {
          process.toHandle().destroyForcibly();
          kill_ns = Long.MAX_VALUE - 1;
        }
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 9);
    return highest + 10_000;
  }

  private static void holdsWhatWasAcknowledged(Path folder, BitSet acknowledged, int sentBelow) {
    BitSet stored = new BitSet();
    try (QuestDbReadingRoom room = new QuestDbReadingRoom(folder, CrashWriter.settings())) {
      room.know(CrashWriter.points());
      for (int at = 0; at < CrashWriter.POINTS; at++) {
        String point = "P" + at;
        int count = 0;
        String cursor = null;
        do {
          Page page = room.history().range(point, 0, Long.MAX_VALUE, cursor, 100_000, null);
          page.readings().forEach(reading -> stored.set(numberOf(reading)));
          count += page.readings().size();
          cursor = page.next();
        } while (cursor != null);
        List<Bucket> hours = room.history().buckets(point, Step.HOUR, 0, Long.MAX_VALUE);
        assertThat(hours.stream().mapToLong(Bucket::count).sum()).isEqualTo(count);
      }
    }
    assertThat(stored.length()).isLessThanOrEqualTo(sentBelow * CrashWriter.BATCH);
    for (int batch = acknowledged.nextSetBit(0);
        batch >= 0;
        batch = acknowledged.nextSetBit(batch + 1)) {
      for (int at = 0; at < CrashWriter.BATCH; at++) {
        assertThat(stored.get(batch * CrashWriter.BATCH + at)).as("batch %d", batch).isTrue();
      }
    }
  }

  /// Which reading this is; fails when no such reading was ever sent.
  private static int numberOf(Reading reading) {
    for (long late_us : new long[] {0, 3 * 3_600_000_000L}) {
      long number =
          (reading.sourceTime_us() + late_us - CrashWriter.reading(1).sourceTime_us()) / 20_000 + 1;
      SentReading sent = CrashWriter.reading(number);
      if (sent.point().equals(reading.point())
          && sent.sourceTime_us() == reading.sourceTime_us()
          && sent.value() == reading.value()) {
        return (int) number;
      }
    }
    throw new AssertionError("nobody sent " + reading);
  }
}
