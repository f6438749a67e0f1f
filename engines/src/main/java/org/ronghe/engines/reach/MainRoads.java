package org.ronghe.engines.reach;

import java.util.Arrays;
import java.util.BitSet;
import org.ronghe.model.road.RoadGraph;

/// The stretches a traveller can both come to and leave again: those in a part of the network whose
/// junctions all reach each other, if the part is the largest or has at least 200 junctions. A yard
/// behind a wrongly drawn gate is no place to start from.
public final class MainRoads {
  private static final int LEAST_JUNCTIONS = 200;

  private MainRoads() {}

  public static BitSet of(RoadGraph roads) {
    return of(roads, LEAST_JUNCTIONS);
  }

  static BitSet of(RoadGraph roads, int leastJunctions) {
    int[] part = new Parting(new JunctionNetwork(roads).arcs()).parts();
    int[] size = new int[roads.nodeCount()];
    for (int p : part) {
      size[p]++;
    }
    int largest = Arrays.stream(size).max().orElse(0);
    BitSet kept = new BitSet(roads.stretchCount());
    for (int stretch = 0; stretch < roads.stretchCount(); stretch++) {
      int p = part[roads.from(stretch)];
      kept.set(
          stretch,
          roads.isOpen(stretch)
              && p == part[roads.to(stretch)]
              && (size[p] >= leastJunctions || size[p] == largest));
    }
    return kept;
  }

  /// Tarjan's strongly connected components, without recursion.
  private static final class Parting {
    private final Arcs arcs;
    private final int[] part;
    private final int[] index;
    private final int[] low;
    private final int[] next;
    private final int[] open;
    private final int[] path;
    private int openCount;
    private int pathCount;
    private int seen;
    private int partCount;

    Parting(Arcs arcs) {
      this.arcs = arcs;
      int nodes = arcs.nodeCount();
      part = new int[nodes];
      index = new int[nodes];
      low = new int[nodes];
      next = Arrays.copyOf(arcs.first(), nodes);
      open = new int[nodes];
      path = new int[nodes];
    }

    int[] parts() {
      Arrays.fill(part, -1);
      for (int v = 0; v < part.length; v++) {
        if (index[v] == 0) {
          enter(v);
          while (pathCount > 0) {
            step(path[pathCount - 1]);
          }
        }
      }
      return part;
    }

    private void enter(int v) {
      index[v] = ++seen;
      low[v] = seen;
      open[openCount++] = v;
      path[pathCount++] = v;
    }

    private void step(int v) {
      if (next[v] < arcs.first()[v + 1]) {
        int w = arcs.head()[next[v]++];
        if (index[w] == 0) {
          enter(w);
        } else if (part[w] < 0) {
          low[v] = Math.min(low[v], index[w]);
        }
        return;
      }
      pathCount--;
      if (pathCount > 0) {
        int parent = path[pathCount - 1];
        low[parent] = Math.min(low[parent], low[v]);
      }
      if (low[v] == index[v]) {
        int w;
        do {
          w = open[--openCount];
          part[w] = partCount;
        } while (w != v);
        partCount++;
      }
    }
  }
}
