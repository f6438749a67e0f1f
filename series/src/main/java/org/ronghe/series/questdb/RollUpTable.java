package org.ronghe.series.questdb;

import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.Record;
import java.io.Closeable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ronghe.series.ReadingHistory.Step;

/// Closed buckets of one step on disk. A bucket that changed is written again; of several rows of a
/// bucket the one that counts most readings is the newest, for readings are never taken away.
///
/// Each row carries the number of the flush that wrote it: after a kill a flush is done again, and
/// then what its first attempt left must not be counted a second time.
final class RollUpTable implements Closeable {
  private final QuestDb database;
  private final Step step;
  private final String name;
  private final TableWriter writer;

  RollUpTable(QuestDb database, Step step) {
    this.database = database;
    this.step = step;
    this.name = "roll_" + step.name().toLowerCase(Locale.ROOT);
    String partition =
        switch (step) {
          case MINUTE -> "DAY";
          case HOUR -> "MONTH";
          case DAY -> "YEAR";
        };
    database.execute(
        "CREATE TABLE IF NOT EXISTS "
            + name
            + " (time TIMESTAMP, point INT, low DOUBLE, high DOUBLE, total DOUBLE, newest DOUBLE,"
            + " newest_time LONG, newest_delay INT, used INT, readings INT, good INT, flush INT)"
            + " TIMESTAMP(time) PARTITION BY "
            + partition
            + " BYPASS WAL");
    writer = database.writer(name);
  }

  Step step() {
    return step;
  }

  String name() {
    return name;
  }

  TableWriter writer() {
    return writer;
  }

  void append(BucketKey key, Tally tally, long flush) {
    TableWriter.Row row = writer.newRow(key.start_us());
    row.putInt(1, key.code());
    row.putDouble(2, tally.min);
    row.putDouble(3, tally.max);
    row.putDouble(4, tally.sum);
    row.putDouble(5, tally.last);
    row.putLong(6, tally.lastTime_us);
    row.putInt(7, tally.used == 0 ? 0 : Delay.encode(tally.lastTime_us, tally.lastReceived_us));
    row.putInt(8, tally.used);
    row.putInt(9, tally.count);
    row.putInt(10, tally.good);
    row.putInt(11, (int) flush);
    row.append();
  }

  void commit() {
    writer.commit();
  }

  /// The buckets of one point in a range, as of flush number `upTo`.
  TreeMap<Long, Tally> of(int code, long from_us, long to_us, long upTo) {
    TreeMap<Long, Tally> found = new TreeMap<>();
    scan(
        from_us,
        to_us,
        " AND point = " + code + " AND flush <= " + upTo,
        row -> keep(found, row.getTimestamp(0), row));
    return found;
  }

  /// Visits all buckets in a range, as of flush number `upTo`; a bucket may come more than once.
  void each(long from_us, long to_us, long upTo, Consumer<Record> each) {
    scan(from_us, to_us, " AND flush <= " + upTo, each);
  }

  static <K> void keep(Map<K, Tally> into, K key, Record row) {
    Tally before = into.get(key);
    if (before == null || row.getInt(9) > before.count) {
      into.put(key, tally(row));
    }
  }

  @Override
  public void close() {
    writer.close();
  }

  private void scan(long from_us, long to_us, String condition, Consumer<Record> each) {
    database.select(
        "SELECT time, point, low, high, total, newest, newest_time, newest_delay, used, readings,"
            + " good FROM "
            + name
            + " WHERE time >= "
            + Math.max(0, from_us)
            + " AND time < "
            + to_us
            + condition,
        row -> {
          each.accept(row);
          return true;
        });
  }

  private static Tally tally(Record row) {
    Tally tally = new Tally();
    tally.used = row.getInt(8);
    tally.count = row.getInt(9);
    tally.good = row.getInt(10);
    tally.sum = row.getDouble(4);
    if (tally.used > 0) {
      tally.min = row.getDouble(2);
      tally.max = row.getDouble(3);
      tally.last = row.getDouble(5);
      tally.lastTime_us = row.getLong(6);
      tally.lastReceived_us = Delay.receiveTime_us(tally.lastTime_us, row.getInt(7));
    }
    return tally;
  }
}
