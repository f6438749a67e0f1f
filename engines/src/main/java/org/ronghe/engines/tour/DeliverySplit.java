package org.ronghe.engines.tour;

import java.util.Arrays;

/// Cuts a tour into routes at the least penalised cost, for a [DeliveryProblem].
///
/// Without a limit on time the cuts are found in linear time with a queue of the starts that are
/// not dominated; with one, starts too far back to fit are left out. When that takes more vehicles
/// than there are, the cuts are found again vehicle by vehicle.
final class DeliverySplit {
  /// A route this much over capacity is never a good cut.
  private static final double MOST_LOAD = 1.5;

  private final DeliveryProblem problem;
  private final int n;
  private final int[] fromDepot;
  private final int[] toDepot;
  private final long[] far;
  private final long[] load;
  private final long[] serving;
  private final int[] queue;
  private double[] best;
  private int[] cut;
  private final long largest;
  private double loadPenalty;
  private double timePenalty;

  DeliverySplit(DeliveryProblem problem) {
    this.problem = problem;
    n = problem.clients;
    fromDepot = new int[n + 2];
    toDepot = new int[n + 2];
    far = new long[n + 2];
    load = new long[n + 2];
    serving = new long[n + 2];
    queue = new int[n + 2];
    best = new double[n + 1];
    cut = new int[n + 1];
    largest = Arrays.stream(problem.demand).max().orElse(0);
  }

  int[][] split(int[] tour, Penalties penalties) {
    loadPenalty = penalties.load();
    timePenalty = penalties.time();
    prepare(tour);
    if (problem.longest == DeliveryProblem.NO_LIMIT) {
      linear();
    } else {
      bounded();
    }
    int used = 0;
    for (int end = n; end > 0; end = cut[end]) {
      used++;
    }
    if (used > problem.vehicles) {
      return byVehicle(tour);
    }
    int[][] routes = new int[problem.vehicles][];
    int vehicle = used;
    for (int end = n; end > 0; end = cut[end]) {
      routes[--vehicle] = Arrays.copyOfRange(tour, cut[end], end);
    }
    Arrays.fill(routes, used, routes.length, new int[0]);
    return routes;
  }

  /// Penalised cost of the cheapest cuts found last; for tests.
  double cost() {
    return best[n];
  }

  private void prepare(int[] tour) {
    int places = problem.places;
    for (int i = 1; i <= n; i++) {
      int client = tour[i - 1];
      fromDepot[i] = problem.distance[client];
      toDepot[i] = problem.distance[client * places];
      int step = i == 1 ? 0 : problem.distance[tour[i - 2] * places + client];
      far[i] = far[i - 1] + step;
      load[i] = load[i - 1] + problem.demand[client];
      serving[i] = serving[i - 1] + problem.service[client];
    }
  }

  /// Least penalised cost of clients `start+1 … end` on one route, by definition.
  private double routeCost(int start, int end) {
    double distance = fromDepot[start + 1] + far[end] - far[start + 1] + toDepot[end];
    double overload = Math.max(0, load[end] - load[start] - problem.capacity);
    double overtime =
        problem.longest == DeliveryProblem.NO_LIMIT
            ? 0
            : Math.max(0, distance + serving[end] - serving[start] - problem.longest);
    return distance + overload * loadPenalty + overtime * timePenalty;
  }

  /// What a start has cost until it leaves for its first client, less the way common to all.
  private double lead(int start) {
    return best[start] + fromDepot[start + 1] - far[start + 1];
  }

  private void linear() {
    best[0] = 0;
    int first = 0;
    int last = 0;
    queue[0] = 0;
    for (int end = 1; end <= n; end++) {
      best[end] = best[queue[first]] + routeCost(queue[first], end);
      cut[end] = queue[first];
      if (end == n) {
        return;
      }
      if (!hides(queue[last], end)) {
        while (first <= last && lead(end) <= lead(queue[last])) {
          last--;
        }
        queue[++last] = end;
      }
      while (first < last
          && best[queue[first + 1]] + routeCost(queue[first + 1], end + 1)
              <= best[queue[first]] + routeCost(queue[first], end + 1) + 1e-9) {
        first++;
      }
    }
  }

  /// True when the earlier start stays as cheap as the later one, however far the route goes on.
  private boolean hides(int earlier, int later) {
    return lead(earlier) + loadPenalty * (load[later] - load[earlier]) <= lead(later);
  }

  private void bounded() {
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    for (int start = 0; start < n; start++) {
      for (int end = start + 1; end <= n && worthTrying(start, end); end++) {
        double cost = best[start] + routeCost(start, end);
        if (cost < best[end]) {
          best[end] = cost;
          cut[end] = start;
        }
      }
    }
  }

  private boolean worthTrying(int start, int end) {
    return end == start + 1 || load[end] - load[start] <= MOST_LOAD * problem.capacity;
  }

  /// With at most so many vehicles. Twice the mean load is room enough for an answer to exist.
  private int[][] byVehicle(int[] tour) {
    int vehicles = problem.vehicles;
    double[] before = new double[n + 1];
    int[][] cuts = new int[vehicles][n + 1];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    before[0] = 0;
    long most = 2 * Math.max(problem.capacity, load[n] / vehicles + largest);
    for (int vehicle = 0; vehicle < vehicles; vehicle++) {
      double[] now = before.clone();
      for (int end = 0; end <= n; end++) {
        cuts[vehicle][end] = end;
      }
      for (int start = 0; start < n; start++) {
        for (int end = start + 1;
            before[start] < Double.POSITIVE_INFINITY && end <= n && load[end] - load[start] <= most;
            end++) {
          double cost = before[start] + routeCost(start, end);
          if (cost < now[end]) {
            now[end] = cost;
            cuts[vehicle][end] = start;
          }
        }
      }
      before = now;
    }
    best = before;
    int[][] routes = new int[vehicles][];
    int end = n;
    for (int vehicle = vehicles - 1; vehicle >= 0; vehicle--) {
      int start = cuts[vehicle][end];
      routes[vehicle] = Arrays.copyOfRange(tour, start, end);
      end = start;
    }
    return routes;
  }
}
