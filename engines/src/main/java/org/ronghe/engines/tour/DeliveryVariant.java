package org.ronghe.engines.tour;

/// Local search and split for a [DeliveryProblem].
final class DeliveryVariant implements Variant {
  private final DeliveryProblem problem;
  private final DeliverySplit split;
  private final Routes routes;
  private final NearMoves moves;
  private final SwapStar swapStar;
  private final int[] clientOrder;
  private final int[] routeOrder;
  private final int[] tested;
  private final int[] pairTested;

  DeliveryVariant(DeliveryProblem problem) {
    this.problem = problem;
    split = new DeliverySplit(problem);
    routes = new Routes(problem);
    moves = new NearMoves(routes);
    swapStar = new SwapStar(routes);
    clientOrder = numbers(problem.clients, 1);
    routeOrder = numbers(problem.vehicles, 0);
    tested = new int[problem.clients + 1];
    pairTested = new int[problem.vehicles];
  }

  private static int[] numbers(int count, int first) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = first + i;
    }
    return numbers;
  }

  @Override
  public int clients() {
    return problem.clients;
  }

  @Override
  public Penalties firstPenalties() {
    int farthest = 1;
    for (int one : problem.distance) {
      farthest = Math.max(farthest, one);
    }
    int largest = 1;
    for (int one : problem.demand) {
      largest = Math.max(largest, one);
    }
    return new Penalties(Math.clamp((double) farthest / largest, 0.1, 1000), 1);
  }

  @Override
  public int[][] split(int[] tour, Penalties penalties) {
    return split.split(tour, penalties);
  }

  @Override
  public Plan improve(int[][] given, Penalties penalties, Dice dice) {
    routes.take(given, penalties);
    dice.shuffle(clientOrder);
    dice.shuffle(routeOrder);
    java.util.Arrays.fill(tested, -1);
    java.util.Arrays.fill(pairTested, -1);
    swapStar.forget();
    boolean first = true;
    int before;
    do {
      before = routes.moves;
      nearMoves(first);
      swaps();
      first = false;
    } while (routes.moves > before || routes.moves == 0 && first);
    return routes.plan();
  }

  private void nearMoves(boolean first) {
    int before;
    boolean fresh = first;
    do {
      before = routes.moves;
      for (int u : clientOrder) {
        around(u, fresh);
      }
      // Empty vehicles are tried from the second pass on, so that they are not opened in haste.
      boolean again = fresh;
      fresh = false;
      if (again) {
        before = -1;
      }
    } while (routes.moves > before);
  }

  private void around(int u, boolean first) {
    int last = tested[u];
    tested[u] = routes.moves;
    moves.from(u);
    for (int v : problem.near[u]) {
      int r = routes.route[v];
      if (Math.max(routes.changed[routes.route[u]], routes.changed[r]) <= last) {
        continue;
      }
      if (moves.tryClient(v)) {
        moves.from(u);
        continue;
      }
      int before = routes.prev[v];
      if (before > routes.n && moves.tryStart(before)) {
        moves.from(u);
      }
    }
    if (!first) {
      tryEmpty(u);
    }
  }

  private void tryEmpty(int u) {
    for (int r = 0; r < problem.vehicles; r++) {
      if (routes.size[r] == 0) {
        moves.tryStart(routes.start(r));
        return;
      }
    }
  }

  private void swaps() {
    for (int a : routeOrder) {
      int last = pairTested[a];
      pairTested[a] = routes.moves;
      for (int b : routeOrder) {
        if (a < b
            && routes.size[a] > 0
            && routes.size[b] > 0
            && Math.max(routes.changed[a], routes.changed[b]) > last
            && routes.sectors.overlap(a, b)) {
          swapStar.tryRoutes(a, b);
        }
      }
    }
  }
}
