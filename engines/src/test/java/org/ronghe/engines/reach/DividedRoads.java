package org.ronghe.engines.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ronghe.model.road.RoadGraph;

/// Another way to the answer that shares nothing with the searches: every position becomes a
/// junction of its own, and all pairs are relaxed until nothing changes (Floyd and Warshall).
final class DividedRoads {
  private final long[][] cost;
  private final int firstPosition;

  DividedRoads(RoadGraph roads, List<Position> positions) {
    firstPosition = roads.nodeCount();
    int nodes = firstPosition + positions.size();
    cost = new long[nodes][nodes];
    for (int v = 0; v < nodes; v++) {
      Arrays.fill(cost[v], Cost.UNREACHABLE);
      cost[v][v] = 0;
    }
    for (int stretch = 0; stretch < roads.stretchCount(); stretch++) {
      divide(roads, stretch, positions);
    }
    for (int i = 0; i < positions.size(); i++) {
      if (positions.get(i) instanceof Position.AtJunction(int node)) {
        cost[node][firstPosition + i] = 0;
        cost[firstPosition + i][node] = 0;
      }
    }
    for (int k = 0; k < nodes; k++) {
      for (int i = 0; i < nodes; i++) {
        for (int j = 0; j < nodes; j++) {
          cost[i][j] = Math.min(cost[i][j], cost[i][k] + cost[k][j]);
        }
      }
    }
  }

  private record Mark(int node, double fraction) {}

  private void divide(RoadGraph roads, int stretch, List<Position> positions) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(roads.from(stretch), 0));
    marks.add(new Mark(roads.to(stretch), 1));
    for (int i = 0; i < positions.size(); i++) {
      if (positions.get(i) instanceof Position.OnStretch(int on, double fraction)
          && on == stretch) {
        marks.add(new Mark(firstPosition + i, fraction));
      }
    }
    marks.sort(Comparator.comparingDouble(Mark::fraction));
    for (int i = 1; i < marks.size(); i++) {
      Mark a = marks.get(i - 1);
      Mark b = marks.get(i);
      int length_mm = at(roads.length_mm(stretch), b) - at(roads.length_mm(stretch), a);
      link(a.node, b.node, roads.forward_ms(stretch), a, b, length_mm);
      link(b.node, a.node, roads.backward_ms(stretch), a, b, length_mm);
    }
  }

  private void link(int from, int to, int whole_ms, Mark a, Mark b, int length_mm) {
    if (whole_ms != RoadGraph.CLOSED) {
      long part = Cost.of(at(whole_ms, b) - at(whole_ms, a), length_mm);
      cost[from][to] = Math.min(cost[from][to], part);
    }
  }

  private static int at(int whole, Mark mark) {
    return (int) Math.round(whole * mark.fraction);
  }

  long cost(int from, int to) {
    return Math.min(cost[firstPosition + from][firstPosition + to], Cost.UNREACHABLE);
  }
}
