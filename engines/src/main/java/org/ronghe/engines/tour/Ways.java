package org.ronghe.engines.tour;

/// Distances and driving times between all places, in whole units the host chooses.
///
/// From place a to place b: entry `a * places + b`. Arrays are not copied: they can be large.
public final class Ways {
  /// There is no way from the one to the other.
  public static final int NONE = 100_000_000;

  private final int places;
  private final int[] distance;
  private final int[] time;
  private final double[] x;
  private final double[] y;

  /// @param x where the places are, empty when that is not known; it only helps the search
  public Ways(int places, int[] distance, int[] time, double[] x, double[] y) {
    this.places = places;
    this.distance = distance;
    this.time = time;
    this.x = x;
    this.y = y;
    require(distance);
    if (distance != time) {
      require(time);
    }
    if (x.length != y.length || (x.length != 0 && x.length != places)) {
      throw new IllegalArgumentException("coordinates must be given for all places or none");
    }
  }

  private void require(int[] matrix) {
    if (places < 1 || matrix.length != places * places) {
      throw new IllegalArgumentException(matrix.length + " entries for " + places + " places");
    }
    for (int one : matrix) {
      if (one < 0 || one > NONE) {
        throw new IllegalArgumentException("an entry must be between 0 and " + NONE + ": " + one);
      }
    }
  }

  public int places() {
    return places;
  }

  public int distance(int from, int to) {
    return distance[from * places + to];
  }

  public int time(int from, int to) {
    return time[from * places + to];
  }

  public boolean connected(int from, int to) {
    return distance(from, to) < NONE && time(from, to) < NONE;
  }

  int[] distances() {
    return distance;
  }

  int[] times() {
    return time;
  }

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }
}
