package org.ronghe.engines.site;

import java.util.Arrays;

/// The Lagrangian dual of a p-median problem: every demand offers a price for being served, a site
/// earns what its demands offer above their cost, and the best `open` sites are taken. Whatever the
/// prices, their sum less the earnings is a bound. Prices move by a deflected subgradient.
final class MedianDual {
  private static final double DEFLECTION = 0.75;
  private static final double FADING = 0.05;

  /// Up to so many are picked out one by one; beyond, sorting all is quicker.
  private static final int FEW = 24;

  final MedianRows rows;
  private final Distances table;
  private final int[] served;

  /// What each site earns (never positive) at the last prices.
  final double[] earning;

  /// Which sites were taken at the last prices.
  final boolean[] taken;

  /// Share of late steps in which each site was taken, 0 to 1.
  final double[] average;

  private final double[] price;
  private final double[] bestPrice;
  private final double[] direction;
  private final int[] cut;
  private final double[] sorted;
  private double best = Double.NEGATIVE_INFINITY;
  private double last = Double.NEGATIVE_INFINITY;

  MedianDual(MedianRows rows, Distances table, double[] startPrice) {
    this.rows = rows;
    this.table = table;
    this.served = new int[rows.demands];
    this.price = new double[rows.demands];
    for (int i = 0; i < price.length; i++) {
      price[i] = Math.min(startPrice[i], rows.outside[i]);
    }
    this.bestPrice = price.clone();
    this.direction = new double[rows.demands];
    this.cut = new int[rows.demands];
    this.earning = new double[rows.sites];
    this.taken = new boolean[rows.sites];
    this.average = new double[rows.sites];
    this.sorted = new double[rows.sites];
  }

  double best() {
    return best;
  }

  double last() {
    return last;
  }

  double[] bestPrice() {
    return bestPrice;
  }

  /// Bound at the present prices; remembers the best.
  boolean evaluate() {
    Arrays.fill(earning, 0);
    double total = 0;
    for (int i = 0; i < price.length; i++) {
      double offer = price[i];
      total += offer;
      int k = rows.start[i];
      int end = rows.start[i + 1];
      while (k < end && rows.cost[k] < offer) {
        earning[rows.site[k]] += rows.cost[k] - offer;
        k++;
      }
      cut[i] = k;
    }
    total += take();
    last = total;
    if (total > best) {
      best = total;
      System.arraycopy(price, 0, bestPrice, 0, price.length);
      return true;
    }
    return false;
  }

  private double take() {
    sortLeast();
    double limit = sorted[rows.open - 1];
    double total = 0;
    int atLimit = rows.open;
    for (int k = 0; k < rows.open; k++) {
      total += sorted[k];
      atLimit -= sorted[k] < limit ? 1 : 0;
    }
    for (int j = 0; j < taken.length; j++) {
      boolean chosen = earning[j] < limit || (earning[j] == limit && atLimit-- > 0);
      taken[j] = chosen;
      average[j] += FADING * ((chosen ? 1 : 0) - average[j]);
    }
    return total;
  }

  /// The least earnings in order, as many as are taken and one more.
  private void sortLeast() {
    int wanted = Math.min(rows.open + 1, earning.length);
    if (wanted > FEW) {
      System.arraycopy(earning, 0, sorted, 0, earning.length);
      Arrays.sort(sorted);
      return;
    }
    int count = 0;
    for (double one : earning) {
      if (count == wanted && one >= sorted[count - 1]) {
        continue;
      }
      int at = count < wanted ? count++ : count - 1;
      while (at > 0 && sorted[at - 1] > one) {
        sorted[at] = sorted[at - 1];
        at--;
      }
      sorted[at] = one;
    }
  }

  /// Marks in `fate` the sites that no answer cheaper than `ceiling` could close (1) or open (-1);
  /// to be asked right after [#evaluate].
  ///
  /// @return how many
  int decide(double ceiling, byte[] fate) {
    double lastTaken = sorted[rows.open - 1];
    double firstLeft = rows.open < rows.sites ? sorted[rows.open] : 0;
    int decided = 0;
    for (int j = 0; j < taken.length; j++) {
      fate[j] = 0;
      if (taken[j] && last - earning[j] + firstLeft > ceiling) {
        fate[j] = 1;
        decided++;
      } else if (!taken[j] && last + earning[j] - lastTaken > ceiling) {
        fate[j] = -1;
        decided++;
      }
    }
    return decided;
  }

  /// Moves the prices.
  ///
  /// @param target objective to aim at
  /// @param pace fraction of the full step, 0 to 2
  void move(double target, double pace) {
    serve();
    double length = 0;
    for (int i = 0; i < price.length; i++) {
      double slope = 1 - served[i];
      // Nobody offers more than the outside costs.
      if (slope > 0 && price[i] >= rows.outside[i]) {
        slope = 0;
      }
      direction[i] = slope + DEFLECTION * direction[i];
      length += direction[i] * direction[i];
    }
    if (length < 1e-12) {
      return;
    }
    double step = pace * Math.max(target - last, 1e-9 * Math.abs(target)) / length;
    for (int i = 0; i < price.length; i++) {
      price[i] = Math.clamp(price[i] + step * direction[i], 0, rows.outside[i]);
    }
  }

  /// Counts for each demand the taken sites it offers more than they cost; by demand or by site,
  /// whichever is shorter.
  private void serve() {
    long offers = 0;
    for (int i = 0; i < price.length; i++) {
      offers += cut[i] - rows.start[i];
    }
    if (offers <= (long) rows.open * price.length) {
      for (int i = 0; i < price.length; i++) {
        int count = 0;
        for (int k = rows.start[i]; k < cut[i]; k++) {
          count += taken[rows.site[k]] ? 1 : 0;
        }
        served[i] = count;
      }
      return;
    }
    Arrays.fill(served, 0);
    double[] cost = table.value();
    for (int j = 0; j < taken.length; j++) {
      if (taken[j]) {
        int column = rows.name[j] * price.length;
        for (int i = 0; i < price.length; i++) {
          served[i] += cost[column + i] < price[i] ? 1 : 0;
        }
      }
    }
  }

  /// Back to the best prices seen.
  void restart() {
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    Arrays.fill(direction, 0);
  }
}
