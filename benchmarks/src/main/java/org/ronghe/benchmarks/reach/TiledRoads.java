package org.ronghe.benchmarks.reach;

import java.util.SplittableRandom;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;

/// A prefecture made of one county again and again, side by side, with some roads between
/// neighbours.
final class TiledRoads {
  private static final int ACROSS = 4;
  private static final int LINKS = 12;
  private static final double APART_DEGREES = 0.6;

  private TiledRoads() {}

  static RoadGraph of(RoadGraph county, int tiles) {
    RoadGraphBuilder roads = new RoadGraphBuilder();
    for (int tile = 0; tile < tiles; tile++) {
      double east = tile % ACROSS * APART_DEGREES;
      double north = tile / ACROSS * APART_DEGREES;
      int base = roads.nodeCount();
      for (int v = 0; v < county.nodeCount(); v++) {
        roads.addNode(county.lon(v) + east, county.lat(v) + north);
      }
      for (int s = 0; s < county.stretchCount(); s++) {
        roads.addStretch(
            base + county.from(s),
            base + county.to(s),
            county.length_mm(s),
            county.forward_ms(s),
            county.backward_ms(s),
            s);
        for (int i = 1; i < county.pointCount(s) - 1; i++) {
          roads.addPoint(county.pointLon(s, i) + east, county.pointLat(s, i) + north);
        }
      }
      if (tile % ACROSS > 0) {
        link(county, base, base - county.nodeCount(), tile, roads);
      }
      if (tile >= ACROSS) {
        link(county, base, base - ACROSS * county.nodeCount(), tile, roads);
      }
    }
    return roads.build();
  }

  private static void link(
      RoadGraph county, int base, int other, int seed, RoadGraphBuilder roads) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < LINKS; i++) {
      roads.addStretch(
          base + random.nextInt(county.nodeCount()),
          other + random.nextInt(county.nodeCount()),
          30_000_000,
          1_800_000,
          1_800_000,
          -1);
    }
  }
}
