package org.ronghe.series.questdb;

import io.questdb.cairo.sql.Record;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;

/// Raw readings of one point from memory and tables as one sorted set.
final class RawReadings {
  static final Comparator<Reading> ORDER =
      Comparator.comparingLong(Reading::sourceTime_us)
          .thenComparingLong(Reading::receiveTime_us)
          .thenComparingDouble(Reading::value)
          .thenComparing(Reading::quality);

  private final Store store;

  RawReadings(Store store) {
    this.store = store;
  }

  /// At least the first `wanted` readings in the range (fewer when there are no more), by source
  /// time, then receive time. All readings of the last instant are there.
  List<Reading> read(String id, long from_us, long to_us, int wanted, @Nullable Long knownAt_us) {
    PointBook.Stored point = store.book().stored(id);
    if (point == null || from_us >= to_us) {
      return List.of();
    }
    long known_us = knownAt_us == null ? Long.MAX_VALUE : knownAt_us;
    List<Reading> fresh = new ArrayList<>();
    store.memory().look(all -> all.forEach(rows -> collect(rows, id, point.code(), fresh)));
    fresh.removeIf(reading ->
        reading.sourceTime_us() < from_us
            || reading.sourceTime_us() >= to_us
            || reading.receiveTime_us() > known_us);
    TreeSet<Reading> sorted = new TreeSet<>(ORDER);
    for (RetentionClass retention : point.classes()) {
      Collector collector = new Collector(id, wanted, known_us, sorted);
      store.raw().scan(retention, from_us, to_us, "point = " + point.code(), collector);
    }
    sorted.addAll(fresh);
    return firstInstants(sorted, wanted);
  }

  /// Cuts after the instant of the reading number `wanted`, which every table was read up to.
  private static List<Reading> firstInstants(TreeSet<Reading> sorted, int wanted) {
    List<Reading> first = new ArrayList<>(Math.min(sorted.size(), wanted));
    for (Reading reading : sorted) {
      if (first.size() >= wanted && reading.sourceTime_us() > first.getLast().sourceTime_us()) {
        break;
      }
      first.add(reading);
    }
    return first;
  }

  private static void collect(Rows rows, String id, int code, List<Reading> into) {
    rows.each(
        code,
        row ->
            into.add(
                reading(
                    id, rows.time_us[row], rows.delay[row], rows.value[row], rows.quality[row])));
  }

  static Reading reading(String id, Record row) {
    return reading(
        id,
        row.getTimestamp(0),
        row.getInt(RawTables.DELAY),
        row.getDouble(RawTables.VALUE),
        row.getByte(RawTables.QUALITY));
  }

  private static Reading reading(String id, long time_us, int delay, double value, int quality) {
    long receive_us = Delay.receiveTime_us(time_us, delay);
    return new Reading(id, time_us, receive_us, value, Quality.ofOrdinal(quality));
  }

  /// Takes readings from a table until it has enough and the instant is complete.
  private static final class Collector implements Predicate<Record> {
    private final String id;
    private final int wanted;
    private final long knownAt_us;
    private final TreeSet<Reading> into;
    private int taken;
    private long last_us = Long.MIN_VALUE;

    Collector(String id, int wanted, long knownAt_us, TreeSet<Reading> into) {
      this.id = id;
      this.wanted = wanted;
      this.knownAt_us = knownAt_us;
      this.into = into;
    }

    @Override
    public boolean test(Record row) {
      long time_us = row.getTimestamp(0);
      if (taken >= wanted && time_us > last_us) {
        return false;
      }
      Reading reading = reading(id, row);
      if (reading.receiveTime_us() <= knownAt_us) {
        into.add(reading);
        taken++;
        last_us = time_us;
      }
      return true;
    }
  }
}
