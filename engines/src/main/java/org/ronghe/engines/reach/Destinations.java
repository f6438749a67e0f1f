package org.ronghe.engines.reach;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Many destinations made ready: for each node of the hierarchy, the destinations that are reached
/// down from it and what is left to them ("buckets"; Knopp et al., 2007). Immutable, shared by
/// threads; each thread asks through a [#questions()] of its own.
public final class Destinations {
  final Hierarchy hierarchy;
  final int count;
  final int[] bucketFirst;
  final int[] bucketTarget;
  final long[] bucketCost;
  private final List<Position> positions;
  private final Map<Integer, int[]> byStretch = new HashMap<>();
  private final Map<Integer, int[]> byJunction = new HashMap<>();

  public Destinations(Hierarchy hierarchy, List<Position> destinations) {
    this.hierarchy = hierarchy;
    positions = List.copyOf(destinations);
    count = positions.size();
    int[] places = new int[64 * count + 64];
    long[] costs = new long[places.length];
    int[] end = new int[count];
    bucketFirst = new int[hierarchy.nodeCount() + 1];
    Cone cone = new Cone(hierarchy);
    int size = 0;
    for (int target = 0; target < count; target++) {
      cone.arrive(hierarchy.network.arriving(positions.get(target)));
      if (size + cone.size() > places.length) {
        places = Arrays.copyOf(places, 2 * size + cone.size());
        costs = Arrays.copyOf(costs, places.length);
      }
      for (int i = 0; i < cone.size(); i++) {
        places[size] = cone.place(i);
        costs[size++] = cone.cost(i);
        bucketFirst[cone.place(i) + 1]++;
      }
      end[target] = size;
      remember(target);
    }
    for (int v = 0; v < hierarchy.nodeCount(); v++) {
      bucketFirst[v + 1] += bucketFirst[v];
    }
    bucketTarget = new int[size];
    bucketCost = new long[size];
    fill(places, costs, end);
  }

  private void fill(int[] places, long[] costs, int[] end) {
    int[] next = bucketFirst.clone();
    int at = 0;
    for (int target = 0; target < count; target++) {
      for (; at < end[target]; at++) {
        int slot = next[places[at]]++;
        bucketTarget[slot] = target;
        bucketCost[slot] = costs[at];
      }
    }
  }

  /// Positions on one stretch may reach each other without passing a junction.
  private void remember(int target) {
    switch (positions.get(target)) {
      case Position.AtJunction(int node) ->
          byJunction.merge(node, new int[] {target}, Destinations::joined);
      case Position.OnStretch(int stretch, _) -> {
        byStretch.merge(stretch, new int[] {target}, Destinations::joined);
        int from = hierarchy.network.roads().from(stretch);
        int to = hierarchy.network.roads().to(stretch);
        byJunction.merge(from, new int[] {target}, Destinations::joined);
        if (to != from) {
          byJunction.merge(to, new int[] {target}, Destinations::joined);
        }
      }
    }
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  public int count() {
    return count;
  }

  /// Betters a row by the ways that stay on one stretch.
  void direct(Position origin, long[] row) {
    int[] near =
        switch (origin) {
          case Position.AtJunction(int node) -> byJunction.get(node);
          case Position.OnStretch(int stretch, _) -> byStretch.get(stretch);
        };
    if (near != null) {
      for (int target : near) {
        row[target] =
            Math.min(row[target], hierarchy.network.direct(origin, positions.get(target)));
      }
    }
  }

  /// For one thread.
  public Questions questions() {
    return new Questions(this);
  }

  /// One origin after another. For one thread; nothing is allocated per pair.
  public static final class Questions {
    private final Destinations to;
    private final Cone cone;

    private Questions(Destinations to) {
      this.to = to;
      cone = new Cone(to.hierarchy);
    }

    /// Fills `row` with what it takes from `origin` to each destination, [Cost#UNREACHABLE] where
    /// there is no way.
    public void from(Position origin, long[] row) {
      Arrays.fill(row, 0, to.count, Cost.UNREACHABLE);
      cone.leave(to.hierarchy.network.leaving(origin));
      int[] first = to.bucketFirst;
      int[] target = to.bucketTarget;
      long[] rest = to.bucketCost;
      for (int i = 0; i < cone.size(); i++) {
        long sofar = cone.cost(i);
        int place = cone.place(i);
        for (int b = first[place], end = first[place + 1]; b < end; b++) {
          int t = target[b];
          row[t] = Math.min(row[t], sofar + rest[b]);
        }
      }
      to.direct(origin, row);
    }
  }
}
