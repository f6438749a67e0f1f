package org.ronghe.series.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ronghe.model.reading.Reading;

/// Writes readings as an Apache Parquet file of four columns.
final class ParquetWriter {
  private static final List<ParquetTable.Column> COLUMNS =
      List.of(
          new ParquetTable.Column("time", ParquetTable.Kind.TIME_US),
          new ParquetTable.Column("received", ParquetTable.Kind.TIME_US),
          new ParquetTable.Column("value", ParquetTable.Kind.NUMBER),
          new ParquetTable.Column("quality", ParquetTable.Kind.TEXT));

  private final ParquetTable table;

  ParquetWriter(OutputStream out) throws IOException {
    table = new ParquetTable(out, "reading", COLUMNS);
  }

  void rowGroup(List<Reading> readings) throws IOException {
    ByteBuffer times = numbers(readings);
    ByteBuffer received = numbers(readings);
    ByteBuffer values = numbers(readings);
    ByteArrayOutputStream qualities = new ByteArrayOutputStream();
    for (Reading reading : readings) {
      times.putLong(reading.sourceTime_us());
      received.putLong(reading.receiveTime_us());
      values.putDouble(reading.value());
      ParquetTable.putText(reading.quality().code().getBytes(StandardCharsets.UTF_8), qualities);
    }
    table.rowGroup(
        readings.size(),
        List.of(times.array(), received.array(), values.array(), qualities.toByteArray()));
  }

  /// Writes the end of the file; leaves the stream open.
  void finish(Map<String, String> about) throws IOException {
    table.finish(about);
  }

  private static ByteBuffer numbers(List<Reading> readings) {
    return ByteBuffer.allocate(readings.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
