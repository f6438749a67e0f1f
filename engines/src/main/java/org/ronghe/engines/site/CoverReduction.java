package org.ronghe.engines.site;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What can be said about a cover without searching: a site that covers no more than another is not
/// needed; a demand whose sites include all of another's is covered anyway; a demand with one site
/// left takes it.
final class CoverReduction {
  private CoverSets sets;
  private int[] chosen;
  private boolean impossible;

  private CoverReduction(CoverSets sets, int[] chosen) {
    this.sets = sets;
    this.chosen = chosen;
  }

  /// @param chosen sites opened already
  /// @param most how many sites may be open in all
  static CoverReduction of(CoverSets sets, int[] chosen, int most) {
    CoverReduction reduction = new CoverReduction(sets, chosen);
    while (reduction.chosen.length <= most
        && !reduction.impossible
        && reduction.sets.rows > 0
        && reduction.pass()) {}
    reduction.impossible |=
        reduction.chosen.length > most
            || (reduction.sets.rows > 0 && reduction.chosen.length == most);
    return reduction;
  }

  CoverSets sets() {
    return sets;
  }

  int[] chosen() {
    return chosen;
  }

  boolean impossible() {
    return impossible;
  }

  /// True when something became smaller in a way that may make more smaller.
  private boolean pass() {
    boolean[] dropped = dominatedSites();
    long[][] byRow = sets.byRow();
    long[] drop = CoverSets.empty(sets.columns());
    boolean fewer = false;
    for (int j = 0; j < dropped.length; j++) {
      if (dropped[j]) {
        CoverSets.set(drop, j);
        fewer = true;
      }
    }
    for (long[] row : byRow) {
      for (int k = 0; k < row.length; k++) {
        row[k] &= ~drop[k];
      }
    }
    long[] covered = needlessDemands(byRow);
    boolean forced = force(byRow, covered, dropped);
    boolean rowsGone = CoverSets.count(covered) > 0;
    if (!fewer && !rowsGone) {
      return false;
    }
    sets = sets.without(dropped, covered);
    return rowsGone || forced;
  }

  private boolean[] dominatedSites() {
    int columns = sets.columns();
    boolean[] dropped = new boolean[columns];
    int[] size = new int[columns];
    Arrays.setAll(size, j -> CoverSets.count(sets.bits[j]));
    int[] order = largestFirst(size);
    for (int a = 0; a < columns; a++) {
      int j = order[a];
      for (int b = 0; b < a && !dropped[j]; b++) {
        int larger = order[b];
        dropped[j] = !dropped[larger] && CoverSets.within(sets.bits[j], sets.bits[larger]);
      }
    }
    return dropped;
  }

  private long[] needlessDemands(long[][] byRow) {
    int[] size = new int[sets.rows];
    Arrays.setAll(size, i -> CoverSets.count(byRow[i]));
    int[] order = largestFirst(size);
    long[] needless = CoverSets.empty(sets.rows);
    for (int a = 0; a < order.length; a++) {
      int large = order[a];
      for (int b = order.length - 1; b > a; b--) {
        if (CoverSets.within(byRow[order[b]], byRow[large])) {
          CoverSets.set(needless, large);
          break;
        }
      }
    }
    return needless;
  }

  private static int[] largestFirst(int[] size) {
    return IntStream.range(0, size.length)
        .boxed()
        .sorted((a, b) -> size[a] == size[b] ? Integer.compare(a, b) : size[b] - size[a])
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean force(long[][] byRow, long[] covered, boolean[] dropped) {
    boolean forced = false;
    for (int i = 0; i < byRow.length && !impossible; i++) {
      if (CoverSets.has(covered, i)) {
        continue;
      }
      int sitesLeft = CoverSets.count(byRow[i]);
      impossible = sitesLeft == 0;
      if (sitesLeft == 1) {
        int j = only(byRow[i]);
        chosen = with(chosen, sets.name[j]);
        dropped[j] = true;
        for (int k = 0; k < covered.length; k++) {
          covered[k] |= sets.bits[j][k];
        }
        forced = true;
      }
    }
    return forced;
  }

  private static int only(long[] bits) {
    for (int k = 0; k < bits.length; k++) {
      if (bits[k] != 0) {
        return (k << 6) + Long.numberOfTrailingZeros(bits[k]);
      }
    }
    return -1;
  }

  static int[] with(int[] sites, int one) {
    int[] more = Arrays.copyOf(sites, sites.length + 1);
    more[sites.length] = one;
    return more;
  }
}
