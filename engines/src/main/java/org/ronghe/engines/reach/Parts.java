package org.ronghe.engines.reach;

import org.ronghe.model.road.RoadGraph;

/// What parts of a stretch cost.
final class Parts {
  private Parts() {}

  /// The whole of a directed stretch, or [Cost#UNREACHABLE] where it is closed.
  static long whole(RoadGraph roads, int directed) {
    int time_ms = roads.directed_ms(directed);
    return time_ms == RoadGraph.CLOSED
        ? Cost.UNREACHABLE
        : Cost.of(time_ms, roads.length_mm(directed >> 1));
  }

  /// From the beginning of a directed stretch to the position at `fraction` (of the stretch as
  /// drawn).
  static long done(RoadGraph roads, int directed, double fraction) {
    int time_ms = roads.directed_ms(directed);
    if (time_ms == RoadGraph.CLOSED) {
      return Cost.UNREACHABLE;
    }
    boolean forward = (directed & 1) == 0;
    int length_mm = roads.length_mm(directed >> 1);
    int part_ms = (int) Math.round(time_ms * fraction);
    int part_mm = (int) Math.round(length_mm * fraction);
    return forward ? Cost.of(part_ms, part_mm) : Cost.of(time_ms - part_ms, length_mm - part_mm);
  }

  /// From the position at `fraction` to the end of a directed stretch.
  static long left(RoadGraph roads, int directed, double fraction) {
    long done = done(roads, directed, fraction);
    return Cost.isReachable(done) ? whole(roads, directed) - done : Cost.UNREACHABLE;
  }

  /// Between two positions on one stretch, without leaving it.
  static long between(RoadGraph roads, int stretch, double from, double to) {
    int directed = from <= to ? 2 * stretch : 2 * stretch + 1;
    long more = done(roads, directed, to);
    return Cost.isReachable(more) ? more - done(roads, directed, from) : Cost.UNREACHABLE;
  }
}
