package org.ronghe.engines.reach;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.ronghe.model.road.RoadGraph;

/// Directed stretches are the nodes: to be at one is to have travelled it to its end. Arcs are the
/// turns that are allowed; an arc costs what the stretch turned into takes. Turning back on the
/// same stretch is allowed only where there is no other way on.
final class TurnNetwork implements Network {
  private final RoadGraph roads;
  private final Incidence leaving;
  private final Incidence arriving;
  private final Arcs arcs;

  TurnNetwork(RoadGraph roads) {
    this.roads = roads;
    leaving = Incidence.of(roads, roads::tail);
    arriving = Incidence.of(roads, roads::head);
    Arcs.List list = new Arcs.List(2 * roads.stretchCount());
    long[] banned = roads.bannedTurns();
    for (int in = 0; in < 2 * roads.stretchCount(); in++) {
      if (roads.directed_ms(in) != RoadGraph.CLOSED) {
        addTurns(in, banned, list);
      }
    }
    arcs = list.toArcs();
  }

  private void addTurns(int in, long[] banned, Arcs.List list) {
    int node = roads.head(in);
    boolean deadEnd = true;
    for (int i = leaving.first[node]; i < leaving.first[node + 1]; i++) {
      int out = leaving.directed[i];
      if (out != (in ^ 1) && Arrays.binarySearch(banned, (long) in << 32 | out) < 0) {
        list.add(in, out, Parts.whole(roads, out), out);
        deadEnd = false;
      }
    }
    long back = Parts.whole(roads, in ^ 1);
    if (deadEnd
        && Cost.isReachable(back)
        && Arrays.binarySearch(banned, (long) in << 32 | (in ^ 1)) < 0) {
      list.add(in, in ^ 1, back, in ^ 1);
    }
  }

  @Override
  public RoadGraph roads() {
    return roads;
  }

  @Override
  public Arcs arcs() {
    return arcs;
  }

  @Override
  public int nodeCount() {
    return arcs.nodeCount();
  }

  @Override
  public Anchors leaving(Position position) {
    Anchors anchors = new Anchors();
    switch (position) {
      case Position.AtJunction(int node) -> {
        for (int i = leaving.first[node]; i < leaving.first[node + 1]; i++) {
          anchors.add(leaving.directed[i], Parts.whole(roads, leaving.directed[i]));
        }
      }
      case Position.OnStretch(int stretch, double fraction) -> {
        for (int directed = 2 * stretch; directed <= 2 * stretch + 1; directed++) {
          long cost = Parts.left(roads, directed, fraction);
          if (Cost.isReachable(cost)) {
            anchors.add(directed, cost);
          }
        }
      }
    }
    return anchors;
  }

  @Override
  public Anchors arriving(Position position) {
    Anchors anchors = new Anchors();
    switch (position) {
      case Position.AtJunction(int node) -> {
        for (int i = arriving.first[node]; i < arriving.first[node + 1]; i++) {
          anchors.add(arriving.directed[i], 0);
        }
      }
      case Position.OnStretch(int stretch, double fraction) -> {
        for (int directed = 2 * stretch; directed <= 2 * stretch + 1; directed++) {
          long cost = Parts.done(roads, directed, fraction);
          if (Cost.isReachable(cost)) {
            addTurnsOnto(directed, cost, anchors);
          }
        }
      }
    }
    return anchors;
  }

  private void addTurnsOnto(int directed, long cost, Anchors anchors) {
    int node = roads.tail(directed);
    for (int i = arriving.first[node]; i < arriving.first[node + 1]; i++) {
      int in = arriving.directed[i];
      for (int arc = arcs.first()[in]; arc < arcs.first()[in + 1]; arc++) {
        if (arcs.head()[arc] == directed) {
          anchors.add(in, cost);
        }
      }
    }
  }

  /// The open directed stretches at each junction.
  private record Incidence(int[] first, int[] directed) {
    static Incidence of(RoadGraph roads, IntUnaryOperator junction) {
      int[] first = new int[roads.nodeCount() + 1];
      for (int d = 0; d < 2 * roads.stretchCount(); d++) {
        if (roads.directed_ms(d) != RoadGraph.CLOSED) {
          first[junction.applyAsInt(d) + 1]++;
        }
      }
      for (int v = 0; v < roads.nodeCount(); v++) {
        first[v + 1] += first[v];
      }
      int[] next = first.clone();
      int[] directed = new int[first[first.length - 1]];
      for (int d = 0; d < 2 * roads.stretchCount(); d++) {
        if (roads.directed_ms(d) != RoadGraph.CLOSED) {
          directed[next[junction.applyAsInt(d)]++] = d;
        }
      }
      return new Incidence(first, directed);
    }
  }
}
