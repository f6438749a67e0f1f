package org.ronghe.sources.plan;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads tables of places: CSV (plain or gzip) with a column `id`, one row for each id.
public final class PlaceFile {
  private PlaceFile() {}

  public static TableAnswer<PlaceTable> read(Path file) {
    try {
      return new TableAnswer.Read<>(table(file), List.of());
    } catch (TableFault fault) {
      return new TableAnswer.Refused<>(fault.why());
    } catch (UncheckedIOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    } catch (IOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    }
  }

  private static PlaceTable table(Path file) throws IOException, TableFault {
    List<String[]> cells = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    long row = 0;
    List<String> header = List.of();
    try (Reader reader = TextTable.pastMark(TextTable.open(file));
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader);
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      if (!records.hasNext()) {
        throw MatrixFile.empty(file);
      }
      header = records.next().getFields();
      row = 1;
      while (records.hasNext()) {
        CsvRecord next = records.next();
        row++;
        if (!next.getFields().stream().allMatch(String::isBlank)) {
          cells.add(next.getFields().toArray(String[]::new));
          numbers.add(row);
        }
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw MatrixFile.quotes(file, row);
    }
    int id = new Columns(file.toString(), header).need("id");
    if (cells.isEmpty()) {
      throw new TableFault(
          Remark.of("table-without-rows", file + " 只有表头。", file + " has a header and no rows."));
    }
    return new PlaceTable(file.toString(), header, id, new PlaceTable.Rows(cells, numbers));
  }
}
