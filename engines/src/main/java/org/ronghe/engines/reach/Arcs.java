package org.ronghe.engines.reach;

import java.util.Arrays;

/// A directed graph in flat arrays: the arcs out of node `v` are `first[v]` up to `first[v + 1]`.
///
/// @param head where each arc leads
/// @param cost what it takes, see [Cost]
/// @param label what the arc stands for: a directed stretch
record Arcs(int[] first, int[] head, long[] cost, int[] label) {

  int nodeCount() {
    return first.length - 1;
  }

  int arcCount() {
    return head.length;
  }

  /// The same arcs turned round.
  Arcs reversed() {
    int nodes = nodeCount();
    List list = new List(nodes);
    for (int tail = 0; tail < nodes; tail++) {
      for (int arc = first[tail]; arc < first[tail + 1]; arc++) {
        list.add(head[arc], tail, cost[arc], label[arc]);
      }
    }
    return list.toArcs();
  }

  /// Arcs in any order, to be sorted by their tails.
  static final class List {
    private final int nodes;
    private int[] tail = new int[256];
    private int[] head = new int[256];
    private long[] cost = new long[256];
    private int[] label = new int[256];
    private int size;

    List(int nodes) {
      this.nodes = nodes;
    }

    void add(int from, int to, long what, int of) {
      if (size == tail.length) {
        int room = size + (size >> 1);
        tail = Arrays.copyOf(tail, room);
        head = Arrays.copyOf(head, room);
        cost = Arrays.copyOf(cost, room);
        label = Arrays.copyOf(label, room);
      }
      tail[size] = from;
      head[size] = to;
      cost[size] = what;
      label[size++] = of;
    }

    /// Arcs of the same tail keep the order they were added in.
    Arcs toArcs() {
      int[] first = new int[nodes + 1];
      for (int i = 0; i < size; i++) {
        first[tail[i] + 1]++;
      }
      for (int v = 0; v < nodes; v++) {
        first[v + 1] += first[v];
      }
      int[] next = Arrays.copyOf(first, nodes);
      Arcs arcs = new Arcs(first, new int[size], new long[size], new int[size]);
      for (int i = 0; i < size; i++) {
        int at = next[tail[i]]++;
        arcs.head[at] = head[i];
        arcs.cost[at] = cost[i];
        arcs.label[at] = label[i];
      }
      return arcs;
    }
  }
}
