package org.ronghe.sources.county.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeBook;

/// CSV as Excel and QGIS write it.
final class CsvTable implements Table {
  @Override
  public void read(Path path, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws IOException {
    if (!Encoding.check(path, spec, book)) {
      return;
    }
    long number = 0;
    try (Reader reader = Encoding.open(path, spec);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(spec.separator())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader);
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      if (!records.hasNext()) {
        book.file(FileNotice.FILE_EMPTY, spec.label(), spec.label());
        return;
      }
      number = 1;
      CsvRecord first = records.next();
      Optional<Header> header = header(first, spec, book);
      while (header.isPresent() && records.hasNext()) {
        number++;
        cells(header.get(), number, first.getFieldCount(), records.next(), spec, book, rows);
      }
    } catch (CsvParseException _) {
      book.add(
          new Notice(FileNotice.QUOTES_MALFORMED, spec.label(), number + 1, "", "", List.of()));
    }
  }

  private static Optional<Header> header(CsvRecord first, FileSpec spec, NoticeBook book) {
    if (first.getFieldCount() == 1 && spec.kind().fields().size() > 1) {
      String only = first.getField(0);
      for (String separator : List.of(",", ";", "\t", "|")) {
        if (only.contains(separator)) {
          book.file(FileNotice.SEPARATOR_WRONG, spec.label(), only, separator.replace("\t", "\\t"));
          return Optional.empty();
        }
      }
    }
    return Header.of(first.getFields(), spec, false, book);
  }

  private static void cells(
      Header header,
      long number,
      int columns,
      CsvRecord csv,
      FileSpec spec,
      NoticeBook book,
      Consumer<Row> rows) {
    if (csv.getFields().stream().allMatch(String::isBlank)) {
      return;
    }
    int count = csv.getFieldCount();
    if (count != columns) {
      book.add(
          new Notice(
              FileNotice.CELL_COUNT_WRONG,
              spec.label(),
              number,
              "",
              "",
              List.of(String.valueOf(count), String.valueOf(columns))));
    }
    rows.accept(header.row(number, csv.getFields(), null));
  }
}
