package org.ronghe.engines.reach;

/// A network made ready for quick questions: its contraction hierarchy. Immutable, shared by
/// threads.
///
/// The nodes stand in new places, the most important first, so that a sweep over all of them runs
/// through memory in one direction and what is used most lies together.
public final class Hierarchy {
  final Network network;
  final int[] place;
  final Arcs up;
  final Arcs down;
  private final int[] order;
  private final int[] sweep;

  private Hierarchy(Network network, Contraction contraction) {
    this.network = network;
    order = contraction.order();
    Arcs downwards = contraction.down();
    sweep = Contraction.sweepOrder(contraction.levels(), downwards);
    place = new int[sweep.length];
    for (int i = 0; i < sweep.length; i++) {
      place[sweep[i]] = i;
    }
    up = placed(contraction.up(), sweep);
    down = placed(downwards, sweep);
  }

  public static Hierarchy of(Network network) {
    Contraction contraction = new Contraction(network.arcs());
    contraction.run();
    return new Hierarchy(network, contraction);
  }

  /// The same for roads that have changed a little: nodes keep their numbers, new ones come after
  /// them. Keeps the order in which nodes were taken out, which is most of the work of finding it.
  public Hierarchy renewed(Network changed) {
    int added = changed.nodeCount() - network.nodeCount();
    if (added < 0) {
      throw new IllegalArgumentException(
          changed.nodeCount() + " nodes, before " + network.nodeCount());
    }
    int[] kept = new int[changed.nodeCount()];
    for (int i = 0; i < added; i++) {
      kept[i] = network.nodeCount() + i;
    }
    System.arraycopy(order, 0, kept, added, order.length);
    Contraction contraction = new Contraction(changed.arcs());
    contraction.run(kept);
    return new Hierarchy(changed, contraction);
  }

  public Network network() {
    return network;
  }

  public int nodeCount() {
    return place.length;
  }

  /// The node at a place.
  int node(int place) {
    return sweep[place];
  }

  /// Arcs up and down, shortcuts among them.
  public int arcCount() {
    return up.arcCount() + down.arcCount();
  }

  /// What it takes from one position to another.
  public long cost(Position from, Position to) {
    return new PairSearch(this).cost(from, to);
  }

  private Arcs placed(Arcs arcs, int[] sweep) {
    int count = arcs.arcCount();
    Arcs to = new Arcs(new int[sweep.length + 1], new int[count], new long[count], new int[count]);
    int at = 0;
    for (int i = 0; i < sweep.length; i++) {
      for (int arc = arcs.first()[sweep[i]]; arc < arcs.first()[sweep[i] + 1]; arc++) {
        int via = arcs.label()[arc];
        to.head()[at] = place[arcs.head()[arc]];
        to.cost()[at] = arcs.cost()[arc];
        to.label()[at++] = via < 0 ? via : place[via];
      }
      to.first()[i + 1] = at;
    }
    return to;
  }
}
