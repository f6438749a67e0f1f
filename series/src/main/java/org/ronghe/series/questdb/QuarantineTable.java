package org.ronghe.series.questdb;

import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.Record;
import io.questdb.std.str.Utf8String;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;

/// Readings in quarantine on disk, in the order they came. One thread writes; any may read.
final class QuarantineTable implements Closeable {
  private static final String COLUMNS =
      "received, number, device, replay, point, sent, value, text, quality";

  private final QuestDb database;
  private final TableWriter writer;

  QuarantineTable(QuestDb database) {
    this.database = database;
    database.execute(
        "CREATE TABLE IF NOT EXISTS quarantine (received TIMESTAMP, number LONG, device VARCHAR,"
            + " replay BOOLEAN, point VARCHAR, sent LONG, value DOUBLE, text VARCHAR,"
            + " quality BYTE) TIMESTAMP(received) PARTITION BY MONTH BYPASS WAL");
    writer = database.writer("quarantine");
  }

  void append(List<Held> held) {
    for (Held one : held) {
      TableWriter.Row row = writer.newRow(one.receiveTime_us());
      row.putLong(1, one.number());
      row.putVarchar(2, new Utf8String(one.device()));
      row.putBool(3, one.replay());
      row.putVarchar(4, new Utf8String(one.sent().point()));
      row.putLong(5, one.sent().sourceTime_us());
      row.putDouble(6, one.sent().value());
      String text = one.sent().text();
      if (text != null) {
        row.putVarchar(7, new Utf8String(text));
      }
      row.putByte(8, (byte) one.sent().quality().ordinal());
      row.append();
    }
    writer.commit();
  }

  /// Hands over all that is on disk with a number above `after`, in the order received.
  void each(long after, Consumer<Held> held) {
    database.select(
        "SELECT " + COLUMNS + " FROM quarantine WHERE number > " + after,
        row -> {
          held.accept(read(row));
          return true;
        });
  }

  /// Everything held under one name with a number above `after`.
  List<Held> of(String sentPoint, long after) {
    List<Held> found = new ArrayList<>();
    each(
        after,
        held -> {
          if (held.sent().point().equals(sentPoint)) {
            found.add(held);
          }
        });
    return found;
  }

  private static Held read(Record row) {
    return new Held(
        row.getLong(1),
        String.valueOf(row.getVarcharA(2)),
        row.getBool(3),
        row.getTimestamp(0),
        new SentReading(
            String.valueOf(row.getVarcharA(4)),
            row.getLong(5),
            row.getDouble(6),
            textOf(row),
            Quality.ofOrdinal(row.getByte(8))));
  }

  private static @Nullable String textOf(Record row) {
    Object text = row.getVarcharA(7);
    return text == null ? null : text.toString();
  }

  @Override
  public void close() {
    writer.close();
  }
}
