package org.ronghe.series.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.ronghe.model.reading.Reading;

/// Writes readings as an Apache Parquet file: four required columns, plain values, one page for
/// each column of a row group, gzip. A whole Parquet library would bring Hadoop for this.
final class ParquetWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int GZIP = 2;
  private static final int PLAIN = 0;
  private static final int RLE = 3;

  private enum Column {
    TIME("time", 2, 10),
    RECEIVED("received", 2, 10),
    VALUE("value", 5, -1),
    QUALITY("quality", 6, 0);

    private final String title;
    private final int type;
    private final int convertedType;

    Column(String title, int type, int convertedType) {
      this.title = title;
      this.type = type;
      this.convertedType = convertedType;
    }
  }

  /// Where a column of a row group lies in the file.
  private record Chunk(Column column, long offset, int rows, int plainBytes, int fileBytes) {}

  private final OutputStream out;
  private final List<List<Chunk>> rowGroups = new ArrayList<>();
  private long at;
  private long rowCount;

  ParquetWriter(OutputStream out) throws IOException {
    this.out = out;
    write(MAGIC);
  }

  void rowGroup(List<Reading> readings) throws IOException {
    if (readings.isEmpty()) {
      return;
    }
    List<Chunk> chunks = new ArrayList<>();
    for (Column column : Column.values()) {
      chunks.add(chunk(column, readings));
    }
    rowGroups.add(chunks);
    rowCount += readings.size();
  }

  /// Writes the end of the file; leaves the stream open.
  void finish(Map<String, String> about) throws IOException {
    byte[] footer = footer(about);
    write(footer);
    write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
    write(MAGIC);
    out.flush();
  }

  private Chunk chunk(Column column, List<Reading> readings) throws IOException {
    byte[] plain = plain(column, readings);
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    byte[] header = pageHeader(readings.size(), plain.length, packed.size());
    long offset = at;
    write(header);
    write(packed.toByteArray());
    return new Chunk(
        column,
        offset,
        readings.size(),
        header.length + plain.length,
        header.length + packed.size());
  }

  private static byte[] plain(Column column, List<Reading> readings) {
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    ByteBuffer numbers =
        ByteBuffer.allocate(readings.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Reading reading : readings) {
      switch (column) {
        case TIME -> numbers.putLong(reading.sourceTime_us());
        case RECEIVED -> numbers.putLong(reading.receiveTime_us());
        case VALUE -> numbers.putDouble(reading.value());
        case QUALITY -> {
          byte[] code = reading.quality().code().getBytes(StandardCharsets.UTF_8);
          texts.writeBytes(length.putInt(0, code.length).array());
          texts.writeBytes(code);
        }
      }
    }
    return column == Column.QUALITY ? texts.toByteArray() : numbers.array();
  }

  private static byte[] pageHeader(int rows, int plainBytes, int packedBytes) {
    Thrift header = new Thrift();
    header.struct().i32(1, 0).i32(2, plainBytes).i32(3, packedBytes);
    header.struct(5).i32(1, rows).i32(2, PLAIN).i32(3, RLE).i32(4, RLE).end();
    return header.end().bytes();
  }

  private byte[] footer(Map<String, String> about) {
    Column[] columns = Column.values();
    Thrift meta = new Thrift();
    meta.struct().i32(1, 1).list(2, Thrift.STRUCT, columns.length + 1);
    meta.struct().text(4, "reading").i32(5, columns.length).end();
    for (Column column : columns) {
      meta.struct().i32(1, column.type).i32(3, 0).text(4, column.title);
      if (column.convertedType >= 0) {
        meta.i32(6, column.convertedType);
      }
      meta.end();
    }
    meta.i64(3, rowCount).list(4, Thrift.STRUCT, rowGroups.size());
    rowGroups.forEach(chunks -> rowGroup(meta, chunks));
    meta.list(5, Thrift.STRUCT, about.size());
    about.forEach((key, value) -> meta.struct().text(1, key).text(2, value).end());
    return meta.text(6, "ronghe").end().bytes();
  }

  private static void rowGroup(Thrift meta, List<Chunk> chunks) {
    meta.struct().list(1, Thrift.STRUCT, chunks.size());
    for (Chunk chunk : chunks) {
      meta.struct().i64(2, chunk.offset).struct(3);
      meta.i32(1, chunk.column.type).list(2, Thrift.I32, 1).element(PLAIN);
      meta.list(3, Thrift.BINARY, 1).element(chunk.column.title).i32(4, GZIP);
      meta.i64(5, chunk.rows).i64(6, chunk.plainBytes).i64(7, chunk.fileBytes);
      meta.i64(9, chunk.offset).end().end();
    }
    long bytes = chunks.stream().mapToLong(Chunk::plainBytes).sum();
    meta.i64(2, bytes).i64(3, chunks.getFirst().rows).end();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    at += bytes.length;
  }
}
