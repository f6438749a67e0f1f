package org.ronghe.server.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.ronghe.series.export.ParquetTable;

/// Some rows of a matrix, in the form they are written in; for one thread.
final class MatrixRows implements MatrixTable.Rows {
  private final boolean csv;
  private byte[] text = new byte[1 << 16];
  private int length;
  private int count;
  private final ByteArrayOutputStream froms = new ByteArrayOutputStream();
  private final ByteArrayOutputStream tos = new ByteArrayOutputStream();
  private double[] seconds = new double[0];
  private double[] metres = new double[0];

  MatrixRows(MatrixTable.Form form, int expected) {
    csv = form != MatrixTable.Form.PARQUET;
    if (!csv) {
      seconds = new double[expected];
      metres = new double[expected];
    }
  }

  /// An id as it stands in the table.
  static byte[] id(String id, MatrixTable.Form form) {
    boolean quoted =
        form != MatrixTable.Form.PARQUET
            && id.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    String written = quoted ? '"' + id.replace("\"", "\"\"") + '"' : id;
    return written.getBytes(StandardCharsets.UTF_8);
  }

  /// @param time_ms milliseconds, negative when there is no way
  /// @param length_mm millimetres
  void add(byte[] from, byte[] to, long time_ms, long length_mm) {
    if (csv) {
      room(from.length + to.length + 64);
      put(from);
      text[length++] = ',';
      put(to);
      text[length++] = ',';
      if (time_ms >= 0) {
        thousandths(time_ms);
      }
      text[length++] = ',';
      if (time_ms >= 0) {
        thousandths(length_mm);
      }
      text[length++] = '\n';
    } else {
      ParquetTable.putText(from, froms);
      ParquetTable.putText(to, tos);
      seconds[count] = time_ms < 0 ? Double.NaN : time_ms / 1000.0;
      metres[count] = time_ms < 0 ? Double.NaN : length_mm / 1000.0;
    }
    count++;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public byte[] csv() {
    return Arrays.copyOf(text, length);
  }

  @Override
  public List<byte[]> columns() {
    return List.of(
        froms.toByteArray(),
        tos.toByteArray(),
        ParquetTable.optional(seconds),
        ParquetTable.optional(metres));
  }

  private void room(int more) {
    if (length + more > text.length) {
      text = Arrays.copyOf(text, 2 * text.length + more);
    }
  }

  private void put(byte[] bytes) {
    System.arraycopy(bytes, 0, text, length, bytes.length);
    length += bytes.length;
  }

  /// A number of thousandths as a decimal without needless zeros.
  private void thousandths(long number) {
    long whole = number / 1000;
    int rest = (int) (number % 1000);
    int digits = 1;
    for (long n = whole; n >= 10; n /= 10) {
      digits++;
    }
    long left = whole;
    for (int i = digits - 1; i >= 0; i--) {
      text[length + i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    length += digits;
    if (rest > 0) {
      text[length++] = '.';
      for (int unit = 100; rest > 0; unit /= 10) {
        text[length++] = (byte) ('0' + rest / unit);
        rest %= unit;
      }
    }
  }
}
