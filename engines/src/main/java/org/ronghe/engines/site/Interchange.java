package org.ronghe.engines.site;

import java.util.Arrays;

/// Improves a set of open sites by exchanging one for another while that helps, the gain of all
/// exchanges for one incoming site found in a single pass over the demands.
final class Interchange {
  private final Distances table;
  private final double[] outside;
  private final boolean[] open;
  private final boolean[] locked;
  private final int[] nearest;
  private final double[] first;
  private final double[] second;
  private final double[] loss;

  /// @param outside what a demand costs that no site serves; finite
  /// @param locked sites that must stay open
  Interchange(Distances table, double[] outside, boolean[] locked) {
    this.table = table;
    this.outside = outside;
    this.locked = locked;
    this.open = new boolean[table.sites()];
    this.nearest = new int[table.demands()];
    this.first = new double[table.demands()];
    this.second = new double[table.demands()];
    this.loss = new double[table.sites()];
  }

  /// The total cost of what `sites` becomes; `sites` is rewritten in place.
  ///
  /// @param allowed candidates that may come in
  double improve(int[] sites, boolean[] allowed) {
    Arrays.fill(open, false);
    for (int j : sites) {
      open[j] = true;
    }
    rank(sites);
    int quiet = 0;
    int candidate = 0;
    while (quiet < table.sites()) {
      if (!open[candidate] && allowed[candidate] && exchange(candidate, sites)) {
        quiet = 0;
      } else {
        quiet++;
      }
      candidate = candidate + 1 == table.sites() ? 0 : candidate + 1;
    }
    double total = 0;
    for (double one : first) {
      total += one;
    }
    return total;
  }

  private boolean exchange(int incoming, int[] sites) {
    double[] cost = table.value();
    int from = incoming * table.demands();
    double gain = 0;
    Arrays.fill(loss, 0);
    for (int i = 0; i < first.length; i++) {
      double one = cost[from + i];
      if (one < first[i]) {
        gain += first[i] - one;
      } else if (nearest[i] >= 0) {
        loss[nearest[i]] += Math.min(one, second[i]) - first[i];
      }
    }
    int leaving = -1;
    for (int k = 0; k < sites.length; k++) {
      if (!locked[sites[k]] && (leaving < 0 || loss[sites[k]] < loss[sites[leaving]])) {
        leaving = k;
      }
    }
    if (leaving < 0 || gain - loss[sites[leaving]] <= 1e-9 * Math.max(1, gain)) {
      return false;
    }
    open[sites[leaving]] = false;
    open[incoming] = true;
    int left = sites[leaving];
    sites[leaving] = incoming;
    update(incoming, left, sites);
    return true;
  }

  private void rank(int[] sites) {
    for (int i = 0; i < first.length; i++) {
      rank(i, sites);
    }
  }

  private void update(int incoming, int left, int[] sites) {
    double[] cost = table.value();
    int from = incoming * table.demands();
    int gone = left * table.demands();
    for (int i = 0; i < first.length; i++) {
      double one = cost[from + i];
      if (nearest[i] == left || cost[gone + i] <= second[i]) {
        rank(i, sites);
      } else if (one < first[i]) {
        second[i] = first[i];
        first[i] = one;
        nearest[i] = incoming;
      } else if (one < second[i]) {
        second[i] = one;
      }
    }
  }

  private void rank(int i, int[] sites) {
    double[] cost = table.value();
    int demands = first.length;
    double best = outside[i];
    double next = outside[i];
    int who = -1;
    for (int j : sites) {
      double one = cost[j * demands + i];
      if (one < best) {
        next = best;
        best = one;
        who = j;
      } else if (one < next) {
        next = one;
      }
    }
    first[i] = best;
    second[i] = next;
    nearest[i] = who;
  }
}
