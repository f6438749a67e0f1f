package org.ronghe.engines.tour;

import java.util.Arrays;

/// Local search and split for a [Chain].
final class ChainVariant implements Variant {
  private static final int NEAR = 20;

  private final Chain chain;
  private final ChainSplit split;
  private final ChainMoves moves;
  private final int[][] near;
  private final double[] x;
  private final double[] y;
  private final int[] clientOrder;
  private final int[] tested;
  private final boolean allAlike;

  ChainVariant(Chain chain) {
    this.chain = chain;
    split = new ChainSplit(chain);
    moves = new ChainMoves(chain);
    int places = chain.clients() + 1;
    near = DeliveryProblem.near(places, chain.nearness(), NEAR);
    Drawing drawing =
        chain.x().length == 0
            ? Drawing.of(places, chain.nearness())
            : new Drawing(chain.x(), chain.y());
    x = drawing.x();
    y = drawing.y();
    clientOrder = new int[chain.clients()];
    for (int i = 0; i < clientOrder.length; i++) {
      clientOrder[i] = i + 1;
    }
    tested = new int[places];
    boolean same = true;
    for (int r = 1; r < chain.vehicles(); r++) {
      same &= chain.alike(0, r);
    }
    allAlike = same;
  }

  @Override
  public int clients() {
    return chain.clients();
  }

  @Override
  public Penalties firstPenalties() {
    return chain.firstPenalties();
  }

  @Override
  public int[][] split(int[] tour, Penalties penalties) {
    return split.split(tour, penalties);
  }

  @Override
  public Plan improve(int[][] routes, Penalties penalties, Dice dice) {
    chain.weigh(penalties);
    moves.take(routes);
    dice.shuffle(clientOrder);
    Arrays.fill(tested, -1);
    int before = -1;
    boolean first = true;
    while (first || moves.moves > before) {
      before = first ? -1 : moves.moves;
      for (int u : clientOrder) {
        around(u, first);
      }
      if (!first && !allAlike) {
        others();
      }
      first = false;
    }
    Plan plan = plan();
    plan.priced = penalties;
    return plan;
  }

  private void around(int u, boolean first) {
    int last = tested[u];
    tested[u] = moves.moves;
    for (int v : near[u]) {
      int ru = moves.routes.route[u];
      int rv = moves.routes.route[v];
      if (Math.max(moves.changed[ru], moves.changed[rv]) > last) {
        moves.tryClients(u, v);
      }
    }
    if (!first) {
      int tried = -1;
      for (int r = 0; r < chain.vehicles(); r++) {
        if (moves.routes.size[r] == 0 && (tried < 0 || !chain.alike(tried, r))) {
          tried = r;
          if (moves.tryEmpty(u, r)) {
            return;
          }
        }
      }
    }
  }

  /// Whole routes go to vehicles of other types.
  private void others() {
    for (int a = 0; a < chain.vehicles(); a++) {
      for (int b = 0; b < chain.vehicles(); b++) {
        if (moves.routes.size[a] > 0 && a != b && !chain.alike(a, b)) {
          moves.tryOther(a, b);
        }
        if (moves.routes.size[a] > 0 && a != b && moves.routes.size[b] > 0) {
          merge(a, b);
        }
      }
    }
  }

  /// Two routes become one of another vehicle.
  private void merge(int a, int b) {
    for (int c = 0; c < chain.vehicles(); c++) {
      if (moves.routes.size[c] == 0
          && (!chain.alike(a, c) || !chain.alike(b, c))
          && moves.tryMerge(a, b, c)) {
        return;
      }
    }
  }

  private Plan plan() {
    int vehicles = chain.vehicles();
    long[] order = new long[vehicles];
    int[][] routes = new int[vehicles][];
    double cost = 0;
    double overload = 0;
    double overtime = 0;
    for (int r = 0; r < vehicles; r++) {
      int size = moves.routes.size[r];
      routes[r] = Arrays.copyOf(moves.routes.nodes[r], size);
      order[r] = (turn(routes[r]) << 16) | r;
      if (size > 0) {
        cost += chain.cost(r);
        overload += chain.overload(r);
        overtime += chain.overtime(r);
      }
    }
    Arrays.sort(order);
    int[] sorted = new int[vehicles];
    for (int i = 0; i < vehicles; i++) {
      sorted[i] = (int) (order[i] & 0xFFFF);
    }
    return new Plan(chain.clients(), routes, sorted, cost, overload, overtime);
  }

  /// Direction in which the middle of a route lies from the depot.
  private long turn(int[] route) {
    if (route.length == 0) {
      return 1_000_000;
    }
    double sumX = 0;
    double sumY = 0;
    for (int client : route) {
      sumX += x[client];
      sumY += y[client];
    }
    return 500_000
        + (long) (Math.atan2(sumY / route.length - y[0], sumX / route.length - x[0]) * 100_000);
  }
}
