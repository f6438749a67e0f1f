package org.ronghe.engines.queue;

import java.util.Arrays;

/// What one simulated day measured; indices follow the hall's kinds, groups and intervals.
final class DayRecord {
  final int[] came;
  final int[] left;
  final int[] missed;
  final Waits[] waits;
  final Waits[] waitsByInterval;
  final double[] busy_min;
  final double[] open_min;
  double lastLeaves_min;

  DayRecord(Hall hall) {
    int kinds = hall.kinds().size();
    came = new int[kinds];
    left = new int[kinds];
    missed = new int[kinds];
    waits = waits(kinds);
    waitsByInterval = waits(hall.intervals());
    busy_min = new double[hall.groups().size()];
    open_min = new double[hall.groups().size()];
  }

  private static Waits[] waits(int n) {
    Waits[] all = new Waits[n];
    Arrays.setAll(all, _ -> new Waits());
    return all;
  }

  /// Waiting times, growing.
  static final class Waits {
    private double[] values = new double[32];
    private int size;

    void add(double minutes) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = minutes;
    }

    int size() {
      return size;
    }

    double sum() {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += values[i];
      }
      return sum;
    }

    int within(double minutes) {
      int count = 0;
      for (int i = 0; i < size; i++) {
        count += values[i] <= minutes ? 1 : 0;
      }
      return count;
    }

    double mean() {
      return size == 0 ? Double.NaN : sum() / size;
    }

    double share(double minutes) {
      return size == 0 ? Double.NaN : within(minutes) / (double) size;
    }

    /// The smallest wait that at least `share` of the visits do not exceed.
    double quantile(double share) {
      if (size == 0) {
        return Double.NaN;
      }
      double[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)];
    }
  }
}
