package org.ronghe.engines.reach;

import java.util.Arrays;

/// Takes the nodes of a graph out one by one, least important first, and puts shortcuts in where
/// the shortest way led over the node taken out (Geisberger et al., Contraction Hierarchies, 2008).
///
/// How important a node is: how high it stands over those already taken out, how many arcs taking
/// it out adds for each it removes, and how many original arcs those stand for.
final class Contraction {
  /// Nodes a search for a way round may settle, while weighing a node and while taking it out.
  private static final int SETTLED_WEIGHING = 10;

  private static final int SETTLED_CONTRACTING = 60;

  private final int nodes;
  private final Neighbours out;
  private final Neighbours in;
  private final int[] level;
  private final NodeHeap around;
  private final Arcs.List up;
  private final Arcs.List down;
  private int[] order = new int[0];

  private int addedArcs;
  private int addedHops;

  Contraction(Arcs arcs) {
    nodes = arcs.nodeCount();
    out = new Neighbours(arcs);
    in = new Neighbours(arcs.reversed());
    level = new int[nodes];
    around = new NodeHeap(nodes);
    up = new Arcs.List(nodes);
    down = new Arcs.List(nodes);
  }

  /// Decides the order on the way.
  void run() {
    order = new int[nodes];
    NodeHeap waiting = new NodeHeap(nodes);
    for (int v = 0; v < nodes; v++) {
      waiting.put(v, importance(v));
    }
    int done = 0;
    while (!waiting.isEmpty()) {
      int v = waiting.poll();
      long now = importance(v);
      if (!waiting.isEmpty() && now > waiting.leastCost()) {
        waiting.put(v, now);
        continue;
      }
      order[done++] = v;
      takeOut(v);
    }
  }

  /// Keeps the order of an earlier run over the same nodes.
  void run(int[] earlier) {
    order = earlier;
    for (int v : earlier) {
      takeOut(v);
    }
  }

  int[] order() {
    return order;
  }

  int[] levels() {
    return level;
  }

  /// Arcs from each node to nodes taken out later; labels are as in [Neighbours#via].
  Arcs up() {
    return up.toArcs();
  }

  /// Arcs to each node from nodes taken out later, turned round.
  Arcs down() {
    return down.toArcs();
  }

  private long importance(int v) {
    addedArcs = 0;
    addedHops = 0;
    shortcuts(v, SETTLED_WEIGHING, false);
    int removedArcs = in.count(v) + out.count(v);
    int removedHops = 0;
    for (int a = in.first(v); a < in.end(v); a++) {
      removedHops += in.hops(a);
    }
    for (int a = out.first(v); a < out.end(v); a++) {
      removedHops += out.hops(a);
    }
    long importance = 1000L * level[v];
    if (removedArcs > 0) {
      importance += 1000L * addedArcs / removedArcs + 1000L * addedHops / removedHops;
    }
    return importance;
  }

  private void takeOut(int v) {
    shortcuts(v, SETTLED_CONTRACTING, true);
    for (int a = in.first(v); a < in.end(v); a++) {
      int u = in.node(a);
      down.add(v, u, in.cost(a), in.via(a));
      out.remove(u, v);
      level[u] = Math.max(level[u], level[v] + 1);
    }
    for (int a = out.first(v); a < out.end(v); a++) {
      int w = out.node(a);
      up.add(v, w, out.cost(a), out.via(a));
      in.remove(w, v);
      level[w] = Math.max(level[w], level[v] + 1);
    }
  }

  /// Finds the shortcuts that taking `v` out needs; counts them, or puts them in.
  private void shortcuts(int v, int settledAllowed, boolean add) {
    for (int a = in.first(v); a < in.end(v); a++) {
      int u = in.node(a);
      long toV = in.cost(a);
      if (out.count(v) == 0 || out.count(v) == 1 && out.node(out.first(v)) == u) {
        continue;
      }
      searchAround(u, v, toV, settledAllowed);
      for (int b = out.first(v); b < out.end(v); b++) {
        int w = out.node(b);
        long over = toV + out.cost(b);
        if (w == u || around.cost(w) <= over) {
          continue;
        }
        int hops = in.hops(a) + out.hops(b);
        addedArcs++;
        addedHops += hops;
        if (add) {
          out.put(u, w, over, v, hops);
          in.put(w, u, over, v, hops);
        }
      }
    }
  }

  /// From `u` as far as a shortcut over `v` could be of use, not through `v`.
  private void searchAround(int u, int v, long toV, int settledAllowed) {
    long furthest = 0;
    for (int b = out.first(v); b < out.end(v); b++) {
      if (out.node(b) != u) {
        furthest = Math.max(furthest, out.cost(b));
      }
    }
    long limit = toV + furthest;
    around.clear();
    around.offer(u, 0);
    for (int settled = 0; settled < settledAllowed && !around.isEmpty(); settled++) {
      long sofar = around.leastCost();
      if (sofar > limit) {
        return;
      }
      int x = around.poll();
      for (int arc = out.first(x); arc < out.end(x); arc++) {
        int y = out.node(arc);
        long cost = sofar + out.cost(arc);
        if (y != v && cost <= limit) {
          around.offer(y, cost);
        }
      }
    }
  }

  /// The nodes sorted by level, highest first; in a level by how many arcs come down to them, so
  /// that a processor guesses the length of its next loop right; then by their own number, which
  /// keeps neighbours together.
  static int[] sweepOrder(int[] level, Arcs down) {
    long[] keys = new long[level.length];
    int highest = Arrays.stream(level).max().orElse(0);
    for (int v = 0; v < level.length; v++) {
      long count = down.first()[v + 1] - down.first()[v];
      keys[v] = (long) (highest - level[v]) << 47 | Math.min(count, 0x7FFF) << 32 | v;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
