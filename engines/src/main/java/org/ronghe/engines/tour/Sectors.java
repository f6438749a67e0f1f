package org.ronghe.engines.tour;

/// For each route the part of the circle about the depot its clients lie in, as a start and a
/// width.
final class Sectors {
  private static final int MASK = 65_535;

  private final int[] start;
  private final int[] width;

  Sectors(int routes) {
    start = new int[routes];
    width = new int[routes];
  }

  void begin(int route, int angle) {
    start[route] = angle;
    width[route] = 0;
  }

  /// Grows on the side where less is needed.
  void widen(int route, int angle) {
    int inside = (angle - start[route]) & MASK;
    if (inside <= width[route]) {
      return;
    }
    int atEnd = inside - width[route];
    int atStart = (start[route] - angle) & MASK;
    if (atEnd <= atStart) {
      width[route] = inside;
    } else {
      start[route] = angle;
      width[route] += atStart;
    }
  }

  boolean overlap(int a, int b) {
    return ((start[b] - start[a]) & MASK) <= width[a] || ((start[a] - start[b]) & MASK) <= width[b];
  }
}
