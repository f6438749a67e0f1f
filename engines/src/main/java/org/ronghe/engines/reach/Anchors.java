package org.ronghe.engines.reach;

import java.util.Arrays;

/// How a position is tied to the nodes that are searched: the nodes, and what it takes to or from
/// each.
final class Anchors {
  static final Anchors NONE = new Anchors();

  private int[] node = new int[2];
  private long[] cost = new long[2];
  private int size;

  void add(int at, long what) {
    if (size == node.length) {
      node = Arrays.copyOf(node, 2 * size);
      cost = Arrays.copyOf(cost, 2 * size);
    }
    node[size] = at;
    cost[size++] = what;
  }

  int size() {
    return size;
  }

  int node(int i) {
    return node[i];
  }

  long cost(int i) {
    return cost[i];
  }
}
