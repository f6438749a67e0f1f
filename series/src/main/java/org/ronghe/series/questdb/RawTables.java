package org.ronghe.series.questdb;

import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.Record;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.ronghe.model.point.RetentionClass;

/// Raw readings: one table for each retention class, because QuestDB drops whole hours only. One
/// thread writes; any may read.
final class RawTables implements Closeable {
  static final int POINT = 1;
  static final int VALUE = 2;
  static final int DELAY = 3;
  static final int QUALITY = 4;

  private final QuestDb database;
  private final List<TableWriter> writers = new ArrayList<>();

  RawTables(QuestDb database) {
    this.database = database;
    for (RetentionClass retention : RetentionClass.values()) {
      String table = name(retention);
      database.execute(
          "CREATE TABLE IF NOT EXISTS "
              + table
              + " (time TIMESTAMP, point INT PARQUET(rle_dictionary), value DOUBLE, delay INT,"
              + " quality BYTE) TIMESTAMP(time) PARTITION BY HOUR BYPASS WAL");
      writers.add(database.writer(table));
    }
  }

  static String name(RetentionClass retention) {
    return "raw_" + retention.name().toLowerCase(Locale.ROOT);
  }

  TableWriter writer(RetentionClass retention) {
    return writers.get(retention.ordinal());
  }

  /// Adds the rows that pass `wanted` to the table of their class and commits them.
  void append(Rows rows, IntFunction<RetentionClass> retentionOf, RowFilter wanted) {
    for (int row = 0; row < rows.size(); row++) {
      if (wanted.test(row)) {
        int code = rows.point[row];
        TableWriter writer = writers.get(retentionOf.apply(code).ordinal());
        TableWriter.Row out = writer.newRow(rows.time_us[row]);
        out.putInt(POINT, code);
        out.putDouble(VALUE, rows.value[row]);
        out.putInt(DELAY, rows.delay[row]);
        out.putByte(QUALITY, rows.quality[row]);
        out.append();
      }
    }
    for (TableWriter writer : writers) {
      writer.commit();
    }
  }

  /// Rows of one class in a time range (`to` exclusive) in time order; `condition` is SQL or empty.
  void scan(
      RetentionClass retention,
      long from_us,
      long to_us,
      String condition,
      Predicate<Record> each) {
    StringBuilder sql = new StringBuilder("SELECT time, point, value, delay, quality FROM ");
    sql.append(name(retention)).append(" WHERE time >= ").append(Math.max(0, from_us));
    sql.append(" AND time < ").append(to_us);
    if (!condition.isEmpty()) {
      sql.append(" AND ").append(condition);
    }
    database.select(sql.toString(), each);
  }

  @Override
  public void close() {
    writers.forEach(TableWriter::close);
  }

  /// Chooses rows by their number.
  @FunctionalInterface
  interface RowFilter {
    boolean test(int row);
  }
}
