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

/// Writes a flat table as an Apache Parquet file: plain values, one page for each column of a row
/// group, gzip. A whole Parquet library would bring Hadoop for this.
public final class ParquetTable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int GZIP = 2;
  private static final int PLAIN = 0;
  private static final int RLE = 3;

  /// What a column holds.
  public enum Kind {
    /// Microseconds since 1970 UTC, 8 bytes each.
    TIME_US(2, 0, 10),
    /// Doubles, 8 bytes each.
    NUMBER(5, 0, -1),
    /// Doubles, some missing: see [ParquetTable#optional].
    NUMBER_OR_NOTHING(5, 1, -1),
    /// Texts: see [ParquetTable#putText].
    TEXT(6, 0, 0);

    private final int type;
    private final int repetition;
    private final int convertedType;

    Kind(int type, int repetition, int convertedType) {
      this.type = type;
      this.repetition = repetition;
      this.convertedType = convertedType;
    }
  }

  public record Column(String title, Kind kind) {}

  /// Where a column of a row group lies in the file.
  private record Chunk(Column column, long offset, int rows, int plainBytes, int fileBytes) {}

  private final OutputStream out;
  private final String name;
  private final List<Column> columns;
  private final List<List<Chunk>> rowGroups = new ArrayList<>();
  private long at;
  private long rowCount;

  public ParquetTable(OutputStream out, String name, List<Column> columns) throws IOException {
    this.out = out;
    this.name = name;
    this.columns = List.copyOf(columns);
    write(MAGIC);
  }

  /// Appends a text as a TEXT column holds it.
  public static void putText(byte[] utf8, ByteArrayOutputStream column) {
    column.writeBytes(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0, utf8.length)
            .array());
    column.writeBytes(utf8);
  }

  /// A NUMBER_OR_NOTHING column of these numbers; NaN is nothing.
  public static byte[] optional(double[] numbers) {
    int groups = (numbers.length + 7) / 8;
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    int header = groups << 1 | 1;
    while ((header & ~0x7F) != 0) {
      levels.write(header & 0x7F | 0x80);
      header >>>= 7;
    }
    levels.write(header);
    byte[] bits = new byte[groups];
    ByteBuffer values =
        ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isNaN(numbers[i])) {
        bits[i >> 3] |= (byte) (1 << (i & 7));
        values.putDouble(numbers[i]);
      }
    }
    levels.writeBytes(bits);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    putText(levels.toByteArray(), page);
    page.write(values.array(), 0, values.position());
    return page.toByteArray();
  }

  /// Adds rows, each column as its kind says. No rows, nothing is added.
  public void rowGroup(int rows, List<byte[]> plain) throws IOException {
    if (rows == 0) {
      return;
    }
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      chunks.add(chunk(columns.get(i), rows, plain.get(i)));
    }
    rowGroups.add(chunks);
    rowCount += rows;
  }

  /// Writes the end of the file; leaves the stream open.
  public void finish(Map<String, String> about) throws IOException {
    byte[] footer = footer(about);
    write(footer);
    write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
    write(MAGIC);
    out.flush();
  }

  private Chunk chunk(Column column, int rows, byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    byte[] header = pageHeader(rows, plain.length, packed.size());
    long offset = at;
    write(header);
    write(packed.toByteArray());
    return new Chunk(
        column, offset, rows, header.length + plain.length, header.length + packed.size());
  }

  private static byte[] pageHeader(int rows, int plainBytes, int packedBytes) {
    Thrift header = new Thrift();
    header.struct().i32(1, 0).i32(2, plainBytes).i32(3, packedBytes);
    header.struct(5).i32(1, rows).i32(2, PLAIN).i32(3, RLE).i32(4, RLE).end();
    return header.end().bytes();
  }

  private byte[] footer(Map<String, String> about) {
    Thrift meta = new Thrift();
    meta.struct().i32(1, 1).list(2, Thrift.STRUCT, columns.size() + 1);
    meta.struct().text(4, name).i32(5, columns.size()).end();
    for (Column column : columns) {
      meta.struct().i32(1, column.kind.type).i32(3, column.kind.repetition).text(4, column.title);
      if (column.kind.convertedType >= 0) {
        meta.i32(6, column.kind.convertedType);
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
      meta.i32(1, chunk.column.kind.type).list(2, Thrift.I32, 1).element(PLAIN);
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
