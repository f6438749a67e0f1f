package org.ronghe.engines.reach;

import java.util.Arrays;

/// One pair at a time, over a hierarchy. For one thread, used again and again.
public final class PairSearch {
  private final Hierarchy hierarchy;
  private final Cone there;
  private final Cone back;
  private final long[] met;

  public PairSearch(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    there = new Cone(hierarchy);
    back = new Cone(hierarchy);
    met = new long[hierarchy.nodeCount()];
    Arrays.fill(met, Cost.UNREACHABLE);
  }

  /// What it takes, see [Cost].
  public long cost(Position from, Position to) {
    Network network = hierarchy.network;
    long least = network.direct(from, to);
    there.leave(network.leaving(from));
    back.arrive(network.arriving(to));
    for (int i = 0; i < there.size(); i++) {
      met[there.place(i)] = there.cost(i);
    }
    for (int i = 0; i < back.size(); i++) {
      least = Math.min(least, met[back.place(i)] + back.cost(i));
    }
    for (int i = 0; i < there.size(); i++) {
      met[there.place(i)] = Cost.UNREACHABLE;
    }
    return Math.min(least, Cost.UNREACHABLE);
  }
}
