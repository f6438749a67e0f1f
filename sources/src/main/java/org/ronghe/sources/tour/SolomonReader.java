package org.ronghe.sources.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Solomon's and Homberger's text files: a name, `VEHICLE` with number and capacity, `CUSTOMER`
/// with `CUST NO., XCOORD., YCOORD., DEMAND, READY TIME, DUE DATE, SERVICE TIME`.
final class SolomonReader {
  private static final int COLUMNS = 7;

  private SolomonReader() {}

  static RoutingFile read(TourText text, Rounding rounding) {
    Rounding wanted = rounding == Rounding.FILE ? Rounding.TENTH : rounding;
    text.next();
    String name = text.line();
    seek(text, "NUMBER");
    if (!text.next() || text.words().length != 2) {
      throw text.fault(
          "VEHICLE 下应有两个数：车辆数和容量。",
          "under VEHICLE two figures are expected: number and capacity.",
          "",
          "");
    }
    int vehicles = text.natural(text.words()[0], "NUMBER");
    int capacity = text.natural(text.words()[1], "CAPACITY");
    seek(text, "CUST");
    if (text.line().toUpperCase(Locale.ROOT).startsWith("CUSTOMER") && text.words().length == 1) {
      text.next();
      seekAgain(text);
    }
    return assembled(text, name, vehicles, capacity, rows(text), wanted);
  }

  private static void seek(TourText text, String word) {
    while (text.next()) {
      if (text.line().toUpperCase(Locale.ROOT).startsWith(word)) {
        return;
      }
    }
    throw text.cutOff(word, word);
  }

  /// The line below `CUSTOMER` is the heading of the table.
  private static void seekAgain(TourText text) {
    if (!text.line().toUpperCase(Locale.ROOT).startsWith("CUST")) {
      text.again();
    }
  }

  private static List<double[]> rows(TourText text) {
    List<double[]> rows = new ArrayList<>();
    while (text.next()) {
      String[] words = text.words();
      if (words.length != COLUMNS) {
        throw text.fault(
            "这一行有 " + words.length + " 个数，应为 7 个。",
            "this row has " + words.length + " figures, not 7.",
            "可能文件被截断。",
            "Maybe the file is truncated.");
      }
      double[] row = new double[COLUMNS];
      for (int i = 0; i < COLUMNS; i++) {
        row[i] = text.number(words[i], "column " + (i + 1));
        if (i > 2 && row[i] < 0) {
          throw text.fault(
              "第 " + (i + 1) + " 列 “" + words[i] + "” 为负。",
              "column " + (i + 1) + " \"" + words[i] + "\" is negative.",
              "",
              "");
        }
      }
      if (row[0] != rows.size()) {
        throw text.fault(
            "编号 " + words[0] + " 应为 " + rows.size() + "。",
            "customer number " + words[0] + " must be " + rows.size() + ".",
            "可能缺了一行或重复了一行。",
            "Maybe a row is missing or there twice.");
      }
      rows.add(row);
    }
    if (rows.size() < 2) {
      throw text.cutOff("CUSTOMER", "CUSTOMER");
    }
    return rows;
  }

  private static RoutingFile assembled(
      TourText text,
      String name,
      int vehicles,
      int capacity,
      List<double[]> rows,
      Rounding wanted) {
    int places = rows.size();
    int scale = wanted.scale();
    double[] x = rows.stream().mapToDouble(row -> row[1]).toArray();
    double[] y = rows.stream().mapToDouble(row -> row[2]).toArray();
    int[] demand = new int[places];
    int[] open = new int[places];
    int[] close = new int[places];
    int[] service = new int[places];
    for (int i = 0; i < places; i++) {
      double[] row = rows.get(i);
      demand[i] = text.natural(String.valueOf(row[3]), "demand of " + i);
      open[i] = text.natural(String.valueOf(row[4] * scale), "ready time of " + i);
      close[i] = text.natural(String.valueOf(row[5] * scale), "due date of " + i);
      service[i] = text.natural(String.valueOf(row[6] * scale), "service time of " + i);
    }
    int[] weights = Weights.between(x, y, "EUC_2D", wanted, text);
    return new RoutingFile(
        name, places, scale, weights, x, y, capacity, demand, service, open, close, true, vehicles,
        -1, true, List.of());
  }
}
