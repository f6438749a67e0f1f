package org.ronghe.engines.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds tours along streets. Pure: the same problem, seed and number of rounds give the same tour.
public final class ArcSearch {
  private static final double SPARE = 1.3;

  private ArcSearch() {}

  /// The cheapest tour found that keeps every limit; none when no such tour was found in the time.
  /// Ask [ArcCheck#faults] first whether there can be one.
  public static Optional<ArcTour> solve(ArcProblem problem, long seed, Watch watch) {
    ArcNetwork network = new ArcNetwork(problem);
    if (network.tasks == 0) {
      return Optional.of(new ArcTour(List.of(), 0, 0));
    }
    long total = 0;
    for (int demand : network.demand) {
      total += demand;
    }
    double needed = Math.ceil(SPARE * total / Math.max(1, problem.capacity())) + 3;
    int vehicles = (int) Math.min(problem.vehicles(), Math.min(needed, network.tasks));
    ArcChain chain = new ArcChain(network, vehicles, problem.capacity());
    RoundCount counting = new RoundCount(watch, 1);
    Plan plan = GeneticSearch.run(new ChainVariant(chain), seed, counting);
    if (!plan.keepsLimits()) {
      return Optional.empty();
    }
    List<List<ArcTour.Task>> routes = new ArrayList<>();
    for (int[] route : plan.routes) {
      if (route.length > 0) {
        routes.add(directed(network, route));
      }
    }
    return Optional.of(new ArcTour(routes, Math.round(plan.cost), counting.rounds()));
  }

  /// The best directions for tasks in this order.
  private static List<ArcTour.Task> directed(ArcNetwork network, int[] route) {
    int size = network.tail.length;
    int[][] from = new int[route.length][2];
    int[] cost = {0, 0};
    int last = 0;
    for (int i = 0; i < route.length; i++) {
      int[] next = new int[2];
      for (int k = 0; k < 2; k++) {
        int there = 2 * route[i] + k;
        int zero = cost[0] + network.ways[2 * last * size + there];
        int one = cost[1] + network.ways[(2 * last + 1) * size + there];
        from[i][k] = one < zero ? 1 : 0;
        next[k] = Math.min(zero, one) + network.cost[route[i]];
      }
      cost = next;
      last = route[i];
    }
    int home0 = cost[0] + network.ways[2 * last * size];
    int home1 = cost[1] + network.ways[(2 * last + 1) * size];
    int direction = home1 < home0 ? 1 : 0;
    ArcTour.Task[] tasks = new ArcTour.Task[route.length];
    for (int i = route.length - 1; i >= 0; i--) {
      tasks[i] = network.task(route[i], direction);
      direction = from[i][direction];
    }
    return List.of(tasks);
  }
}
