package org.ronghe.series.questdb;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.ronghe.model.reading.Quality;
import org.ronghe.series.ReadingHistory.Bucket;
import org.ronghe.series.ReadingHistory.Step;

/// Minutes, hours and days of all points, kept with every flush. Minutes are kept only of points
/// that report often: for the others the raw readings are no more than the minutes would be.
final class RollUps implements Closeable {
  private final PointBook book;
  private final List<OpenBuckets> steps = new ArrayList<>();

  RollUps(QuestDb database, PointBook book) {
    this.book = book;
    for (Step step : Step.values()) {
      steps.add(new OpenBuckets(new RollUpTable(database, step)));
    }
  }

  /// Adds flushed rows and writes what closed.
  void write(Rows rows) {
    steps.forEach(step -> step.begin(rows.segment));
    for (int row = 0; row < rows.size(); row++) {
      int code = rows.point[row];
      for (OpenBuckets step : steps) {
        if (step.step() != Step.MINUTE || book.hasMinutes(code)) {
          step.add(code, rows, row);
        }
      }
    }
    steps.forEach(OpenBuckets::write);
  }

  /// Lets queries see the last flush; hold the lock of the memory.
  void switchOver() {
    steps.forEach(OpenBuckets::switchOver);
  }

  void save(DataOutputStream out) throws IOException {
    for (OpenBuckets step : steps) {
      step.save(out);
    }
  }

  void load(DataInputStream in) throws IOException {
    for (OpenBuckets step : steps) {
      step.load(in);
    }
  }

  RollUpTable table(Step step) {
    return steps.get(step.ordinal()).table();
  }

  /// The buckets that start in a range, with what is still in memory.
  List<Bucket> buckets(Memory memory, int code, Step step, long from_us, long to_us) {
    OpenBuckets buckets = steps.get(step.ordinal());
    long length_us = QuestDbHistory.length_us(step);
    long first_us = Math.floorDiv(from_us, length_us) * length_us;
    TreeMap<Long, Tally> fresh = new TreeMap<>();
    long[] seen = new long[1];
    memory.look(unwritten -> {
      seen[0] = buckets.seenUpTo();
      OpenBuckets.Open open = buckets.open(code);
      if (open != null) {
        fresh.put(open.start_us(), open.tally());
      }
      unwritten.forEach(rows -> addRows(rows, code, length_us, fresh));
    });
    TreeMap<Long, Tally> all = buckets.table().of(code, first_us, to_us, seen[0]);
    fresh
        .subMap(first_us, Math.max(first_us, to_us))
        .forEach((start_us, tally) -> all.computeIfAbsent(start_us, _ -> new Tally()).merge(tally));
    List<Bucket> found = new ArrayList<>(all.size());
    all.forEach((start_us, tally) -> found.add(tally.toBucket(start_us)));
    return found;
  }

  /// Those of the points that the flushed bucket starting then counts readings of.
  Set<Integer> counted(Memory memory, Step step, long start_us, Set<Integer> codes) {
    OpenBuckets buckets = steps.get(step.ordinal());
    Set<Integer> counted = new HashSet<>();
    long[] seen = new long[1];
    memory.look(_ -> {
      seen[0] = buckets.seenUpTo();
      for (int code : codes) {
        OpenBuckets.Open open = buckets.open(code);
        if (open != null && open.start_us() == start_us) {
          counted.add(code);
        }
      }
    });
    buckets
        .table()
        .each(
            start_us,
            start_us + 1,
            seen[0],
            row -> {
              if (codes.contains(row.getInt(1))) {
                counted.add(row.getInt(1));
              }
            });
    return counted;
  }

  private static void addRows(Rows rows, int code, long length_us, TreeMap<Long, Tally> into) {
    rows.each(
        code,
        row -> {
          long time_us = rows.time_us[row];
          long start_us = Math.floorDiv(time_us, length_us) * length_us;
          into.computeIfAbsent(start_us, _ -> new Tally())
              .add(
                  time_us,
                  Delay.receiveTime_us(time_us, rows.delay[row]),
                  rows.value[row],
                  Quality.ofOrdinal(rows.quality[row]));
        });
  }

  @Override
  public void close() {
    steps.forEach(step -> step.table().close());
  }
}
