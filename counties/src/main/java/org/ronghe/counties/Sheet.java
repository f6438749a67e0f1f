package org.ronghe.counties;

import java.util.List;

/// One CSV file in the making: UTF-8, comma, `\n`, quotes only where needed.
final class Sheet {
  private final int columns;
  private final StringBuilder text = new StringBuilder();
  private int rows;

  Sheet(String... headers) {
    columns = headers.length;
    append(List.of(headers));
  }

  /// Adds a row; cells are texts, an empty text is an empty cell.
  void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    append(List.of(cells));
    rows++;
  }

  int rows() {
    return rows;
  }

  String text() {
    return text.toString();
  }

  private void append(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
    }
    text.append('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
