package org.ronghe.server.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ronghe.engines.transit.BusTravel;
import org.ronghe.series.export.ParquetTable;

/// Some rows of a matrix by bus; for one thread.
final class BusRows implements MatrixTable.Rows {
  private final boolean csv;
  private final int numbers;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream froms = new ByteArrayOutputStream();
  private final ByteArrayOutputStream tos = new ByteArrayOutputStream();
  private final double[][] values;
  private int count;

  /// @param numbers how many numbers a row has
  BusRows(MatrixTable.Form form, int expected, int numbers) {
    csv = form != MatrixTable.Form.PARQUET;
    this.numbers = numbers;
    values = new double[csv ? 0 : numbers][expected];
  }

  /// @param seconds one for each column, [BusTravel#NEVER] where there is no way
  void add(byte[] from, byte[] to, int[] seconds) {
    if (csv) {
      text.append(new String(from, StandardCharsets.UTF_8)).append(',');
      text.append(new String(to, StandardCharsets.UTF_8));
      for (int i = 0; i < numbers; i++) {
        text.append(',');
        if (seconds[i] != BusTravel.NEVER) {
          text.append(seconds[i]);
        }
      }
      text.append('\n');
    } else {
      ParquetTable.putText(from, froms);
      ParquetTable.putText(to, tos);
      for (int i = 0; i < numbers; i++) {
        values[i][count] = seconds[i] == BusTravel.NEVER ? Double.NaN : seconds[i];
      }
    }
    count++;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public byte[] csv() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<byte[]> columns() {
    List<byte[]> columns = new ArrayList<>(List.of(froms.toByteArray(), tos.toByteArray()));
    Arrays.stream(values).map(ParquetTable::optional).forEach(columns::add);
    return columns;
  }
}
