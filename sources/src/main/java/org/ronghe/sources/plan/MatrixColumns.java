package org.ronghe.sources.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.remark.Remark;

/// Where a matrix keeps what.
///
/// @param from index of the column of origins
/// @param to index of the column of destinations
/// @param cost index of the column of costs
/// @param divisor what the costs are divided by: 60 for seconds that become minutes
/// @param remarks what was decided
record MatrixColumns(
    int from, int to, int cost, String costName, double divisor, List<Remark> remarks) {
  private static final String SECONDS = "seconds";

  /// @param wanted the cost column asked for; null to find `travel_time`, else `seconds`
  static MatrixColumns of(String file, List<String> header, @Nullable String wanted)
      throws TableFault {
    Columns columns = new Columns(file, header);
    int from = columns.need("from_id");
    int to = columns.need("to_id");
    if (wanted != null) {
      return new MatrixColumns(from, to, columns.need(wanted), wanted, 1, List.of());
    }
    if (!columns.has("travel_time") && columns.has(SECONDS)) {
      Remark remark =
          Remark.of(
              "cost-in-minutes",
              file + " 没有 travel_time 列，用 seconds 列换算为分钟。",
              file + " has no column travel_time; seconds are taken and turned into minutes.");
      return new MatrixColumns(from, to, columns.need(SECONDS), SECONDS, 60, List.of(remark));
    }
    return new MatrixColumns(from, to, columns.need("travel_time"), "travel_time", 1, List.of());
  }
}
