package org.ronghe.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.series.export.ParquetTable;
import org.ronghe.series.export.ParquetTable.Column;
import org.ronghe.series.export.ParquetTable.Kind;

/// Where a matrix goes: `from_id,to_id` and numbers, by the name of the file CSV, CSV packed or
/// Parquet. Written beside its place and put there when whole.
final class MatrixTable implements AutoCloseable {
  private final OutFile file;
  private final Form form;
  private final OutputStream out;
  private final @Nullable ParquetTable parquet;

  /// Refuses, before anything is computed, a file that cannot be written or is of no known form.
  static void check(Path file) {
    Form.of(file);
    OutFile.check(file);
  }

  /// By road: `seconds` and `metres`.
  MatrixTable(Path file) throws IOException {
    this(file, List.of("seconds", "metres"));
  }

  /// @param numbers what each pair has, empty where there is no way
  MatrixTable(Path file, List<String> numbers) throws IOException {
    form = Form.of(file);
    this.file = OutFile.open(file);
    out = form == Form.CSV_GZ ? new QuickGzip(this.file.stream()) : this.file.stream();
    parquet = form == Form.PARQUET ? new ParquetTable(out, "matrix", columns(numbers)) : null;
    if (parquet == null) {
      String header = "from_id,to_id," + String.join(",", numbers) + "\n";
      out.write(header.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<Column> columns(List<String> numbers) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("from_id", Kind.TEXT));
    columns.add(new Column("to_id", Kind.TEXT));
    numbers.forEach(number -> columns.add(new Column(number, Kind.NUMBER_OR_NOTHING)));
    return columns;
  }

  /// Some rows, put into the table's form.
  interface Rows {
    int count();

    byte[] csv();

    List<byte[]> columns();
  }

  Form form() {
    return form;
  }

  void add(Rows rows) throws IOException {
    if (parquet == null) {
      out.write(rows.csv());
    } else {
      parquet.rowGroup(rows.count(), rows.columns());
    }
  }

  /// Writes the end and puts the file in its place.
  void finish() throws IOException {
    if (parquet != null) {
      parquet.finish(Map.of());
    }
    out.close();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
    file.close();
  }

  enum Form {
    CSV,
    CSV_GZ,
    PARQUET;

    static Form of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".csv")) {
        return CSV;
      }
      if (name.endsWith(".csv.gz")) {
        return CSV_GZ;
      }
      if (name.endsWith(".parquet")) {
        return PARQUET;
      }
      throw new Refusal(
          "out-extension",
          "--out " + file + " 的扩展名不认识。",
          "--out " + file + " has an extension that is not known.",
          "可用 .csv、.csv.gz、.parquet。",
          "Use .csv, .csv.gz or .parquet.");
    }
  }

  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED + 2);
    }
  }
}
