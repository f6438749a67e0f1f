package org.ronghe.engines.reach;

import java.util.Arrays;
import java.util.List;

/// Times from one origin to every node (PHAST; Delling et al., 2011): up the hierarchy first, then
/// one sweep down over all nodes in the order they lie in memory. Immutable, shared by threads;
/// each thread has a [Tree] of its own.
public final class OneToAll {
  /// More than any time; two of it can be added.
  public static final int NEVER = 1 << 30;

  /// Trees grown side by side in [#trees]: as many as a vector register takes.
  public static final int SIDE_BY_SIDE = 8;

  private final Hierarchy hierarchy;
  private final int[] first;

  /// Arcs down as pairs: the place they come from, and milliseconds.
  private final int[] arcs;

  public OneToAll(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    first = hierarchy.down.first();
    arcs = new int[2 * hierarchy.down.arcCount()];
    for (int arc = 0; arc < hierarchy.down.arcCount(); arc++) {
      arcs[2 * arc] = hierarchy.down.head()[arc];
      arcs[2 * arc + 1] = Cost.time_ms(hierarchy.down.cost()[arc]);
    }
  }

  public Tree tree() {
    return new Tree(this);
  }

  /// For one thread, grown again and again without allocation.
  public static final class Tree {
    private final OneToAll all;
    private final Cone cone;
    private final int[] time_ms;

    private Tree(OneToAll all) {
      this.all = all;
      cone = new Cone(all.hierarchy);
      time_ms = new int[all.hierarchy.nodeCount()];
    }

    /// Fills the tree with the times from `origin`.
    public Tree from(Position origin) {
      Arrays.fill(time_ms, NEVER);
      cone.leave(all.hierarchy.network.leaving(origin));
      for (int i = 0; i < cone.size(); i++) {
        time_ms[cone.place(i)] = Cost.time_ms(cone.cost(i));
      }
      int[] first = all.first;
      int[] arcs = all.arcs;
      int[] time = time_ms;
      int arc = 0;
      for (int v = 0; v < time.length; v++) {
        int least = time[v];
        for (int end = 2 * first[v + 1]; arc < end; arc += 2) {
          least = Math.min(least, time[arcs[arc]] + arcs[arc + 1]);
        }
        time[v] = least;
      }
      return this;
    }

    /// Milliseconds to a node of the network, or [OneToAll#NEVER].
    public int time_ms(int node) {
      return Math.min(time_ms[all.hierarchy.place[node]], NEVER);
    }
  }

  public Trees trees() {
    return new Trees(this);
  }

  /// [OneToAll#SIDE_BY_SIDE] trees grown in one sweep. For one thread.
  public static final class Trees {
    private final OneToAll all;
    private final Cone cone;
    private final int[] time_ms;
    private final int[] least = new int[SIDE_BY_SIDE];

    private Trees(OneToAll all) {
      this.all = all;
      cone = new Cone(all.hierarchy);
      time_ms = new int[all.hierarchy.nodeCount() * SIDE_BY_SIDE];
    }

    /// Fills the trees with the times from up to [OneToAll#SIDE_BY_SIDE] origins.
    public Trees from(List<Position> origins) {
      Arrays.fill(time_ms, NEVER);
      for (int tree = 0; tree < origins.size(); tree++) {
        cone.leave(all.hierarchy.network.leaving(origins.get(tree)));
        for (int i = 0; i < cone.size(); i++) {
          time_ms[cone.place(i) * SIDE_BY_SIDE + tree] = Cost.time_ms(cone.cost(i));
        }
      }
      sweep(all.first, all.arcs, time_ms, least);
      return this;
    }

    private static void sweep(int[] first, int[] arcs, int[] time, int[] least) {
      int arc = 0;
      for (int v = 0; v < first.length - 1; v++) {
        int own = v * SIDE_BY_SIDE;
        System.arraycopy(time, own, least, 0, SIDE_BY_SIDE);
        for (int end = 2 * first[v + 1]; arc < end; arc += 2) {
          int other = arcs[arc] * SIDE_BY_SIDE;
          int more = arcs[arc + 1];
          for (int i = 0; i < SIDE_BY_SIDE; i++) {
            least[i] = Math.min(least[i], time[other + i] + more);
          }
        }
        System.arraycopy(least, 0, time, own, SIDE_BY_SIDE);
      }
    }

    /// Milliseconds of one tree to a node of the network, or [OneToAll#NEVER].
    public int time_ms(int tree, int node) {
      return Math.min(time_ms[all.hierarchy.place[node] * SIDE_BY_SIDE + tree], NEVER);
    }
  }
}
