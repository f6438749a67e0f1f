package org.ronghe.sources.plan;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the cells of one row after the other without making text of them.
final class MatrixRow extends AbstractBaseCsvCallbackHandler<MatrixRow> {
  private final String file;
  private final IdBook origins;
  private final IdBook destinations;
  private final List<String> header = new ArrayList<>();
  private @Nullable MatrixColumns columns;
  private @Nullable TableFault fault;
  private long row;
  private int from = -1;
  private int to = -1;
  private double cost = -1;

  MatrixRow(String file, IdBook origins, IdBook destinations) {
    this.file = file;
    this.origins = origins;
    this.destinations = destinations;
  }

  List<String> header() {
    return header;
  }

  void columns(MatrixColumns found) {
    this.columns = found;
  }

  /// As a spreadsheet counts: the header is row 1.
  long row() {
    return row;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  double cost() {
    return cost;
  }

  boolean empty() {
    return getFieldCount() == 0;
  }

  /// Throws when a cell of the row was wrong or not there.
  void check() throws TableFault {
    if (fault != null) {
      throw fault;
    }
    if (from < 0 || to < 0 || cost < 0) {
      throw TableFault.cell(
          "cells-missing",
          file,
          row,
          "",
          getFieldCount() + " 格 / cells",
          new TableFault.Words(
              "比表头少。",
              "has fewer cells than the header.",
              "也许文件被截断了？",
              "Maybe the file was cut short?"));
    }
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    row++;
    from = -1;
    to = -1;
    cost = -1;
  }

  @Override
  protected void handleField(int field, char[] text, int offset, int length, boolean quoted) {
    if (columns == null) {
      header.add(new String(text, offset, length));
      return;
    }
    if (field >= header.size() && fault == null && !new String(text, offset, length).isBlank()) {
      fault = SheetRows.moreCells(file, row, new String(text, offset, length), header.size());
    }
    if (field != columns.from() && field != columns.to() && field != columns.cost()) {
      return;
    }
    int start = offset;
    int end = offset + length;
    while (start < end && text[start] == ' ') {
      start++;
    }
    while (end > start && text[end - 1] == ' ') {
      end--;
    }
    try {
      take(columns, field, text, start, end - start);
    } catch (TableFault wrong) {
      fault = fault == null ? wrong : fault;
    }
  }

  private void take(MatrixColumns at, int field, char[] text, int start, int length)
      throws TableFault {
    if (field == at.cost()) {
      double read = Cost.of(text, start, length, file, row, at.costName());
      cost = at.divisor() == 1 ? read : read / at.divisor();
      return;
    }
    if (length == 0) {
      throw idMissing(file, row, field == at.from() ? "from_id" : "to_id");
    }
    if (field == at.from()) {
      from = origins.of(text, start, length);
    } else {
      to = destinations.of(text, start, length);
    }
  }

  static TableFault idMissing(String file, long row, String field) {
    return TableFault.cell(
        "id-missing", file, row, field, "", new TableFault.Words("为空。", "is empty.", "", ""));
  }

  @Override
  protected MatrixRow buildRecord() {
    return this;
  }
}
