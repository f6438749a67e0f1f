package org.ronghe.series.questdb;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Readings held in columns of memory between the journal and the tables, found by point and by
/// point and time. Not thread-safe: the owner locks.
final class Rows {
  private static final int NONE = -1;

  /// Number of the journal segment that holds the same rows.
  final long segment;

  int[] point;
  long[] time_us;
  int[] delay;
  double[] value;
  byte[] quality;
  private int[] samePoint;
  private int[] sameSlot;
  private int[] slots;
  private int[] newestOf = new int[0];
  private int size;
  private int published;

  Rows(long segment, int expected) {
    int capacity = Math.max(1_024, expected);
    this.segment = segment;
    point = new int[capacity];
    time_us = new long[capacity];
    delay = new int[capacity];
    value = new double[capacity];
    quality = new byte[capacity];
    samePoint = new int[capacity];
    sameSlot = new int[capacity];
    slots = emptySlots(capacity);
  }

  int size() {
    return size;
  }

  void add(int code, long sourceTime_us, int delayCode, double number, int qualityCode) {
    if (size == point.length) {
      grow();
    }
    if (code >= newestOf.length) {
      int before = newestOf.length;
      newestOf = Arrays.copyOf(newestOf, Math.max(code + 1, before * 2));
      Arrays.fill(newestOf, before, newestOf.length, NONE);
    }
    int row = size++;
    point[row] = code;
    time_us[row] = sourceTime_us;
    delay[row] = delayCode;
    value[row] = number;
    quality[row] = (byte) qualityCode;
    samePoint[row] = newestOf[code];
    newestOf[code] = row;
    link(row);
  }

  /// What is here of a point at an instant.
  Match find(int code, long sourceTime_us, double number, int qualityCode) {
    Match match = Match.NONE;
    int row = slots[slot(code, sourceTime_us)];
    while (row != NONE) {
      if (point[row] == code && time_us[row] == sourceTime_us) {
        if (same(row, number, qualityCode)) {
          return Match.SAME;
        }
        match = Match.OTHER;
      }
      row = sameSlot[row];
    }
    return match;
  }

  /// Lets queries see what was added so far; it is durable now.
  void publish() {
    published = size;
  }

  /// Visits the published rows of a point, the last added first.
  void each(int code, IntConsumer row) {
    int at = code < newestOf.length ? newestOf[code] : NONE;
    while (at != NONE) {
      if (at < published) {
        row.accept(at);
      }
      at = samePoint[at];
    }
  }

  /// Takes back the rows added after the first `kept`.
  void truncate(int kept) {
    while (size > kept) {
      int row = --size;
      newestOf[point[row]] = samePoint[row];
      slots[slot(point[row], time_us[row])] = sameSlot[row];
    }
  }

  private boolean same(int row, double number, int qualityCode) {
    return quality[row] == qualityCode
        && Double.doubleToLongBits(value[row]) == Double.doubleToLongBits(number);
  }

  private void grow() {
    int capacity = size * 2;
    point = Arrays.copyOf(point, capacity);
    time_us = Arrays.copyOf(time_us, capacity);
    delay = Arrays.copyOf(delay, capacity);
    value = Arrays.copyOf(value, capacity);
    quality = Arrays.copyOf(quality, capacity);
    samePoint = Arrays.copyOf(samePoint, capacity);
    sameSlot = Arrays.copyOf(sameSlot, capacity);
    slots = emptySlots(capacity);
    for (int row = 0; row < size; row++) {
      link(row);
    }
  }

  private void link(int row) {
    int slot = slot(point[row], time_us[row]);
    sameSlot[row] = slots[slot];
    slots[slot] = row;
  }

  private int slot(int code, long sourceTime_us) {
    long mixed = (sourceTime_us * 0x9E3779B97F4A7C15L) ^ (code * 0xC2B2AE3D27D4EB4FL);
    return (int) ((mixed ^ (mixed >>> 32)) & (slots.length - 1));
  }

  private static int[] emptySlots(int capacity) {
    int[] slots = new int[Math.max(2, Integer.highestOneBit(capacity) * 2)];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /// How a reading compares with what is stored at its instant.
  enum Match {
    NONE,
    /// The very same reading.
    SAME,
    /// A reading that differs in value or quality.
    OTHER
  }
}
