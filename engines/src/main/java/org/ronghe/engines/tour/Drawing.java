package org.ronghe.engines.tour;

/// Where places are on paper. Place 0 is the depot.
record Drawing(double[] x, double[] y) {
  private static final int CIRCLE = 65_536;

  /// A drawing made from distances alone: each place is projected on the line between two far
  /// places, and what the line leaves over on a second line. Good enough to tell directions apart.
  static Drawing of(int places, int[] distance) {
    double[] x = new double[places];
    double[] y = new double[places];
    project(places, distance, x, y, x);
    double[] second = new double[places];
    project(places, distance, x, y, second);
    return new Drawing(x, second);
  }

  private static void project(int places, int[] distance, double[] x, double[] y, double[] into) {
    boolean onFirst = into != x;
    int from = farthest(places, distance, x, 0, onFirst);
    int to = farthest(places, distance, x, from, onFirst);
    double span = squared(places, distance, x, from, to, onFirst);
    if (span <= 0) {
      return;
    }
    double[] found = new double[places];
    for (int i = 0; i < places; i++) {
      double a = squared(places, distance, x, from, i, onFirst);
      double b = squared(places, distance, x, to, i, onFirst);
      found[i] = (a + span - b) / (2 * Math.sqrt(span));
    }
    System.arraycopy(found, 0, into, 0, places);
  }

  private static int farthest(int places, int[] distance, double[] x, int from, boolean onFirst) {
    int far = from;
    double most = -1;
    for (int i = 0; i < places; i++) {
      double d = squared(places, distance, x, from, i, onFirst);
      if (d > most) {
        most = d;
        far = i;
      }
    }
    return far;
  }

  private static double squared(
      int places, int[] distance, double[] x, int i, int j, boolean onFirst) {
    double d = (distance[i * places + j] + (double) distance[j * places + i]) / 2;
    double left = d * d;
    if (onFirst) {
      left -= (x[i] - x[j]) * (x[i] - x[j]);
    }
    return Math.max(0, left);
  }

  /// Angle of each place about the depot, 0 to 65535.
  int[] angles() {
    int[] angles = new int[x.length];
    for (int i = 1; i < angles.length; i++) {
      double turn = Math.atan2(y[i] - y[0], x[i] - x[0]) / (2 * Math.PI);
      angles[i] = Math.floorMod((int) Math.floor(turn * CIRCLE), CIRCLE);
    }
    return angles;
  }
}
