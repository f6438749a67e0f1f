package org.ronghe.sources.plan;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.remark.Remark;

/// A small table as text: header and rows that are not blank.
///
/// @param cells of each row, as many or fewer than the header has
/// @param numbers of each row, as a spreadsheet counts
record SheetRows(List<String> header, List<String[]> cells, List<Long> numbers) {
  static SheetRows read(Path file) throws IOException, TableFault {
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
      if (header.stream().allMatch(String::isBlank)) {
        throw MatrixFile.empty(file);
      }
      row = 1;
      while (records.hasNext()) {
        CsvRecord next = records.next();
        row++;
        if (!next.getFields().stream().allMatch(String::isBlank)) {
          refuseMoreCells(file, row, next.getFields(), header.size());
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
    if (cells.isEmpty()) {
      throw new TableFault(
          Remark.of("table-without-rows", file + " 只有表头。", file + " has a header and no rows."));
    }
    return new SheetRows(header, cells, numbers);
  }

  /// A comma in a name that is not in quotes would move every cell behind it.
  private static void refuseMoreCells(Path file, long row, List<String> cells, int columns)
      throws TableFault {
    for (int n = columns; n < cells.size(); n++) {
      if (!cells.get(n).isBlank()) {
        throw moreCells(file.toString(), row, cells.get(n), columns);
      }
    }
  }

  static TableFault moreCells(String file, long row, String cell, int columns) {
    return TableFault.cell(
        "cells-more",
        file,
        row,
        "",
        cell,
        new TableFault.Words(
            "在表头的 " + columns + " 列之外。",
            "lies beyond the " + columns + " columns of the header.",
            "也许名称里有逗号而没有引号？",
            "Maybe a name holds a comma and is not in quotes?"));
  }

  /// A cell without blanks around it; empty when the row is too short.
  String cell(int row, int column) {
    String[] texts = cells.get(row);
    return column >= 0 && column < texts.length ? texts[column].strip() : "";
  }
}
