package org.ronghe.model.travel;

import java.util.Arrays;

/// Costs as ranks among the values that occur.
///
/// @param rank for each cost its index in `costs`
/// @param costs ascending, each once
record CostRanks(int[] rank, double[] costs) {
  /// All costs finite, none -0.
  static CostRanks of(double[] values) {
    Seen seen = new Seen();
    int[] rank = new int[values.length];
    for (int k = 0; k < values.length; k++) {
      rank[k] = seen.number(values[k]);
    }
    double[] costs = seen.inOrderOfArrival();
    int[] sortedRank = new int[costs.length];
    double[] sorted = costs.clone();
    Arrays.sort(sorted);
    for (int n = 0; n < costs.length; n++) {
      sortedRank[n] = Arrays.binarySearch(sorted, costs[n]);
    }
    for (int k = 0; k < rank.length; k++) {
      rank[k] = sortedRank[rank[k]];
    }
    return new CostRanks(rank, sorted);
  }

  /// A hash table of doubles without a box around each.
  private static final class Seen {
    private double[] values = new double[256];
    private int[] slots = new int[1024];
    private int size;

    int number(double value) {
      int slot = slot(value);
      while (slots[slot] != 0) {
        if (values[slots[slot] - 1] == value) {
          return slots[slot] - 1;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      if (size == values.length) {
        grow();
        slot = slot(value);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
      }
      values[size] = value;
      slots[slot] = ++size;
      return size - 1;
    }

    double[] inOrderOfArrival() {
      return Arrays.copyOf(values, size);
    }

    private void grow() {
      values = Arrays.copyOf(values, size * 2);
      slots = new int[size * 8];
      for (int n = 0; n < size; n++) {
        int slot = slot(values[n]);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = n + 1;
      }
    }

    private int slot(double value) {
      long bits = Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L;
      return (int) (bits >>> 40) & (slots.length - 1);
    }
  }
}
