package org.ronghe.series.questdb;

import io.questdb.cairo.sql.Record;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.reading.Reading;
import org.ronghe.series.ReadingHistory;

/// Answers from memory and tables together.
final class QuestDbHistory implements ReadingHistory {
  private static final int MOST_READINGS = 100_000;
  private static final int GAP_INTERVALS = 3;
  private static final long END_OF_TIME_us = 7_258_118_400_000_000L;
  private static final long DAYS_FROM_us = 92 * 86_400_000_000L;

  private final Store store;
  private final RawReadings raw;
  private final Runnable flush;

  QuestDbHistory(Store store, Runnable flush) {
    this.store = store;
    this.raw = new RawReadings(store);
    this.flush = flush;
  }

  @Override
  public Map<String, Reading> latest(Collection<String> points) {
    Map<String, Reading> found = HashMap.newHashMap(points.size());
    for (String id : points) {
      PointBook.Known known = store.book().known(id);
      Reading reading = known == null ? latestOfFormer(id) : store.latest().of(known.code());
      if (reading != null) {
        found.put(id, reading);
      }
    }
    return found;
  }

  private @Nullable Reading latestOfFormer(String id) {
    PointBook.Stored stored = store.book().stored(id);
    return stored == null ? null : store.latest().of(stored.code());
  }

  @Override
  public Page range(
      String point,
      long from_us,
      long to_us,
      @Nullable String after,
      int limit,
      @Nullable Long knownAt_us) {
    Require.that(limit >= 1 && limit <= MOST_READINGS, "limit is 1 to 100,000");
    Cursor cursor = after == null ? new Cursor(from_us, 0) : Cursor.parse(after);
    int skip = cursor.skip();
    List<Reading> found =
        raw.read(point, Math.max(from_us, cursor.time_us()), to_us, limit + skip + 1, knownAt_us);
    List<Reading> page = found.subList(Math.min(skip, found.size()), found.size());
    if (page.size() <= limit) {
      return new Page(page, null);
    }
    page = page.subList(0, limit);
    long last_us = page.getLast().sourceTime_us();
    int given = (int) page.stream().filter(one -> one.sourceTime_us() == last_us).count();
    int before = last_us == cursor.time_us() ? skip : 0;
    return new Page(page, new Cursor(last_us, before + given).toString());
  }

  @Override
  public Trend trend(
      String point,
      long from_us,
      long to_us,
      int width,
      double expectedInterval_s,
      @Nullable Long knownAt_us) {
    Require.that(width >= 10 && width <= 4_000, "width is 10 to 4,000");
    Require.that(from_us < to_us, "from must be before to");
    View view = new View(from_us, to_us, width, (long) (GAP_INTERVALS * expectedInterval_s * 1e6));
    PointBook.Stored stored = store.book().stored(point);
    if (stored == null || knownAt_us != null) {
      return ofReadings(raw.read(point, from_us, to_us, Integer.MAX_VALUE, knownAt_us), view);
    }
    Step step = stepFor(stored, to_us - from_us, width);
    if (step != null) {
      return ofBuckets(stored.code(), step, view);
    }
    List<Reading> all = raw.read(point, from_us, to_us, Integer.MAX_VALUE, null);
    if (all.isEmpty()) {
      Step finest = store.book().hasMinutes(stored.code()) ? Step.MINUTE : Step.HOUR;
      Trend left = ofBuckets(stored.code(), finest, view);
      return left.segments().isEmpty() ? ofReadings(all, view) : left;
    }
    return ofReadings(all, view);
  }

  private static Trend ofReadings(List<Reading> all, View view) {
    Drawing drawing = view.drawing(all.size());
    all.forEach(drawing::add);
    return new Trend("raw", drawing.finish());
  }

  private Trend ofBuckets(int code, Step step, View view) {
    List<Bucket> all =
        store.rollUps().buckets(store.memory(), code, step, view.from_us, view.to_us);
    Drawing drawing = view.drawing(all.size());
    all.forEach(bucket -> drawing.add(bucket, length_us(step)));
    return new Trend(step.name().toLowerCase(Locale.ROOT), drawing.finish());
  }

