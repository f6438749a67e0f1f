package org.ronghe.engines.reach;

import java.util.Arrays;

/// The search up the hierarchy: from a position over ever more important nodes, or from a
/// destination backwards. Nodes that are reached better from above are left out ("stalled"). For
/// one thread, used again and again.
final class Cone {
  private final Hierarchy hierarchy;
  private final NodeHeap heap;
  private int[] place = new int[256];
  private long[] cost = new long[256];
  private int size;

  Cone(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    heap = new NodeHeap(hierarchy.nodeCount());
  }

  /// The places reached, in order of cost.
  int size() {
    return size;
  }

  int place(int i) {
    return place[i];
  }

  long cost(int i) {
    return cost[i];
  }

  void leave(Anchors start) {
    climb(start, hierarchy.up, hierarchy.down);
  }

  void arrive(Anchors end) {
    climb(end, hierarchy.down, hierarchy.up);
  }

  private void climb(Anchors start, Arcs along, Arcs against) {
    heap.clear();
    size = 0;
    for (int i = 0; i < start.size(); i++) {
      heap.offer(hierarchy.place[start.node(i)], start.cost(i));
    }
    int[] first = along.first();
    int[] head = along.head();
    long[] arcCost = along.cost();
    while (!heap.isEmpty()) {
      long sofar = heap.leastCost();
      int v = heap.poll();
      if (isStalled(v, sofar, against)) {
        continue;
      }
      if (size == place.length) {
        place = Arrays.copyOf(place, 2 * size);
        cost = Arrays.copyOf(cost, 2 * size);
      }
      place[size] = v;
      cost[size++] = sofar;
      for (int arc = first[v], end = first[v + 1]; arc < end; arc++) {
        heap.offer(head[arc], sofar + arcCost[arc]);
      }
    }
  }

  private boolean isStalled(int v, long sofar, Arcs against) {
    int[] head = against.head();
    long[] arcCost = against.cost();
    for (int arc = against.first()[v], end = against.first()[v + 1]; arc < end; arc++) {
      if (heap.cost(head[arc]) + arcCost[arc] < sofar) {
        return true;
      }
    }
    return false;
  }
}
