package org.ronghe.sources.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.ronghe.model.remark.Remark;

/// Rows with an id and named columns, as text until a column is asked for as numbers.
public final class PlaceTable {
  private final String file;
  private final List<String> header;
  private final List<String> ids;
  private final List<String[]> rows;
  private final List<Long> rowNumbers;
  private final Columns columns;
  private final Map<String, Integer> byId = new HashMap<>();

  PlaceTable(String file, List<String> header, int idColumn, Rows read) throws TableFault {
    this.file = file;
    this.header = header.stream().map(String::strip).toList();
    this.columns = new Columns(file, header);
    this.rows = read.cells();
    this.rowNumbers = read.numbers();
    this.ids = new ArrayList<>(rows.size());
    for (int n = 0; n < rows.size(); n++) {
      String id = cell(n, idColumn);
      if (id.isEmpty()) {
        throw MatrixRow.idMissing(file, rowNumbers.get(n), this.header.get(idColumn));
      }
      Integer first = byId.putIfAbsent(id, n);
      if (first != null) {
        throw TableFault.cell(
            "id-twice",
            file,
            rowNumbers.get(n),
            this.header.get(idColumn),
            id,
            new TableFault.Words(
                "已经出现在第 " + rowNumbers.get(first) + " 行。",
                "is in row " + rowNumbers.get(first) + " already.",
                "",
                ""));
      }
      ids.add(id);
    }
  }

  /// @param cells of each row, as many or fewer than the header has
  /// @param numbers of each row, as a spreadsheet counts
  record Rows(List<String[]> cells, List<Long> numbers) {}

  public List<String> ids() {
    return List.copyOf(ids);
  }

  public List<String> header() {
    return header;
  }

  /// The row of an id, or −1.
  public int row(String id) {
    return byId.getOrDefault(id, -1);
  }

  /// A column as text; cells that are not there are empty.
  public TableAnswer<List<String>> texts(String column) {
    try {
      int at = columns.need(column);
      List<String> result = new ArrayList<>();
      for (int n = 0; n < rows.size(); n++) {
        result.add(cell(n, at));
      }
      return new TableAnswer.Read<>(List.copyOf(result), List.of());
    } catch (TableFault fault) {
      return new TableAnswer.Refused<>(fault.why());
    }
  }

  /// A column of finite numbers that are not negative (people, beds, incomes); NaN where the cell
  /// is empty or `NA`, which is remarked and counted.
  public TableAnswer<double[]> amounts(String column) {
    return numbers(
        column,
        number -> number >= 0 && Double.isFinite(number),
        new TableFault.Words("必须是不小于 0 的数。", "must be a number of at least 0.", "", ""));
  }

  /// A column of access as `plan access` writes it: at least 0, infinite (`Inf`) where nothing can
  /// be reached, NaN where empty.
  public TableAnswer<double[]> access(String column) {
    return numbers(
        column,
        number -> number >= 0,
        new TableFault.Words(
            "不是不小于 0 的数。",
            "is no number of at least 0.",
            "也许负数表示没有？那就留空。",
            "Maybe a negative number means none? Then leave the cell empty."));
  }

  /// A column of numbers, NaN where empty.
  public TableAnswer<double[]> values(String column) {
    return numbers(
        column,
        number -> !Double.isNaN(number),
        new TableFault.Words("不是数。", "is not a number.", "", ""));
  }

  private TableAnswer<double[]> numbers(
      String column, DoublePredicate fit, TableFault.Words words) {
    try {
      int at = columns.need(column);
      double[] result = new double[rows.size()];
      List<String> empty = new ArrayList<>();
      for (int n = 0; n < result.length; n++) {
        String text = cell(n, at);
        if (text.isEmpty() || text.equals("NA")) {
          result[n] = Double.NaN;
          empty.add(ids.get(n));
        } else {
          double number = number(text);
          if (!fit.test(number)) {
            throw TableFault.cell(
                "number-wrong", file, rowNumbers.get(n), column, text, maybeComma(text, words));
          }
          result[n] = number;
        }
      }
      return new TableAnswer.Read<>(
          result, empty.isEmpty() ? List.of() : List.of(emptyCells(column, empty)));
    } catch (TableFault fault) {
      return new TableAnswer.Refused<>(fault.why());
    }
  }

  private Remark emptyCells(String column, List<String> empty) {
    String some = Named.first(empty);
    return Remark.of(
        "cells-empty",
        file + " 的 " + column + " 列有 " + empty.size() + " 个空格：" + some,
        file + ": column " + column + " is empty in " + empty.size() + " rows: " + some);
  }

  private static TableFault.Words maybeComma(String text, TableFault.Words words) {
    return text.matches("-?[0-9.]+,[0-9]+")
        ? new TableFault.Words(
            words.zh(),
            words.en(),
            "也许数字里有逗号？请去掉千分位，小数点写“.”。",
            "Maybe there is a comma in the number? Write no thousands separator and a point.")
        : words;
  }

  /// NaN when the text is no number.
  private static double number(String text) {
    return switch (text) {
      case "Inf", "inf", "Infinity" -> Double.POSITIVE_INFINITY;
      default -> {
        try {
          yield Double.parseDouble(text);
        } catch (NumberFormatException _) {
          yield Double.NaN;
        }
      }
    };
  }

  private String cell(int row, int column) {
    String[] cells = rows.get(row);
    return column < cells.length ? cells[column].strip() : "";
  }
}
