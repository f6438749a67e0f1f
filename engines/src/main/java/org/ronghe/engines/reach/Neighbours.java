package org.ronghe.engines.reach;

import java.util.Arrays;

/// Arcs of every node in one direction, while they come and go during contraction. Each node has a
/// stretch of the common arrays; one that outgrows its own moves to the end.
final class Neighbours {
  private final int[] start;
  private final int[] count;
  private final int[] room;
  private int[] node;
  private long[] cost;
  private int[] via;
  private int[] hops;
  private int end;

  /// Takes the cheapest of parallel arcs over, and no loops.
  Neighbours(Arcs arcs) {
    int nodes = arcs.nodeCount();
    start = new int[nodes];
    count = new int[nodes];
    room = new int[nodes];
    int spare = arcs.arcCount() + 2 * nodes;
    node = new int[spare];
    cost = new long[spare];
    via = new int[spare];
    hops = new int[spare];
    for (int v = 0; v < nodes; v++) {
      start[v] = end;
      room[v] = arcs.first()[v + 1] - arcs.first()[v] + 1;
      end += room[v];
      for (int arc = arcs.first()[v]; arc < arcs.first()[v + 1]; arc++) {
        if (arcs.head()[arc] != v) {
          put(v, arcs.head()[arc], arcs.cost()[arc], ~arcs.label()[arc], 1);
        }
      }
    }
  }

  int first(int of) {
    return start[of];
  }

  int end(int of) {
    return start[of] + count[of];
  }

  int count(int of) {
    return count[of];
  }

  int node(int arc) {
    return node[arc];
  }

  long cost(int arc) {
    return cost[arc];
  }

  /// The node a shortcut leads over, or the complement of an original arc's label.
  int via(int arc) {
    return via[arc];
  }

  int hops(int arc) {
    return hops[arc];
  }

  /// Adds an arc, or betters the one that is there.
  void put(int of, int other, long what, int over, int steps) {
    for (int arc = start[of]; arc < start[of] + count[of]; arc++) {
      if (node[arc] == other) {
        if (what < cost[arc]) {
          cost[arc] = what;
          via[arc] = over;
          hops[arc] = steps;
        }
        return;
      }
    }
    if (count[of] == room[of]) {
      move(of);
    }
    int arc = start[of] + count[of]++;
    node[arc] = other;
    cost[arc] = what;
    via[arc] = over;
    hops[arc] = steps;
  }

  void remove(int of, int other) {
    int last = start[of] + count[of] - 1;
    for (int arc = start[of]; arc <= last; arc++) {
      if (node[arc] == other) {
        node[arc] = node[last];
        cost[arc] = cost[last];
        via[arc] = via[last];
        hops[arc] = hops[last];
        count[of]--;
        return;
      }
    }
  }

  private void move(int of) {
    int wanted = 2 * count[of] + 2;
    if (end + wanted > node.length) {
      int length = end + wanted + (node.length >> 1);
      node = Arrays.copyOf(node, length);
      cost = Arrays.copyOf(cost, length);
      via = Arrays.copyOf(via, length);
      hops = Arrays.copyOf(hops, length);
    }
    int from = start[of];
    System.arraycopy(node, from, node, end, count[of]);
    System.arraycopy(cost, from, cost, end, count[of]);
    System.arraycopy(via, from, via, end, count[of]);
    System.arraycopy(hops, from, hops, end, count[of]);
    start[of] = end;
    room[of] = wanted;
    end += wanted;
  }
}
