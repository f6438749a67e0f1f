package org.ronghe.series.questdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Quality;
import org.ronghe.series.ReadingHistory.Step;

/// The roll-ups of one step: the newest bucket of each point in memory, older ones in the table.
///
/// A flush works on copies of the open buckets; [#switchOver()] makes them the ones queries see, in
/// the same instant in which the flushed readings leave memory.
final class OpenBuckets {
  private final RollUpTable table;
  private final long length_us;
  private long[] starts_us = new long[0];
  private @Nullable Tally[] tallies = new Tally[0];
  private long[] nextStarts_us = new long[0];
  private @Nullable Tally[] nextTallies = new Tally[0];
  private boolean[] touched = new boolean[0];
  private long seenUpTo;
  private long flush;
  private final Map<BucketKey, Tally> closed = new HashMap<>();
  private final Map<BucketKey, Tally> late = new HashMap<>();

  OpenBuckets(RollUpTable table) {
    this.table = table;
    this.length_us = QuestDbHistory.length_us(table.step());
  }

  Step step() {
    return table.step();
  }

  RollUpTable table() {
    return table;
  }

  /// Starts a flush; its number grows from flush to flush.
  void begin(long number) {
    flush = number;
    closed.clear();
    late.clear();
  }

  void add(int code, Rows rows, int row) {
    long time_us = rows.time_us[row];
    long start_us = Math.floorDiv(time_us, length_us) * length_us;
    Tally tally = tallyFor(code, start_us);
    long receive_us = Delay.receiveTime_us(time_us, rows.delay[row]);
    tally.add(time_us, receive_us, rows.value[row], Quality.ofOrdinal(rows.quality[row]));
  }

  /// Writes the buckets that closed and the old ones that got late readings.
  void write() {
    if (!late.isEmpty()) {
      mergeLateWithTable();
    }
    closed.forEach((key, tally) -> table.append(key, tally, flush));
    late.forEach((key, tally) -> table.append(key, tally, flush));
    table.commit();
  }

  /// What was flushed counts for queries from now on; hold the lock of the memory.
  void switchOver() {
    starts_us = Arrays.copyOf(nextStarts_us, nextStarts_us.length);
    tallies = Arrays.copyOf(nextTallies, nextTallies.length);
    Arrays.fill(touched, false);
    seenUpTo = flush;
  }

  /// The newest bucket of a point; hold the lock of the memory.
  @Nullable Open open(int code) {
    Tally tally = code < tallies.length ? tallies[code] : null;
    return tally == null ? null : new Open(starts_us[code], tally.copy());
  }

  /// Up to which flush the table counts for queries; hold the lock of the memory.
  long seenUpTo() {
    return seenUpTo;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeLong(flush);
    out.writeInt(nextTallies.length);
    for (int code = 0; code < nextTallies.length; code++) {
      Tally tally = nextTallies[code];
      out.writeBoolean(tally != null);
      if (tally != null) {
        out.writeLong(nextStarts_us[code]);
        tally.save(out);
      }
    }
  }

  void load(DataInputStream in) throws IOException {
    flush = in.readLong();
    int points = in.readInt();
    roomFor(points - 1);
    for (int code = 0; code < points; code++) {
      if (in.readBoolean()) {
        nextStarts_us[code] = in.readLong();
        nextTallies[code] = Tally.load(in);
      }
    }
    switchOver();
  }

  private Tally tallyFor(int code, long start_us) {
    roomFor(code);
    Tally open = nextTallies[code];
    if (open != null && start_us < nextStarts_us[code]) {
      BucketKey key = new BucketKey(code, start_us);
      Tally justClosed = closed.get(key);
      return justClosed != null ? justClosed : late.computeIfAbsent(key, _ -> new Tally());
    }
    if (open != null && start_us == nextStarts_us[code] && touched[code]) {
      return open;
    }
    Tally next;
    if (open != null && start_us == nextStarts_us[code]) {
      next = open.copy();
    } else {
      if (open != null) {
        closed.put(new BucketKey(code, nextStarts_us[code]), touched[code] ? open : open.copy());
      }
      next = new Tally();
    }
    nextStarts_us[code] = start_us;
    nextTallies[code] = next;
    touched[code] = true;
    return next;
  }

  private void roomFor(int code) {
    if (code >= nextTallies.length) {
      int length = Math.max(code + 1, nextTallies.length * 2);
      nextStarts_us = Arrays.copyOf(nextStarts_us, length);
      nextTallies = Arrays.copyOf(nextTallies, length);
      touched = Arrays.copyOf(touched, length);
    }
  }

  private void mergeLateWithTable() {
    TreeMap<Long, Boolean> starts = new TreeMap<>();
    late.keySet().forEach(key -> starts.put(key.start_us(), true));
    Map<BucketKey, Tally> stored = new HashMap<>();
    long from_us = starts.firstKey();
    long last_us = from_us;
    for (long start_us : starts.keySet()) {
      if (start_us - last_us > 10 * length_us) {
        find(from_us, last_us + 1, stored);
        from_us = start_us;
      }
      last_us = start_us;
    }
    find(from_us, last_us + 1, stored);
    stored.forEach((key, before) -> {
      Tally now = late.get(key);
      if (now != null) {
        now.merge(before);
      }
    });
  }

  private void find(long from_us, long to_us, Map<BucketKey, Tally> stored) {
    table.each(
        from_us,
        to_us,
        flush - 1,
        row -> {
          BucketKey key = new BucketKey(row.getInt(1), row.getTimestamp(0));
          if (late.containsKey(key)) {
            RollUpTable.keep(stored, key, row);
          }
        });
  }

  /// The newest bucket of a point.
  record Open(long start_us, Tally tally) {}
}
