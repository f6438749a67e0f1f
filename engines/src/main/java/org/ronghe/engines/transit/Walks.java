package org.ronghe.engines.transit;

import java.util.Arrays;

/// Walks from numbered places to numbered places, with the seconds each takes. Immutable, shared by
/// threads.
public final class Walks {
  final int[] first;
  final int[] to;
  final int[] seconds;

  private Walks(int[] first, int[] to, int[] seconds) {
    this.first = first;
    this.to = to;
    this.seconds = seconds;
  }

  public int fromCount() {
    return first.length - 1;
  }

  public int size() {
    return to.length;
  }

  /// Puts walks together; places of departure must come in ascending order.
  public static final class Builder {
    private final int[] first;
    private int[] to = new int[1024];
    private int[] seconds = new int[1024];
    private int size;
    private int last;

    /// @param fromCount how many places there are to walk from
    public Builder(int fromCount) {
      first = new int[fromCount + 1];
    }

    /// @param took seconds, at least 0
    public Builder add(int from, int there, int took) {
      if (from < last || took < 0) {
        throw new IllegalArgumentException(from + " after " + last + ", " + took + " s");
      }
      last = from;
      if (size == to.length) {
        to = Arrays.copyOf(to, 2 * size);
        seconds = Arrays.copyOf(seconds, 2 * size);
      }
      to[size] = there;
      seconds[size++] = took;
      first[from + 1] = size;
      return this;
    }

    public Walks build() {
      for (int i = 1; i < first.length; i++) {
        first[i] = Math.max(first[i], first[i - 1]);
      }
      return new Walks(first.clone(), Arrays.copyOf(to, size), Arrays.copyOf(seconds, size));
    }
  }
}