  /// The coarsest roll-up that still fills the columns, and days for more than a quarter: hours of
  /// all points are too many to look through then. Null for raw readings.
  private @Nullable Step stepFor(PointBook.Stored stored, long span_us, int width) {
    long column_us = span_us / width;
    if (span_us > DAYS_FROM_us || column_us >= length_us(Step.DAY)) {
      return Step.DAY;
    }
    if (column_us >= length_us(Step.HOUR) / 4) {
      return Step.HOUR;
    }
    boolean minutes = store.book().hasMinutes(stored.code());
    return minutes && column_us >= length_us(Step.MINUTE) ? Step.MINUTE : null;
  }

  @Override
  public List<Bucket> buckets(String point, Step step, long from_us, long to_us) {
    PointBook.Stored stored = store.book().stored(point);
    if (stored == null || from_us >= to_us) {
      return List.of();
    }
    if (step == Step.MINUTE && !store.book().hasMinutes(stored.code())) {
      return minutesFromRaw(point, from_us, to_us);
    }
    return store.rollUps().buckets(store.memory(), stored.code(), step, from_us, to_us);
  }

  private List<Bucket> minutesFromRaw(String point, long from_us, long to_us) {
    long length_us = length_us(Step.MINUTE);
    long first_us = Math.floorDiv(from_us, length_us) * length_us;
    long last_us = Math.min(to_us, END_OF_TIME_us);
    long end_us = Math.ceilDiv(last_us, length_us) * length_us;
    TreeMap<Long, Tally> tallies = new TreeMap<>();
    for (Reading reading : raw.read(point, first_us, end_us, Integer.MAX_VALUE, null)) {
      long start_us = Math.floorDiv(reading.sourceTime_us(), length_us) * length_us;
      tallies.computeIfAbsent(start_us, _ -> new Tally()).add(reading);
    }
    List<Bucket> buckets = new ArrayList<>(tallies.size());
    tallies.forEach((start_us, tally) -> buckets.add(tally.toBucket(start_us)));
    return buckets;
  }

  @Override
  public void receivedSince(long from_us, Consumer<Reading> each) {
    flush.run();
    long oldest_us = store.flushes().oldestReceivedSince(from_us);
    if (oldest_us == Long.MAX_VALUE) {
      return;
    }
    Map<Integer, List<Reading>> moved = new HashMap<>();
    for (RetentionClass retention : RetentionClass.values()) {
      store
          .raw()
          .scan(
              retention,
              oldest_us,
              Long.MAX_VALUE,
              "",
              row -> {
                if (mayBeReceivedSince(from_us, row)) {
                  int code = row.getInt(RawTables.POINT);
                  Reading reading = RawReadings.reading(store.book().id(code), row);
                  if (store.book().classes(code).size() == 1) {
                    each.accept(reading);
                  } else {
                    moved.computeIfAbsent(code, _ -> new ArrayList<>()).add(reading);
                  }
                }
                return true;
              });
    }
    for (List<Reading> fromSeveralTables : moved.values()) {
      fromSeveralTables.stream().sorted(RawReadings.ORDER).forEach(each);
    }
  }

  private static boolean mayBeReceivedSince(long from_us, Record row) {
    return Delay.latestReceiveTime_us(row.getTimestamp(0), row.getInt(RawTables.DELAY)) >= from_us;
  }

  static long length_us(Step step) {
    return switch (step) {
      case MINUTE -> 60_000_000L;
      case HOUR -> 3_600_000_000L;
      case DAY -> 86_400_000_000L;
    };
  }

  /// What a trend is to show, and how wide.
  private record View(long from_us, long to_us, int width, long gap_us) {
    Drawing drawing(int samples) {
      return new Drawing(from_us, to_us, samples <= width ? 0 : width, gap_us);
    }
  }

  /// Where the next page starts: after `skip` readings of one instant.
  private record Cursor(long time_us, int skip) {
    static Cursor parse(String text) {
      int dash = text.lastIndexOf('-');
      try {
        return new Cursor(
            Long.parseLong(text.substring(0, Math.max(0, dash))),
            Integer.parseInt(text.substring(dash + 1)));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("no cursor of ours: " + text, e);
      }
    }

    @Override
    public String toString() {
      return time_us + "-" + skip;
    }
  }
}
