package org.ronghe.engines.site;

import java.util.Arrays;

/// The Lagrangian dual of covering with as few sites as possible: every demand pays a price, a site
/// is worth taking once its demands pay more than one. Also builds covers guided by the prices.
final class CoverDual {
  private static final double DEFLECTION = 0.6;
  private static final double FADING = 0.05;

  private final CoverSets sets;
  private final int[] rowStart;
  private final int[] rowSite;
  private final int[] siteStart;
  private final int[] siteRow;
  private final double[] price;
  private final double[] direction;

  /// 1 less what a site's demands pay, at the last prices.
  final double[] reduced;

  /// Share of late steps in which each site was taken.
  final double[] average;

  private double last;
  private double best = Double.NEGATIVE_INFINITY;
  private final double[] bestPrice;

  /// @param known prices of a larger problem to start from, by name of demand; empty for none
  CoverDual(CoverSets sets, double[] known) {
    this.sets = sets;
    this.siteStart = new int[sets.columns() + 1];
    this.rowStart = new int[sets.rows + 1];
    int entries = 0;
    for (int j = 0; j < sets.columns(); j++) {
      entries += CoverSets.count(sets.bits[j]);
      siteStart[j + 1] = entries;
    }
    this.siteRow = new int[entries];
    this.rowSite = new int[entries];
    this.price = new double[sets.rows];
    this.bestPrice = new double[sets.rows];
    this.direction = new double[sets.rows];
    this.reduced = new double[sets.columns()];
    this.average = new double[sets.columns()];
    fill();
    for (int i = 0; i < price.length && known.length > 0; i++) {
      price[i] = known[sets.rowName[i]];
    }
  }

  private void fill() {
    int at = 0;
    int[] perRow = new int[sets.rows];
    for (int j = 0; j < sets.columns(); j++) {
      for (int i = 0; i < sets.rows; i++) {
        if (CoverSets.has(sets.bits[j], i)) {
          siteRow[at++] = i;
          perRow[i]++;
        }
      }
    }
    for (int i = 0; i < sets.rows; i++) {
      rowStart[i + 1] = rowStart[i] + perRow[i];
    }
    int[] next = Arrays.copyOf(rowStart, sets.rows);
    Arrays.fill(price, 1);
    for (int j = 0; j < sets.columns(); j++) {
      int size = siteStart[j + 1] - siteStart[j];
      for (int k = siteStart[j]; k < siteStart[j + 1]; k++) {
        rowSite[next[siteRow[k]]++] = j;
        price[siteRow[k]] = Math.min(price[siteRow[k]], 1.0 / size);
      }
    }
  }

  /// The best prices, by name of demand.
  ///
  /// @param all number of demands in the whole problem
  double[] prices(int all) {
    double[] byName = new double[all];
    for (int i = 0; i < bestPrice.length; i++) {
      byName[sets.rowName[i]] = bestPrice[i];
    }
    return byName;
  }

  double last() {
    return last;
  }

  double best() {
    return best;
  }

  /// Bound on the number of sites at the present prices; true when it is the best so far.
  boolean evaluate() {
    double total = 0;
    for (double one : price) {
      total += one;
    }
    for (int j = 0; j < reduced.length; j++) {
      double paid = 0;
      for (int k = siteStart[j]; k < siteStart[j + 1]; k++) {
        paid += price[siteRow[k]];
      }
      reduced[j] = 1 - paid;
      total += Math.min(0, reduced[j]);
      average[j] += FADING * ((reduced[j] < 0 ? 1 : 0) - average[j]);
    }
    last = total;
    if (total > best) {
      best = total;
      System.arraycopy(price, 0, bestPrice, 0, price.length);
      return true;
    }
    return false;
  }

  void restart() {
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    Arrays.fill(direction, 0);
  }

  void move(double target, double pace) {
    double length = 0;
    for (int i = 0; i < price.length; i++) {
      int served = 0;
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        served += reduced[rowSite[k]] < 0 ? 1 : 0;
      }
      double slope = served > 1 && price[i] <= 0 ? 0 : 1 - served;
      direction[i] = slope + DEFLECTION * direction[i];
      length += direction[i] * direction[i];
    }
    if (length < 1e-12) {
      return;
    }
    double step = pace * Math.max(target - last, 1e-6) / length;
    for (int i = 0; i < price.length; i++) {
      price[i] = Math.clamp(price[i] + step * direction[i], 0.0, 1.0);
    }
  }

  /// A cover (as numbers of sites here) built site by site, the one first whose uncovered demands
  /// pay most for it; needless ones are left out again.
  int[] greedy() {
    double[] paid = new double[reduced.length];
    int[] fresh = new int[reduced.length];
    for (int j = 0; j < paid.length; j++) {
      paid[j] = 1 - reduced[j];
      fresh[j] = siteStart[j + 1] - siteStart[j];
    }
    int[] times = new int[sets.rows];
    int[] cover = new int[sets.rows];
    int count = 0;
    int open = sets.rows;
    while (open > 0) {
      int site = likeliest(paid, fresh);
      cover[count++] = site;
      for (int k = siteStart[site]; k < siteStart[site + 1]; k++) {
        int row = siteRow[k];
        if (times[row]++ == 0) {
          open--;
          for (int e = rowStart[row]; e < rowStart[row + 1]; e++) {
            paid[rowSite[e]] -= price[row];
            fresh[rowSite[e]]--;
          }
        }
      }
    }
    return trimmed(cover, count, times);
  }

  private static int likeliest(double[] paid, int[] fresh) {
    int site = -1;
    double score = Double.POSITIVE_INFINITY;
    for (int j = 0; j < paid.length; j++) {
      if (fresh[j] > 0) {
        double left = 1 - paid[j];
        double one = left > 0 ? left / fresh[j] : left * fresh[j];
        if (one < score) {
          score = one;
          site = j;
        }
      }
    }
    return site;
  }

  private int[] trimmed(int[] cover, int count, int[] times) {
    int[] kept = new int[count];
    int left = 0;
    for (int c = count - 1; c >= 0; c--) {
      int site = cover[c];
      boolean needless = true;
      for (int k = siteStart[site]; k < siteStart[site + 1] && needless; k++) {
        needless = times[siteRow[k]] > 1;
      }
      if (needless) {
        for (int k = siteStart[site]; k < siteStart[site + 1]; k++) {
          times[siteRow[k]]--;
        }
      } else {
        kept[left++] = site;
      }
    }
    return Arrays.copyOf(kept, left);
  }
}
