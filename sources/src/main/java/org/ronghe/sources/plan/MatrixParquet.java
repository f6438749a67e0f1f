package org.ronghe.sources.plan;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.FileSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.remark.Remark;
import org.ronghe.model.travel.TravelPairs;

/// A travel matrix in Parquet: ids as text or whole numbers, costs as whole or floating numbers; a
/// null cost says that the pair cannot be travelled.
final class MatrixParquet {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private MatrixParquet() {}

  static void read(Path file, @Nullable String costColumn, TravelPairs pairs, List<Remark> remarks)
      throws IOException, TableFault {
    checkEnds(file);
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
      FileSchema schema = reader.getFileSchema();
      List<String> header = new ArrayList<>();
      for (int n = 0; n < schema.getColumnCount(); n++) {
        header.add(schema.getColumn(n).name());
      }
      MatrixColumns at = MatrixColumns.of(file.toString(), header, costColumn);
      remarks.addAll(at.remarks());
      try (ColumnReaders columns =
          reader.columnReaders(
              ColumnProjection.columns(
                  header.get(at.from()), header.get(at.to()), header.get(at.cost())))) {
        rows(file.toString(), columns, at, pairs);
      }
    }
  }

  /// A file cut short has lost its last four letters.
  private static void checkEnds(Path file) throws IOException, TableFault {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    long size = Files.size(file);
    if (size == 0) {
      throw MatrixFile.empty(file);
    }
    try (var channel = Files.newByteChannel(file)) {
      var last = java.nio.ByteBuffer.allocate(MAGIC.length);
      channel.position(Math.max(0, size - MAGIC.length));
      channel.read(last);
      if (!java.util.Arrays.equals(last.array(), MAGIC)) {
        throw new TableFault(
            new Remark(
                "table-truncated",
                file + " 不是完整的 Parquet 文件。",
                file + " is not a whole Parquet file.",
                "也许下载或复制中断了？",
                "Maybe a download or copy was cut short?"));
      }
    }
  }

  private static void rows(String file, ColumnReaders columns, MatrixColumns at, TravelPairs pairs)
      throws TableFault {
    long row = 1;
    while (columns.nextBatch()) {
      ColumnReader from = columns.getColumnReader(0);
      ColumnReader to = columns.getColumnReader(1);
      ColumnReader cost = columns.getColumnReader(2);
      String[] fromIds = texts(from, file);
      String[] toIds = texts(to, file);
      double[] costs = numbers(cost, file);
      for (int n = 0; n < columns.getRecordCount(); n++) {
        row++;
        if (isNull(from, n) || fromIds[n].isEmpty()) {
          throw MatrixRow.idMissing(file, row, "from_id");
        }
        if (isNull(to, n) || toIds[n].isEmpty()) {
          throw MatrixRow.idMissing(file, row, "to_id");
        }
        double number =
            isNull(cost, n)
                ? Double.POSITIVE_INFINITY
                : Cost.checked(costs[n], String.valueOf(costs[n]), file, row, at.costName());
        pairs.add(fromIds[n], toIds[n], at.divisor() == 1 ? number : number / at.divisor());
      }
    }
  }

  private static boolean isNull(ColumnReader column, int row) {
    return column.getLeafValidity().isNull(row);
  }

  private static String[] texts(ColumnReader column, String file) throws TableFault {
    return switch (column.getColumnSchema().type()) {
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> column.getStrings();
      case INT32 ->
          java.util.Arrays.stream(column.getInts())
              .mapToObj(String::valueOf)
              .toArray(String[]::new);
      case INT64 ->
          java.util.Arrays.stream(column.getLongs())
              .mapToObj(String::valueOf)
              .toArray(String[]::new);
      case BOOLEAN, INT96, FLOAT, DOUBLE -> throw type(column, file);
    };
  }

  private static double[] numbers(ColumnReader column, String file) throws TableFault {
    return switch (column.getColumnSchema().type()) {
      case DOUBLE -> column.getDoubles();
      case INT32 -> java.util.Arrays.stream(column.getInts()).asDoubleStream().toArray();
      case INT64 -> java.util.Arrays.stream(column.getLongs()).asDoubleStream().toArray();
      case FLOAT -> doubles(column.getFloats());
      case BOOLEAN, INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> throw type(column, file);
    };
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    for (int n = 0; n < values.length; n++) {
      result[n] = values[n];
    }
    return result;
  }

  private static TableFault type(ColumnReader column, String file) {
    String name = column.getColumnSchema().name();
    String type = String.valueOf(column.getColumnSchema().type());
    return new TableFault(
        Remark.of(
            "column-type",
            file + " 的 " + name + " 列类型是 " + type + "，读不了。",
            file + ": column " + name + " is of type " + type + ", which cannot be read here."));
  }
}
