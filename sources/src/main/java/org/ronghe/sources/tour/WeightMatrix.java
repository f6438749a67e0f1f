package org.ronghe.sources.tour;

import java.util.ArrayList;
import java.util.List;

/// `EDGE_WEIGHT_SECTION` in the formats of TSPLIB.
final class WeightMatrix {
  private WeightMatrix() {}

  static double[] read(TourText text, int places, String format) {
    List<Double> given = new ArrayList<>();
    int wanted = wanted(text, places, format);
    while (given.size() < wanted) {
      if (!text.next() || Character.isLetter(text.line().charAt(0))) {
        throw text.cutOff("EDGE_WEIGHT_SECTION", "EDGE_WEIGHT_SECTION");
      }
      for (String word : text.words()) {
        double weight = text.number(word, "weight");
        if (weight < 0) {
          throw text.fault("权重 “" + word + "” 为负。", "weight \"" + word + "\" is negative.", "", "");
        }
        given.add(weight);
      }
    }
    if (given.size() > wanted) {
      throw text.fault(
          "EDGE_WEIGHT_SECTION 有 " + given.size() + " 个数，应为 " + wanted + " 个。",
          "EDGE_WEIGHT_SECTION has " + given.size() + " figures, not " + wanted + ".",
          "可能 EDGE_WEIGHT_FORMAT 或 DIMENSION 不对。",
          "Maybe EDGE_WEIGHT_FORMAT or DIMENSION is wrong.");
    }
    return spread(given, places, format);
  }

  private static int wanted(TourText text, int places, String format) {
    return switch (format) {
      case "FULL_MATRIX" -> places * places;
      case "LOWER_ROW", "UPPER_ROW", "LOWER_COL", "UPPER_COL" -> places * (places - 1) / 2;
      case "LOWER_DIAG_ROW", "UPPER_DIAG_ROW", "LOWER_DIAG_COL", "UPPER_DIAG_COL" ->
          places * (places + 1) / 2;
      default ->
          throw text.fault(
              "不认识的 EDGE_WEIGHT_FORMAT “" + format + "”。",
              "unknown EDGE_WEIGHT_FORMAT \"" + format + "\".",
              "可用 FULL_MATRIX、LOWER_ROW、UPPER_ROW、LOWER_DIAG_ROW、UPPER_DIAG_ROW 等。",
              "Known: FULL_MATRIX, LOWER_ROW, UPPER_ROW, LOWER_DIAG_ROW, UPPER_DIAG_ROW, and the"
                  + " same by columns.");
    };
  }

  private static double[] spread(List<Double> given, int places, String format) {
    double[] weights = new double[places * places];
    // A lower triangle by rows is an upper triangle by columns, and the other way round.
    boolean lower = format.equals("LOWER_ROW") || format.equals("UPPER_COL");
    boolean lowerDiagonal = format.equals("LOWER_DIAG_ROW") || format.equals("UPPER_DIAG_COL");
    boolean diagonal = lowerDiagonal || format.contains("DIAG");
    int at = 0;
    for (int i = 0; i < places; i++) {
      if (format.equals("FULL_MATRIX")) {
        for (int j = 0; j < places; j++) {
          weights[i * places + j] = given.get(at++);
        }
        continue;
      }
      int from = lower || lowerDiagonal ? 0 : diagonal ? i : i + 1;
      int to = lower ? i : lowerDiagonal ? i + 1 : places;
      for (int j = from; j < to; j++) {
        weights[i * places + j] = given.get(at);
        weights[j * places + i] = given.get(at++);
      }
    }
    return weights;
  }
}
