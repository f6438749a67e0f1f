package org.ronghe.engines.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds tours. Pure: the same problem, seed and number of rounds give the same tour.
public final class TourSearch {
  /// A plain problem of which nobody counts the vehicles gets this share more than it needs.
  private static final double SPARE = 1.3;

  private TourSearch() {}

  /// The cheapest tour found that keeps every limit; none when no such tour was found in the time.
  /// Ask [ProblemCheck] first whether there can be one.
  public static Optional<Tour> solve(FleetProblem problem, long seed, Watch watch) {
    return FleetSearch.isPlain(problem)
        ? plain(problem, seed, watch)
        : FleetSearch.solve(problem, seed, watch);
  }

  private static Optional<Tour> plain(FleetProblem problem, long seed, Watch watch) {
    VehicleType type = problem.fleet().getFirst();
    RoundCount counting = new RoundCount(watch, type.costPerDistance());
    Plan plan = GeneticSearch.run(new DeliveryVariant(delivery(problem, type)), seed, counting);
    if (!plan.keepsLimits()) {
      return Optional.empty();
    }
    List<Tour.Route> routes = new ArrayList<>();
    for (int[] route : plan.routes) {
      if (route.length > 0) {
        List<Step> steps = new ArrayList<>();
        for (int client : route) {
          steps.add(new Step.Serve(client - 1));
        }
        routes.add(new Tour.Route(0, steps));
      }
    }
    return Optional.of(new Tour(routes, plan.cost * type.costPerDistance(), counting.rounds()));
  }

  private static boolean isSymmetric(int size, int[] distance) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        if (distance[i * size + j] != distance[j * size + i]) {
          return false;
        }
      }
    }
    return true;
  }

  private static DeliveryProblem delivery(FleetProblem problem, VehicleType type) {
    Ways ways = problem.ways();
    int size = problem.stops().size() + 1;
    int[] place = new int[size];
    int[] demand = new int[size];
    int[] service = new int[size];
    place[0] = type.start();
    long total = 0;
    for (int i = 1; i < size; i++) {
      Stop stop = problem.stops().get(i - 1);
      place[i] = stop.place();
      demand[i] = stop.demand();
      service[i] = stop.service();
      total += demand[i];
    }
    int[] distance = new int[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        boolean stays = j == 0 && type.end() == VehicleType.OPEN;
        distance[i * size + j] = stays || i == j ? 0 : ways.distance(place[i], place[j]);
      }
    }
    boolean drawn = ways.x().length > 0;
    double[] x = new double[drawn ? size : 0];
    double[] y = new double[drawn ? size : 0];
    for (int i = 0; i < x.length; i++) {
      x[i] = ways.x()[place[i]];
      y[i] = ways.y()[place[i]];
    }
    // Whoever need not return may well drive to one stop only, and so may whoever finds a detour
    // shorter; otherwise few vehicles more than the load needs are enough.
    boolean counted = type.maxDuration() < VehicleType.NO_LIMIT;
    boolean many = counted || type.end() == VehicleType.OPEN || !isSymmetric(size, distance);
    double needed = Math.ceil(SPARE * total / Math.max(1, type.capacity())) + 3;
    int vehicles = (int) Math.min(type.count(), many ? size - 1 : Math.min(needed, size - 1));
    int longest = counted ? type.maxDuration() : DeliveryProblem.NO_LIMIT;
    return new DeliveryProblem(vehicles, type.capacity(), longest, demand, service, distance, x, y);
  }
}
