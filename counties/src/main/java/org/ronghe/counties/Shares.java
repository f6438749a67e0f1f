package org.ronghe.counties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Whole numbers that add up.
final class Shares {
  private Shares() {}

  /// Splits `total` by weights; the largest remainders get what rounding down leaves over.
  static List<Long> split(long total, List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    List<Long> counts = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    long left = total;
    for (int i = 0; i < weights.size(); i++) {
      long whole = (long) Math.floor(total * weights.get(i) / sum);
      counts.add(whole);
      left -= whole;
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> counts.get(i) - total * weights.get(i) / sum)
            .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < left; i++) {
      int lucky = order.get(i);
      counts.set(lucky, counts.get(lucky) + 1);
    }
    return counts;
  }

  /// A table of whole numbers with exactly these row and column sums, each cell near its fair
  /// share.
  ///
  /// Rows are filled one after another from what the columns still hold, so both sums come out.
  static long[][] table(List<Long> rowSums, List<Long> columnSums) {
    long[][] table = new long[rowSums.size()][columnSums.size()];
    List<Long> left = new ArrayList<>(columnSums);
    for (int row = 0; row < table.length; row++) {
      List<Long> cells = split(rowSums.get(row), left.stream().map(Long::doubleValue).toList());
      for (int column = 0; column < left.size(); column++) {
        table[row][column] = cells.get(column);
        left.set(column, left.get(column) - cells.get(column));
      }
    }
    return table;
  }
}
