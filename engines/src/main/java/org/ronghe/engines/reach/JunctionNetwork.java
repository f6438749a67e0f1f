package org.ronghe.engines.reach;

import org.ronghe.model.road.RoadGraph;

/// Junctions are the nodes, open directions of stretches the arcs.
record JunctionNetwork(RoadGraph roads, Arcs arcs) implements Network {
  JunctionNetwork(RoadGraph roads) {
    this(roads, arcsOf(roads));
  }

  private static Arcs arcsOf(RoadGraph roads) {
    Arcs.List list = new Arcs.List(roads.nodeCount());
    for (int directed = 0; directed < 2 * roads.stretchCount(); directed++) {
      long cost = Parts.whole(roads, directed);
      if (Cost.isReachable(cost)) {
        list.add(roads.tail(directed), roads.head(directed), cost, directed);
      }
    }
    return list.toArcs();
  }

  @Override
  public int nodeCount() {
    return roads.nodeCount();
  }

  @Override
  public Anchors leaving(Position position) {
    return anchors(position, true);
  }

  @Override
  public Anchors arriving(Position position) {
    return anchors(position, false);
  }

  private Anchors anchors(Position position, boolean leaving) {
    Anchors anchors = new Anchors();
    switch (position) {
      case Position.AtJunction(int node) -> anchors.add(node, 0);
      case Position.OnStretch(int stretch, double fraction) -> {
        for (int directed = 2 * stretch; directed <= 2 * stretch + 1; directed++) {
          long cost =
              leaving
                  ? Parts.left(roads, directed, fraction)
                  : Parts.done(roads, directed, fraction);
          if (Cost.isReachable(cost)) {
            anchors.add(leaving ? roads.head(directed) : roads.tail(directed), cost);
          }
        }
      }
    }
    return anchors;
  }
}
