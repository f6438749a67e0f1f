package org.ronghe.engines.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The way itself between two positions: shortcuts unpacked into stretches. For one thread, used
/// again and again.
public final class RoutePath {
  private final Hierarchy hierarchy;
  private final Climb there;
  private final Climb back;

  public RoutePath(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    there = new Climb(hierarchy, hierarchy.up);
    back = new Climb(hierarchy, hierarchy.down);
  }

  /// A way found.
  ///
  /// @param cost what it takes, see [Cost]
  /// @param directed the directed stretches that are travelled to their end, in order; the last
  ///   part, to a position along a stretch, is not among them
  public record Way(long cost, List<Integer> directed) {
    public Way {
      directed = List.copyOf(directed);
    }
  }

  /// The quickest way, the shorter of equally quick ones; nothing where there is none.
  public Optional<Way> between(Position from, Position to) {
    Network network = hierarchy.network();
    long least = network.direct(from, to);
    there.from(network.leaving(from));
    back.from(network.arriving(to));
    int top = -1;
    for (int place : there.reached) {
      long cost = there.heap.cost(place) + back.heap.cost(place);
      if (cost < least) {
        least = cost;
        top = place;
      }
    }
    if (!Cost.isReachable(least)) {
      return Optional.empty();
    }
    return Optional.of(new Way(least, top < 0 ? List.of() : unpacked(top)));
  }

  private List<Integer> unpacked(int top) {
    List<Integer> up = there.placesTo(top);
    Collections.reverse(up);
    List<Integer> down = back.placesTo(top);
    List<Integer> stretches = new ArrayList<>();
    if (hierarchy.network() instanceof TurnNetwork) {
      // a node of turns is a stretch travelled to its end
      stretches.add(hierarchy.node(up.getFirst()));
    }
    for (int i = 1; i < up.size(); i++) {
      unpack(up.get(i - 1), up.get(i), stretches);
    }
    for (int i = 1; i < down.size(); i++) {
      unpack(down.get(i - 1), down.get(i), stretches);
    }
    return stretches;
  }

  private void unpack(int from, int to, List<Integer> stretches) {
    Deque<int[]> left = new ArrayDeque<>();
    left.push(new int[] {from, to});
    while (!left.isEmpty()) {
      int[] leg = left.pop();
      int via = via(leg[0], leg[1]);
      if (via < 0) {
        stretches.add(~via);
      } else {
        left.push(new int[] {via, leg[1]});
        left.push(new int[] {leg[0], via});
      }
    }
  }

  /// What the arc between two places stands for; the more important place lies first in memory.
  private int via(int from, int to) {
    Arcs arcs = to < from ? hierarchy.up : hierarchy.down;
    int low = Math.max(from, to);
    int high = Math.min(from, to);
    for (int arc = arcs.first()[low]; arc < arcs.first()[low + 1]; arc++) {
      if (arcs.head()[arc] == high) {
        return arcs.label()[arc];
      }
    }
    throw new IllegalStateException("no arc from " + from + " to " + to);
  }

  /// A search up that remembers where it came from.
  private static final class Climb {
    private final Hierarchy hierarchy;
    private final Arcs arcs;
    private final NodeHeap heap;
    private final int[] below;
    private final List<Integer> reached = new ArrayList<>();

    Climb(Hierarchy hierarchy, Arcs arcs) {
      this.hierarchy = hierarchy;
      this.arcs = arcs;
      heap = new NodeHeap(hierarchy.nodeCount());
      below = new int[hierarchy.nodeCount()];
    }

    void from(Anchors start) {
      heap.clear();
      reached.clear();
      for (int i = 0; i < start.size(); i++) {
        offer(hierarchy.place[start.node(i)], start.cost(i), -1);
      }
      while (!heap.isEmpty()) {
        int v = heap.poll();
        reached.add(v);
        for (int arc = arcs.first()[v]; arc < arcs.first()[v + 1]; arc++) {
          offer(arcs.head()[arc], heap.cost(v) + arcs.cost()[arc], v);
        }
      }
    }

    private void offer(int place, long cost, int from) {
      if (cost < heap.cost(place)) {
        heap.offer(place, cost);
        below[place] = from;
      }
    }

    /// From a place down to where the search began.
    List<Integer> placesTo(int top) {
      List<Integer> places = new ArrayList<>();
      for (int at = top; at >= 0; at = below[at]) {
        places.add(at);
      }
      return places;
    }
  }
}
