package org.ronghe.engines.site;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at all covers of so few sites that bounds would cost more than looking: the demand with
/// the fewest choices first; demands that share no site tell when more are needed.
final class FewSites {
  /// With three sites left, so many choices for the demand with the fewest.
  private static final int FEW_CHOICES = 60;

  private static final int ASK_EVERY = 1024;

  private final CoverSets sets;
  private final long[][] byRow;
  private final BooleanSupplier goOn;
  private long looks;
  private boolean stopped;

  FewSites(CoverSets sets, BooleanSupplier goOn) {
    this.sets = sets;
    this.byRow = sets.byRow();
    this.goOn = goOn;
  }

  /// Whether looking is quicker than bounding.
  ///
  /// @param left how many sites may still be opened
  static boolean pays(CoverSets sets, int left) {
    return left <= 2 || (left == 3 && Arrays.stream(sets.choices()).min().orElse(0) <= FEW_CHOICES);
  }

  boolean stopped() {
    return stopped;
  }

  /// Sites (as numbered in `sets`) that cover all, at most `left`; null when there are none, or
  /// when stopped.
  int @Nullable [] find(int left) {
    int[] picked = new int[left];
    long[] open = CoverSets.empty(sets.rows);
    for (int i = 0; i < sets.rows; i++) {
      CoverSets.set(open, i);
    }
    int count = look(open, CoverSets.empty(sets.columns()), picked, 0);
    return count < 0 ? null : Arrays.copyOf(picked, count);
  }

  /// How many sites are picked when all is covered; -1 when that cannot be.
  ///
  /// @param open demands not covered yet
  /// @param out sites that have been looked at
  private int look(long[] open, long[] out, int[] picked, int depth) {
    if (++looks % ASK_EVERY == 0) {
      stopped |= !goOn.getAsBoolean();
    }
    int row = rarest(open, out);
    if (row < 0 || stopped) {
      return row == NONE_OPEN ? depth : -1;
    }
    int left = picked.length - depth;
    if (left == 0 || (left == 1 ? last(open, out, picked) < 0 : apart(open, out, row) > left)) {
      return -1;
    }
    if (left == 1) {
      return picked.length;
    }
    long[] tried = out.clone();
    for (int k = 0; k < tried.length; k++) {
      for (long word = byRow[row][k] & ~out[k]; word != 0; word &= word - 1) {
        int site = (k << 6) + Long.numberOfTrailingZeros(word);
        picked[depth] = site;
        int count = look(without(open, sets.bits[site]), tried, picked, depth + 1);
        if (count >= 0 || stopped) {
          return count;
        }
        CoverSets.set(tried, site);
      }
    }
    return -1;
  }

  private static final int NONE_OPEN = -1;
  private static final int NO_SITE = -2;

  /// The open demand with the fewest sites that are not out.
  private int rarest(long[] open, long[] out) {
    int rarest = NONE_OPEN;
    int fewest = Integer.MAX_VALUE;
    for (int k = 0; k < open.length; k++) {
      for (long word = open[k]; word != 0; word &= word - 1) {
        int row = (k << 6) + Long.numberOfTrailingZeros(word);
        int choices = 0;
        for (int w = 0; w < out.length; w++) {
          choices += Long.bitCount(byRow[row][w] & ~out[w]);
        }
        if (choices == 0) {
          return NO_SITE;
        }
        if (choices < fewest) {
          fewest = choices;
          rarest = row;
        }
      }
    }
    return rarest;
  }

  /// Picks a site that covers all that is open; -1 when none does.
  private int last(long[] open, long[] out, int[] picked) {
    long[] all = new long[out.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = ~out[k];
    }
    long any = -1;
    for (int k = 0; k < open.length && any != 0; k++) {
      for (long word = open[k]; word != 0 && any != 0; word &= word - 1) {
        long[] row = byRow[(k << 6) + Long.numberOfTrailingZeros(word)];
        any = 0;
        for (int w = 0; w < all.length; w++) {
          all[w] &= row[w];
          any |= all[w];
        }
      }
    }
    for (int k = 0; k < all.length; k++) {
      if (all[k] != 0) {
        picked[picked.length - 1] = (k << 6) + Long.numberOfTrailingZeros(all[k]);
        return picked[picked.length - 1];
      }
    }
    return -1;
  }

  /// How many open demands, from this one on, share no site with each other: each needs one.
  private int apart(long[] open, long[] out, int first) {
    long[] taken = new long[out.length];
    for (int w = 0; w < taken.length; w++) {
      taken[w] = byRow[first][w] & ~out[w];
    }
    int count = 1;
    for (int k = 0; k < open.length; k++) {
      for (long word = open[k]; word != 0; word &= word - 1) {
        long[] row = byRow[(k << 6) + Long.numberOfTrailingZeros(word)];
        long shared = 0;
        for (int w = 0; w < taken.length; w++) {
          shared |= row[w] & taken[w];
        }
        if (shared == 0) {
          count++;
          for (int w = 0; w < taken.length; w++) {
            taken[w] |= row[w] & ~out[w];
          }
        }
      }
    }
    return count;
  }

  private static long[] without(long[] open, long[] covered) {
    long[] rest = new long[open.length];
    for (int k = 0; k < rest.length; k++) {
      rest[k] = open[k] & ~covered[k];
    }
    return rest;
  }
}
