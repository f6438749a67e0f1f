package org.ronghe.engines.site;

import java.util.Arrays;

/// A p-median problem as the search sees it: for every demand its sites from the cheapest, only
/// those cheaper than leaving it to `outside`. A site that is opened folds into `outside`, a site
/// that is closed disappears, so every branch is again a problem of this kind, only smaller.
final class MedianRows {
  final int demands;
  final int sites;

  /// Number of sites still to open.
  final int open;

  /// Row i stands in `start[i] .. start[i + 1]`.
  final int[] start;

  final int[] site;
  final double[] cost;

  /// What a demand costs when none of these sites serves it.
  final double[] outside;

  /// The site of the whole problem each site here is.
  final int[] name;

  /// The sites of the whole problem that are open already.
  final int[] opened;

  private MedianRows(
      int open,
      int[] start,
      int[] site,
      double[] cost,
      double[] outside,
      int[] name,
      int[] opened) {
    this.demands = outside.length;
    this.sites = name.length;
    this.open = open;
    this.start = start;
    this.site = site;
    this.cost = cost;
    this.outside = outside;
    this.name = name;
    this.opened = opened;
  }

  static MedianRows of(Distances table, double[] outside, int open) {
    int demands = table.demands();
    int sites = table.sites();
    int[] start = new int[demands + 1];
    int[] site = new int[demands * sites];
    double[] cost = new double[demands * sites];
    double[] sorted = new double[sites];
    int[] next = new int[sites];
    int at = 0;
    for (int i = 0; i < demands; i++) {
      int kept = 0;
      for (int j = 0; j < sites; j++) {
        double one = table.at(i, j);
        if (one < outside[i]) {
          sorted[kept++] = one;
        }
      }
      Arrays.sort(sorted, 0, kept);
      System.arraycopy(sorted, 0, cost, at, kept);
      Arrays.fill(next, 0, kept, 0);
      for (int j = 0; j < sites; j++) {
        double one = table.at(i, j);
        if (one < outside[i]) {
          int rank = firstOf(sorted, kept, one);
          site[at + rank + next[rank]++] = j;
        }
      }
      at += kept;
      start[i + 1] = at;
    }
    int[] name = new int[sites];
    Arrays.setAll(name, j -> j);
    return new MedianRows(
        open,
        start,
        Arrays.copyOf(site, at),
        Arrays.copyOf(cost, at),
        outside.clone(),
        name,
        new int[0]);
  }

  private static int firstOf(double[] sorted, int length, double value) {
    int low = 0;
    int high = length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The problem that is left once some sites are decided.
  ///
  /// @param fate per site: -1 closed, 1 open, 0 undecided
  MedianRows decided(byte[] fate) {
    int[] rename = new int[sites];
    int[] newName = new int[sites];
    int left = 0;
    int[] newOpened = Arrays.copyOf(opened, opened.length + sites);
    int openings = opened.length;
    for (int j = 0; j < sites; j++) {
      if (fate[j] == 0) {
        newName[left] = name[j];
        rename[j] = left++;
      } else if (fate[j] > 0) {
        newOpened[openings++] = name[j];
      }
    }
    double[] newOutside = new double[demands];
    int[] newStart = new int[demands + 1];
    int[] newSite = new int[site.length];
    double[] newCost = new double[site.length];
    int at = 0;
    for (int i = 0; i < demands; i++) {
      newOutside[i] = outside[i];
      for (int k = start[i]; k < start[i + 1]; k++) {
        byte one = fate[site[k]];
        if (one > 0) {
          newOutside[i] = cost[k];
          break;
        }
        if (one == 0) {
          newSite[at] = rename[site[k]];
          newCost[at++] = cost[k];
        }
      }
      // A site as dear as the outside is no help.
      while (at > newStart[i] && newCost[at - 1] >= newOutside[i]) {
        at--;
      }
      newStart[i + 1] = at;
    }
    return new MedianRows(
        open - (openings - opened.length),
        newStart,
        Arrays.copyOf(newSite, at),
        Arrays.copyOf(newCost, at),
        newOutside,
        Arrays.copyOf(newName, left),
        Arrays.copyOf(newOpened, openings));
  }
}
