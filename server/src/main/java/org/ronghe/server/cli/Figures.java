package org.ronghe.server.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.Named;
import org.ronghe.sources.plan.PlaceTable;

/// Brings the figures of places to the ids of a matrix; who is in one and not in the other is told.
final class Figures {
  private final PlanTables tables;
  private final PlaceTable places;
  private final String file;

  Figures(PlanTables tables, PlaceTable places, String file) {
    this.tables = tables;
    this.places = places;
    this.file = file;
  }

  /// The figure of each id, 0 where there is none.
  ///
  /// @param side column of the matrix the ids came from
  double[] of(List<String> ids, String column, String side, String zh, String en) {
    double[] figures = tables.take(places.amounts(column));
    double[] result = new double[ids.size()];
    List<String> strangers = new ArrayList<>();
    for (int i = 0; i < result.length; i++) {
      int row = places.row(ids.get(i));
      if (row < 0) {
        strangers.add(ids.get(i));
      } else {
        result[i] = Double.isNaN(figures[row]) ? 0 : figures[row];
      }
    }
    refuseAllStrangers(ids, strangers, side);
    if (!strangers.isEmpty()) {
      tables.remark(
          "ids-unknown",
          strangers.size()
              + " 个 "
              + side
              + " 不在 "
              + file
              + " 中，"
              + zh
              + "按 0 计："
              + Named.first(strangers),
          strangers.size()
              + " of "
              + side
              + " are not in "
              + file
              + "; their "
              + en
              + " counts as 0: "
              + Named.first(strangers));
    }
    Set<String> known = new HashSet<>(ids);
    List<String> allIds = places.ids();
    List<String> outside = new ArrayList<>();
    for (int row = 0; row < figures.length; row++) {
      if (figures[row] > 0 && !known.contains(allIds.get(row))) {
        outside.add(allIds.get(row));
      }
    }
    if (!outside.isEmpty()) {
      tables.remark(
          "places-outside-matrix",
          outside.size() + " 个有" + zh + "的地点不在矩阵的 " + side + " 中，没有计入：" + Named.first(outside),
          outside.size()
              + " places with "
              + en
              + " are not among "
              + side
              + " of the matrix and were left out: "
              + Named.first(outside));
    }
    return result;
  }

  private void refuseAllStrangers(List<String> ids, List<String> strangers, String side) {
    if (!ids.isEmpty() && strangers.size() == ids.size()) {
      String ours = Named.first(ids);
      String theirs = Named.first(places.ids());
      throw new Refusal(
          "ids-do-not-match",
          "矩阵的 " + side + "（" + ours + "）没有一个在 " + file + " 的 id（" + theirs + "）中。",
          "None of " + side + " (" + ours + ") is among the ids of " + file + " (" + theirs + ").",
          "也许两个文件用的编码不同，或 Excel 改了前导零？",
          "Maybe the files use different codes, or Excel dropped leading zeros?");
    }
  }
}
