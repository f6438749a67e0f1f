package org.ronghe.engines.reach;

/// Dijkstra's search over the network as it is: the answer all others are held to.
public final class PlainSearch {
  private final Network network;
  private final NodeHeap heap;

  public PlainSearch(Network network) {
    this.network = network;
    heap = new NodeHeap(network.nodeCount());
  }

  /// Searches everything that can be reached from a position.
  public PlainSearch from(Position origin) {
    Arcs arcs = network.arcs();
    heap.clear();
    Anchors start = network.leaving(origin);
    for (int i = 0; i < start.size(); i++) {
      heap.offer(start.node(i), start.cost(i));
    }
    while (!heap.isEmpty()) {
      int v = heap.poll();
      long sofar = heap.cost(v);
      for (int arc = arcs.first()[v]; arc < arcs.first()[v + 1]; arc++) {
        heap.offer(arcs.head()[arc], sofar + arcs.cost()[arc]);
      }
    }
    return this;
  }

  /// What a node of the network takes, or [Cost#UNREACHABLE].
  public long cost(int node) {
    return heap.cost(node);
  }

  /// What it takes from `origin`, which was searched from, to `destination`.
  public long to(Position origin, Position destination) {
    long least = network.direct(origin, destination);
    Anchors end = network.arriving(destination);
    for (int i = 0; i < end.size(); i++) {
      long sofar = heap.cost(end.node(i));
      if (Cost.isReachable(sofar)) {
        least = Math.min(least, sofar + end.cost(i));
      }
    }
    return least;
  }
}
