package org.ronghe.series.questdb;

import io.questdb.cairo.sql.Record;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ronghe.model.point.RetentionClass;

/// Asks the tables which of some readings are there already, in few passes over short time spans.
final class StoredBefore {
  private static final long GAP_us = 600_000_000L;
  private static final int FEW_POINTS = 16;

  private final RawTables tables;
  private final IntFunction<Set<RetentionClass>> classesOf;

  StoredBefore(RawTables tables, IntFunction<Set<RetentionClass>> classesOf) {
    this.tables = tables;
    this.classesOf = classesOf;
  }

  /// What the tables hold at the points and instants of `asked`.
  Rows find(Rows asked) {
    Rows found = new Rows(asked.segment, 0);
    long[] times = Arrays.copyOf(asked.time_us, asked.size());
    Arrays.sort(times);
    int first = 0;
    for (int at = 1; at <= times.length; at++) {
      if (at == times.length || times[at] - times[at - 1] > GAP_us) {
        scan(asked, times[first], times[at - 1] + 1, found);
        first = at;
      }
    }
    return found;
  }

  private void scan(Rows asked, long from_us, long to_us, Rows found) {
    int[] points =
        IntStream.range(0, asked.size())
            .filter(row -> asked.time_us[row] >= from_us && asked.time_us[row] < to_us)
            .map(row -> asked.point[row])
            .distinct()
            .toArray();
    Set<RetentionClass> classes = EnumSet.noneOf(RetentionClass.class);
    for (int code : points) {
      classes.addAll(classesOf.apply(code));
    }
    String condition =
        points.length > FEW_POINTS
            ? ""
            : Arrays.stream(points)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "point IN (", ")"));
    for (RetentionClass retention : classes) {
      tables.scan(retention, from_us, to_us, condition, row -> keep(asked, row, found));
    }
  }

  private static boolean keep(Rows asked, Record row, Rows found) {
    int code = row.getInt(RawTables.POINT);
    long time_us = row.getTimestamp(0);
    if (asked.find(code, time_us, Double.NaN, -1) != Rows.Match.NONE) {
      found.add(
          code,
          time_us,
          row.getInt(RawTables.DELAY),
          row.getDouble(RawTables.VALUE),
          row.getByte(RawTables.QUALITY));
    }
    return true;
  }
}
