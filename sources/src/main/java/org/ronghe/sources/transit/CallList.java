package org.ronghe.sources.transit;

import java.util.Arrays;

/// The rows of one trip in `stop_times.txt`, as they come.
final class CallList {
  int[] sequence = new int[16];
  int[] stop = new int[16];
  int[] arrival_s = new int[16];
  int[] departure_s = new int[16];
  double[] along = new double[16];
  int[] row = new int[16];
  boolean[] boards = new boolean[16];
  boolean[] alights = new boolean[16];
  int size;

  /// Adds a call; times may be [GtfsTime#NONE], the distance along may be NaN.
  void add(int order, int at, int arrive, int depart, double distance, long inRow) {
    if (size == stop.length) {
      sequence = Arrays.copyOf(sequence, 2 * size);
      stop = Arrays.copyOf(stop, 2 * size);
      arrival_s = Arrays.copyOf(arrival_s, 2 * size);
      departure_s = Arrays.copyOf(departure_s, 2 * size);
      along = Arrays.copyOf(along, 2 * size);
      row = Arrays.copyOf(row, 2 * size);
      boards = Arrays.copyOf(boards, 2 * size);
      alights = Arrays.copyOf(alights, 2 * size);
    }
    sequence[size] = order;
    stop[size] = at;
    arrival_s[size] = arrive;
    departure_s[size] = depart;
    along[size] = distance;
    row[size] = (int) inRow;
    size++;
  }

  /// The last call's doors.
  void doors(boolean on, boolean off) {
    boards[size - 1] = on;
    alights[size - 1] = off;
  }

  /// The calls by sequence.
  Integer[] order() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(sequence[a], sequence[b]));
    return order;
  }
}
