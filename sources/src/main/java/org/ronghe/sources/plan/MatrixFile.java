package org.ronghe.sources.plan;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.remark.Remark;
import org.ronghe.model.travel.TravelPairs;
import org.ronghe.model.travel.TravelPairs.Made;
import org.ronghe.model.travel.TravelPairs.Unlike;
import org.ronghe.model.travel.TravelTable;

/// Reads travel matrices: CSV (plain or gzip) or Parquet with columns from_id, to_id and a cost.
/// The cost column is `travel_time`, else `seconds` (turned into minutes), or the one asked for. An
/// empty cell or `NA` says that the pair cannot be travelled. A pair may come twice with the same
/// cost (counted); with two costs the file is refused.
public final class MatrixFile {
  private MatrixFile() {}

  /// Reads the file, told by its name to be Parquet (`.parquet`) or text.
  ///
  /// @param costColumn the column to take costs from, as they are; null to find it
  public static TableAnswer<TravelTable> read(Path file, @Nullable String costColumn) {
    try {
      List<Remark> remarks = new ArrayList<>();
      TravelPairs pairs = new TravelPairs();
      if (file.toString().endsWith(".parquet")) {
        MatrixParquet.read(file, costColumn, pairs, remarks);
      } else {
        text(file, costColumn, pairs, remarks);
      }
      return new TableAnswer.Read<>(table(file.toString(), pairs, remarks), remarks);
    } catch (TableFault fault) {
      return new TableAnswer.Refused<>(fault.why());
    } catch (UncheckedIOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    } catch (IOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    }
  }

  private static void text(
      Path file, @Nullable String costColumn, TravelPairs pairs, List<Remark> remarks)
      throws IOException, TableFault {
    MatrixRow row =
        new MatrixRow(file.toString(), new IdBook(pairs::origin), new IdBook(pairs::destination));
    try (Reader reader = TextTable.pastMark(TextTable.open(file));
        CsvReader<MatrixRow> csv =
            CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(row, reader);
        CloseableIterator<MatrixRow> rows = csv.iterator()) {
      if (!rows.hasNext()) {
        throw empty(file);
      }
      rows.next();
      if (row.header().stream().allMatch(String::isBlank)) {
        throw empty(file);
      }
      MatrixColumns columns = MatrixColumns.of(file.toString(), row.header(), costColumn);
      remarks.addAll(columns.remarks());
      row.columns(columns);
      while (rows.hasNext()) {
        rows.next();
        row.check();
        pairs.add(row.from(), row.to(), row.cost());
      }
    } catch (CsvParseException e) {
      // what the reader under it could not read comes wrapped
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw quotes(file, row.row());
    }
  }

  static TableFault empty(Path file) {
    return new TableFault(Remark.of("table-empty", file + " 是空的。", file + " is empty."));
  }

  static TableFault quotes(Path file, long row) {
    return new TableFault(
        Remark.of(
            "table-quotes",
            file + " 第 " + (row + 1) + " 行附近的引号没有闭合。",
            file + ": a quote is not closed near row " + (row + 1) + "."));
  }

  private static TravelTable table(String file, TravelPairs pairs, List<Remark> remarks)
      throws TableFault {
    if (pairs.size() == 0) {
      throw new TableFault(
          Remark.of("table-without-rows", file + " 只有表头。", file + " has a header and no rows."));
    }
    return switch (pairs.table()) {
      case Made made -> {
        count(file, made, remarks);
        yield made.table();
      }
      case Unlike twice -> throw unlike(file, twice);
    };
  }

  private static void count(String file, Made made, List<Remark> remarks) {
    if (made.repeated() > 0) {
      remarks.add(
          Remark.of(
              "pairs-repeated",
              file + " 有 " + made.repeated() + " 行重复（起讫点和时间都相同），只算一次。",
              file
                  + ": "
                  + made.repeated()
                  + " rows repeat a pair with the same cost; each pair was taken once."));
    }
    if (made.unreachable() > 0) {
      remarks.add(
          Remark.of(
              "pairs-unreachable",
              file + " 有 " + made.unreachable() + " 对到不了（空格）。",
              file + ": " + made.unreachable() + " pairs cannot be travelled (empty cells)."));
    }
  }

  private static TableFault unlike(String file, Unlike twice) {
    String pair = twice.origin() + " → " + twice.destination();
    String rows = (twice.first() + 2) + " / " + (twice.second() + 2);
    String costs = cost(twice.firstCost()) + " / " + cost(twice.secondCost());
    return new TableFault(
        new Remark(
            "pair-twice",
            file + " 中 " + pair + " 出现两次且数值不同：第 " + rows + " 行，" + costs + "。",
            file + " has " + pair + " twice with unlike costs: rows " + rows + ", " + costs + ".",
            "也许两个时段或两种方式混在一起？请先分开，或取其一。",
            "Maybe two hours of the day or two modes are mixed? Keep one of them."));
  }

  private static String cost(double cost) {
    return Double.isInfinite(cost) ? "空 (empty)" : String.valueOf(cost);
  }
}
