package org.ronghe.sources.county.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.county.notice.NoticeBook;

/// An Excel workbook: one sheet of it, row by row.
final class XlsxTable implements Table {
  @Override
  public void read(Path path, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws IOException {
    ReadingOptions withFormats = new ReadingOptions(true, true);
    try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile(), withFormats)) {
      Optional<Sheet> sheet = sheet(workbook, spec, book);
      if (sheet.isPresent()) {
        readSheet(sheet.get(), spec, book, rows);
      }
    } catch (ExcelReaderException | IOException e) {
      book.file(
          FileNotice.FILE_UNREADABLE, spec.label(), spec.file(), String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Sheet> sheet(ReadableWorkbook workbook, FileSpec spec, NoticeBook book) {
    if (spec.sheet() == null) {
      return Optional.of(workbook.getFirstSheet());
    }
    Optional<Sheet> sheet = workbook.findSheet(spec.sheet());
    if (sheet.isEmpty()) {
      List<String> names = workbook.getSheets().map(Sheet::getName).toList();
      List<String> details = new ArrayList<>(List.of(spec.sheet()));
      details.add(Likely.of(spec.sheet(), names).orElseGet(() -> String.join(" / ", names)));
      book.file(FileNotice.SHEET_MISSING, spec.label(), details.toArray(String[]::new));
    }
    return sheet;
  }

  private static void readSheet(Sheet sheet, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws IOException {
    try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
      Iterator<org.dhatim.fastexcel.reader.Row> lines = stream.iterator();
      if (!lines.hasNext()) {
        book.file(FileNotice.FILE_EMPTY, spec.label(), spec.file());
        return;
      }
      Optional<Header> header = Header.of(cells(lines.next()), spec, false, book);
      while (header.isPresent() && lines.hasNext()) {
        org.dhatim.fastexcel.reader.Row line = lines.next();
        List<String> cells = cells(line);
        if (!cells.stream().allMatch(String::isBlank)) {
          rows.accept(header.get().row(line.getRowNum(), cells, null));
        }
      }
    }
  }

  private static List<String> cells(org.dhatim.fastexcel.reader.Row line) {
    List<String> cells = new ArrayList<>(line.getCellCount());
    for (int i = 0; i < line.getCellCount(); i++) {
      cells.add(text(line.getCell(i)));
    }
    return cells;
  }

  /// What Excel shows, without its rounding: a code typed as a number keeps all its digits, a day
  /// is written the ISO way.
  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getValue() == null) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER) {
      return isDay(cell.getDataFormatString())
          ? cell.asDate().toLocalDate().toString()
          : number(cell.asNumber());
    }
    return cell.getType() == CellType.BOOLEAN
        ? cell.asBoolean().toString()
        : String.valueOf(cell.getText());
  }

  private static boolean isDay(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String letters = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
    return letters.contains("yy") || (letters.contains("m") && letters.contains("d"));
  }

  static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
