package org.ronghe.engines.tour;

/// One set of routes, whether it keeps the limits or not. Clients are numbered from 1.
final class Plan {
  /// By vehicle; an unused vehicle has an empty route.
  final int[][] routes;

  /// All clients in the order of the routes.
  final int[] tour;

  /// Client before and after, 0 for the depot.
  final int[] before;

  final int[] after;

  final double cost;
  final double overload;
  final double overtime;

  /// With which the plan was priced; choices made while pricing come out the same only with them.
  Penalties priced = new Penalties(1, 1);

  /// Place in the population's table of distances.
  int slot = -1;

  double fitness;

  Plan(int clients, int[][] routes, double cost, double overload, double overtime) {
    this(
        clients,
        routes,
        java.util.stream.IntStream.range(0, routes.length).toArray(),
        cost,
        overload,
        overtime);
  }

  /// @param order in which the routes make up the tour
  Plan(int clients, int[][] routes, int[] order, double cost, double overload, double overtime) {
    this.routes = routes;
    this.cost = cost;
    this.overload = overload;
    this.overtime = overtime;
    tour = new int[clients];
    before = new int[clients + 1];
    after = new int[clients + 1];
    int count = 0;
    for (int r : order) {
      int[] route = routes[r];
      for (int i = 0; i < route.length; i++) {
        tour[count++] = route[i];
        before[route[i]] = i == 0 ? 0 : route[i - 1];
        after[route[i]] = i + 1 == route.length ? 0 : route[i + 1];
      }
    }
    if (count != clients) {
      throw new IllegalStateException(count + " of " + clients + " clients are in a plan");
    }
  }

  boolean keepsLimits() {
    return overload == 0 && overtime == 0;
  }

  double penalised(Penalties penalties) {
    return cost + overload * penalties.load() + overtime * penalties.time();
  }

  /// Share of neighbourhoods of this plan that are broken in the other, 0 to 1.
  double distanceTo(Plan other) {
    int broken = 0;
    for (int client = 1; client < after.length; client++) {
      int next = after[client];
      if (next != other.after[client] && next != other.before[client]) {
        broken++;
      }
      if (before[client] == 0 && other.before[client] != 0 && other.after[client] != 0) {
        broken++;
      }
    }
    return (double) broken / Math.max(1, tour.length);
  }
}
