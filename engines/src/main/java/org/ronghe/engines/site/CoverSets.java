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
      for (int i = 0; i < rows; i++) {
        if (has(bits[j], i)) {
          set(result[i], j);
        }
      }
    }
    return result;
  }

  /// The problem without the sites in `dropped` and the demands in `covered`.
  CoverSets without(boolean[] dropped, long[] covered) {
    int[] kept = new int[rows];
    int[] keptName = new int[rows];
    int left = 0;
    for (int i = 0; i < rows; i++) {
      if (!has(covered, i)) {
        keptName[left] = rowName[i];
        kept[left++] = i;
      }
    }
    int[] newName = new int[columns()];
    long[][] newBits = new long[columns()][];
    int at = 0;
    for (int j = 0; j < columns(); j++) {
      if (dropped[j]) {
        continue;
      }
      long[] set = empty(left);
      boolean any = false;
      for (int k = 0; k < left; k++) {
        if (has(bits[j], kept[k])) {
          set(set, k);
          any = true;
        }
      }
      if (any) {
        newName[at] = name[j];
        newBits[at++] = set;
      }
    }
    return new CoverSets(
        Arrays.copyOf(keptName, left), Arrays.copyOf(newName, at), Arrays.copyOf(newBits, at));
  }
}
