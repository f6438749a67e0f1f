package org.ronghe.series.questdb;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.IntakeStatistics;
import org.ronghe.series.IntakeStatistics.Counts;
import org.ronghe.series.IntakeStatistics.SampleError;

/// Counts what became of readings, in total and by device.
final class IntakeCounter {
  private static final int ERRORS = 10;
  private static final int SKEWS = 63;
  private static final int WINDOW_s = 10;
  private static final int SLOTS = WINDOW_s + 2;

  private final LongSupplier now_ns;
  private final long since_us;
  private final Sum total = new Sum();
  private final Map<String, Sender> senders = new TreeMap<>();

  /// @param now_ns a steady clock, as System::nanoTime
  IntakeCounter(LongSupplier now_ns, long since_us) {
    this.now_ns = now_ns;
    this.since_us = since_us;
  }

  synchronized void count(List<BatchAnswer> answers) {
    long second = TimeUnit.NANOSECONDS.toSeconds(now_ns.getAsLong());
    for (BatchAnswer answer : answers) {
      Batch batch = answer.batch;
      total.count(answer, second);
      Sender sender = senders.computeIfAbsent(batch.device(), _ -> new Sender());
      sender.sum.count(answer, second);
      sender.lastReceived_us = batch.receiveTime_us();
      answer.rejections.forEach(rejection -> sender.error(batch, rejection));
      if (!batch.replay() && !batch.readings().isEmpty()) {
        sender.skew(batch);
      }
    }
  }

  synchronized IntakeStatistics statistics(int waiting) {
    long second = TimeUnit.NANOSECONDS.toSeconds(now_ns.getAsLong());
    List<IntakeStatistics.Device> devices =
        senders.entrySet().stream()
            .map(entry -> entry.getValue().toDevice(entry.getKey(), second))
            .toList();
    return new IntakeStatistics(since_us, waiting, total.toCounts(second), devices);
  }

  private static final class Sender {
    private final Sum sum = new Sum();
    private final Deque<SampleError> errors = new ArrayDeque<>();
    private final double[] skews_ms = new double[SKEWS];
    private int skewCount;
    private long lastReceived_us;

    void error(Batch batch, Receipt.Rejection rejection) {
      errors.addFirst(
          new SampleError(
              batch.receiveTime_us(), rejection.point(), rejection.code(), rejection.value()));
      if (errors.size() > ERRORS) {
        errors.removeLast();
      }
    }

    void skew(Batch batch) {
      SentReading last = batch.readings().getLast();
      skews_ms[skewCount++ % SKEWS] = (last.sourceTime_us() - batch.receiveTime_us()) / 1e3;
    }

    IntakeStatistics.Device toDevice(String name, long second) {
      double[] known = Arrays.copyOf(skews_ms, Math.min(skewCount, SKEWS));
      Arrays.sort(known);
      double median = known.length == 0 ? Double.NaN : known[known.length / 2];
      return new IntakeStatistics.Device(
          name, sum.toCounts(second), lastReceived_us, median, List.copyOf(errors));
    }
  }

  private static final class Sum {
    private final long[] slotCounts = new long[SLOTS];
    private final long[] slotSeconds = new long[SLOTS];
    private final Map<String, Long> rejectedByCode = new HashMap<>();
    private long received;
    private long stored;
    private long duplicate;
    private long flagged;
    private long quarantined;
    private long rejected;
    private long conflicts;

    void count(BatchAnswer answer, long second) {
      int readings = answer.batch.readings().size();
      received += readings;
      stored += answer.stored;
      duplicate += answer.duplicate;
      flagged += answer.flagged;
      quarantined += answer.quarantined;
      rejected += answer.rejections.size();
      conflicts += answer.conflicts;
      for (Receipt.Rejection rejection : answer.rejections) {
        rejectedByCode.merge(rejection.code(), 1L, Long::sum);
      }
      int slot = (int) Math.floorMod(second, (long) SLOTS);
      if (slotSeconds[slot] != second) {
        slotSeconds[slot] = second;
        slotCounts[slot] = 0;
      }
      slotCounts[slot] += readings;
    }

    Counts toCounts(long second) {
      long recent = 0;
      for (int slot = 0; slot < SLOTS; slot++) {
        long age_s = second - slotSeconds[slot];
        if (age_s >= 1 && age_s <= WINDOW_s) {
          recent += slotCounts[slot];
        }
      }
      return new Counts(
          received,
          stored,
          duplicate,
          flagged,
          quarantined,
          rejected,
          conflicts,
          rejectedByCode,
          (double) recent / WINDOW_s);
    }
  }
}
