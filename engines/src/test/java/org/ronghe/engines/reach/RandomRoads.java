package org.ronghe.engines.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;

/// Small roads with everything that real ones have and a plan would not draw: one-way, closed,
/// parallel, of no length, loops, parts that do not hang together, forbidden turns.
final class RandomRoads {
  private RandomRoads() {}

  static RoadGraph of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RoadGraphBuilder roads = new RoadGraphBuilder();
    int nodes = 2 + random.nextInt(40);
    for (int v = 0; v < nodes; v++) {
      roads.addNode(113 + random.nextDouble() / 10, 36 + random.nextDouble() / 10);
    }
    int stretches = 1 + random.nextInt(4 * nodes);
    for (int s = 0; s < stretches; s++) {
      int there = random.nextInt(5) == 0 ? RoadGraph.CLOSED : random.nextInt(30);
      int back = random.nextInt(3) == 0 ? RoadGraph.CLOSED : random.nextInt(3) == 0 ? 0 : there;
      roads.addStretch(
          random.nextInt(nodes), random.nextInt(nodes), random.nextInt(40), there, back, s);
    }
    for (int b = random.nextInt(stretches + 1); b > 0; b--) {
      roads.banTurn(random.nextInt(2 * stretches), random.nextInt(2 * stretches));
    }
    return roads.build();
  }

  static List<Position> positions(RoadGraph roads, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      positions.add(
          random.nextInt(3) == 0
              ? new Position.AtJunction(random.nextInt(roads.nodeCount()))
              : new Position.OnStretch(
                  random.nextInt(roads.stretchCount()), 0.01 + 0.98 * random.nextDouble()));
    }
    return positions;
  }
}
