package org.ronghe.engines.site;

import java.util.Arrays;

/// Which sites cover which demands, as bits; demands are numbered anew in every smaller problem.
final class CoverSets {
  final int rows;

  /// Name of each demand in the whole problem.
  final int[] rowName;

  /// Name of each site in the whole problem.
  final int[] name;

  /// Demands each site covers.
  final long[][] bits;

  CoverSets(int[] rowName, int[] name, long[][] bits) {
    this.rows = rowName.length;
    this.rowName = rowName;
    this.name = name;
    this.bits = bits;
  }

  static long[] empty(int size) {
    return new long[(size + 63) >>> 6];
  }

  static void set(long[] bits, int at) {
    bits[at >>> 6] |= 1L << at;
  }

  static boolean has(long[] bits, int at) {
    return (bits[at >>> 6] >>> at & 1) != 0;
  }

  static int count(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  static boolean within(long[] small, long[] large) {
    for (int k = 0; k < small.length; k++) {
      if ((small[k] & ~large[k]) != 0) {
        return false;
      }
    }
    return true;
  }

  int columns() {
    return name.length;
  }

  /// Sites covering each demand, as bits over the sites here.
  long[][] byRow() {
    long[][] result = new long[rows][];
    for (int i = 0; i < rows; i++) {
      result[i] = empty(columns());
    }
    for (int j = 0; j < bits.length; j++) {
      for (int k = 0; k < bits[j].length; k++) {
        for (long word = bits[j][k]; word != 0; word &= word - 1) {
          set(result[(k << 6) + Long.numberOfTrailingZeros(word)], j);
        }
      }
    }
    return result;
  }

  /// How many sites cover each demand.
  int[] choices() {
    int[] times = new int[rows];
    for (long[] set : bits) {
      for (int k = 0; k < set.length; k++) {
        for (long word = set[k]; word != 0; word &= word - 1) {
          times[(k << 6) + Long.numberOfTrailingZeros(word)]++;
        }
      }
    }
    return times;
  }

  /// The problem without the sites in `dropped` and the demands in `covered`.
  CoverSets without(boolean[] dropped, long[] covered) {
    int[] keptName = new int[rows];
    int left = 0;
    for (int i = 0; i < rows; i++) {
      if (!has(covered, i)) {
        keptName[left++] = rowName[i];
      }
    }
    long[] kept = empty(rows);
    for (int k = 0; k < kept.length; k++) {
      int beyond = Math.max(0, ((k + 1) << 6) - rows);
      kept[k] = ~covered[k] & -1L >>> beyond;
    }
    int[] newName = new int[columns()];
    long[][] newBits = new long[columns()][];
    int at = 0;
    for (int j = 0; j < columns(); j++) {
      if (dropped[j]) {
        continue;
      }
      long[] set = empty(left);
      if (compress(bits[j], kept, set)) {
        newName[at] = name[j];
        newBits[at++] = set;
      }
    }
    return new CoverSets(
        Arrays.copyOf(keptName, left), Arrays.copyOf(newName, at), Arrays.copyOf(newBits, at));
  }

  /// Moves the bits at the places in `kept` together; true when any of them is set.
  private static boolean compress(long[] from, long[] kept, long[] into) {
    long any = 0;
    int at = 0;
    for (int k = 0; k < kept.length; k++) {
      long packed = Long.compress(from[k], kept[k]);
      int width = Long.bitCount(kept[k]);
      if (packed != 0) {
        any |= packed;
        into[at >>> 6] |= packed << at;
        if ((at & 63) + width > 64) {
          into[(at >>> 6) + 1] |= packed >>> (64 - (at & 63));
        }
      }
      at += width;
    }
    return any != 0;
  }
}
