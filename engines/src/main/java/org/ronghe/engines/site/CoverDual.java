package org.ronghe.engines.site;

import java.util.Arrays;

/// The Lagrangian dual of covering with so many sites: every demand offers a price, and the sites
/// that are offered most are taken. When all prices together are more than what those sites are
/// offered, so few sites cannot cover all. Also builds covers guided by the prices.
///
/// Only as many sites are taken as may be opened, not each that would pay for itself: with hundreds
/// of alike sites the prices then move steadily.
final class CoverDual {
  private static final double DEFLECTION = 0.6;
  private static final double FADING = 0.05;
  private static final double EXACT = 1e-7;

  /// How far beyond proof the prices aim, of their sum.
  private static final double AIM = 0.02;

  private final CoverSets sets;
  private final int left;
  private final int[] rowStart;
  private final int[] rowSite;
  private final int[] siteStart;
  private final int[] siteRow;
  private final double[] price;
  private final double[] direction;

  /// 1 less what a site's demands pay, at the last prices.
  final double[] reduced;

  /// What a site's demands offer it, at the last prices.
  private final double[] offered;

  private final boolean[] taken;

  /// The least that a taken site is offered, and the most of the others.
  private double leastTaken;

  private double mostOther;

  /// Share of late steps in which each site was taken.
  final double[] average;

  private double last;
  private double best = Double.NEGATIVE_INFINITY;
  private double sites;
  private final double[] bestPrice;

  /// @param left how many sites may be opened, at least 1
  /// @param known prices of a larger problem to start from, by name of demand; empty for none
  CoverDual(CoverSets sets, int left, double[] known) {
    this.sets = sets;
    this.left = left;
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
    this.offered = new double[sets.columns()];
    this.taken = new boolean[sets.columns()];
    fill();
    for (int i = 0; i < price.length && known.length > 0; i++) {
      price[i] = known[sets.rowName[i]];
    }
    normalise();
  }

  /// Prices count for nothing but their proportions: together they make as many sites as may be
  /// opened.
  private void normalise() {
    double total = Arrays.stream(price).sum();
    for (int i = 0; i < price.length; i++) {
      price[i] = total > 0 ? price[i] * left / total : (double) left / price.length;
    }
  }

  private void fill() {
    int at = 0;
    int[] perRow = new int[sets.rows];
    for (long[] set : sets.bits) {
      for (int k = 0; k < set.length; k++) {
        for (long word = set[k]; word != 0; word &= word - 1) {
          int row = (k << 6) + Long.numberOfTrailingZeros(word);
          siteRow[at++] = row;
          perRow[row]++;
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

  /// Whether the last prices prove that no cover is small enough.
  boolean proves() {
    return best > EXACT;
  }

  /// How many sites a cover surely needs, by all prices so far.
  double sites() {
    return sites;
  }

  /// What every cover small enough does with a site, by the last prices: 1 it takes it, -1 it does
  /// not, 0 nothing is known.
  int fate(int site) {
    double other =
        taken[site] ? last + offered[site] - mostOther : last + leastTaken - offered[site];
    return other > EXACT ? (taken[site] ? 1 : -1) : 0;
  }

  /// Asks what the present prices prove; true when it is the most so far.
  boolean evaluate() {
    double total = 0;
    for (double one : price) {
      total += one;
    }
    double most = 0;
    for (int j = 0; j < reduced.length; j++) {
      double paid = 0;
      for (int k = siteStart[j]; k < siteStart[j + 1]; k++) {
        paid += price[siteRow[k]];
      }
      offered[j] = paid;
      reduced[j] = 1 - paid;
      most = Math.max(most, paid);
    }
    sites = most > 0 ? Math.max(sites, total / most) : sites;
    last = total - take();
    for (int j = 0; j < average.length; j++) {
      average[j] += FADING * ((taken[j] ? 1 : 0) - average[j]);
    }
    if (last > best) {
      best = last;
      System.arraycopy(price, 0, bestPrice, 0, price.length);
      return true;
    }
    return false;
  }

  /// Takes the sites that are offered most, the first of equal ones; what they are offered in all.
  private double take() {
    double[] sorted = offered.clone();
    Arrays.sort(sorted);
    int count = Math.min(left, sorted.length);
    int others = sorted.length - count;
    leastTaken = sorted[others];
    mostOther = others > 0 ? sorted[others - 1] : 0;
    double sum = 0;
    int above = 0;
    for (int n = others; n < sorted.length; n++) {
      sum += sorted[n];
      above += sorted[n] > leastTaken ? 1 : 0;
    }
    int equal = count - above;
    for (int j = 0; j < taken.length; j++) {
      taken[j] = offered[j] > leastTaken || (offered[j] == leastTaken && equal-- > 0);
    }
    return sum;
  }

  void restart() {
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    Arrays.fill(direction, 0);
  }

  void move(double pace) {
    double length = 0;
    for (int i = 0; i < price.length; i++) {
      int served = 0;
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        served += taken[rowSite[k]] ? 1 : 0;
      }
      double slope = served > 1 && price[i] <= 0 ? 0 : 1 - served;
      direction[i] = slope + DEFLECTION * direction[i];
      length += direction[i] * direction[i];
    }
    if (length < 1e-12) {
      return;
    }
    double step = pace * (AIM * left - last) / length;
    for (int i = 0; i < price.length; i++) {
      price[i] = Math.max(0, price[i] + step * direction[i]);
    }
    normalise();
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
