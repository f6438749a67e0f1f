package org.ronghe.engines.tour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tours of vehicles that are not all plain: hours, several trips, open ends, unlike vehicles.
final class FleetSearch {
  private FleetSearch() {}

  static Optional<Tour> solve(FleetProblem problem, long seed, Watch watch) {
    FleetTable table = new FleetTable(problem);
    boolean unloads = problem.fleet().stream().anyMatch(type -> !type.stations().isEmpty());
    Chain chain = unloads ? new TripChain(table) : new FleetChain(table);
    RoundCount counting = new RoundCount(watch, 1);
    Plan plan = GeneticSearch.run(new ChainVariant(chain), seed, counting);
    if (!plan.keepsLimits()) {
      return Optional.empty();
    }
    List<Tour.Route> routes = new ArrayList<>();
    Trips trips = new Trips(table);
    table.weigh(plan.priced);
    for (int r = 0; r < plan.routes.length; r++) {
      if (plan.routes[r].length > 0) {
        routes.add(route(table, trips, table.typeOf[r], plan.routes[r]));
      }
    }
    return Optional.of(new Tour(routes, plan.cost, counting.rounds()));
  }

  private static Tour.Route route(FleetTable table, Trips trips, int type, int[] clients) {
    boolean unloads = !table.types[type].stations().isEmpty();
    trips.begin(type);
    for (int client : clients) {
      trips.extend(client);
    }
    trips.closed();
    boolean[] begins = new boolean[clients.length + 1];
    for (int at : trips.breaks()) {
      begins[at] = true;
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < clients.length; i++) {
      if (begins[i]) {
        steps.add(new Step.Unload(trips.stationBetween(clients[i - 1], clients[i])));
      }
      steps.add(new Step.Serve(clients[i] - 1));
    }
    if (unloads) {
      steps.add(new Step.Unload(trips.stationBetween(clients[clients.length - 1], 0)));
    }
    return new Tour.Route(type, steps);
  }

  /// True when the fast search of plain rounds can take the problem.
  static boolean isPlain(FleetProblem problem) {
    VehicleType type = problem.fleet().getFirst();
    Ways ways = problem.ways();
    boolean untimed =
        problem.stops().stream().allMatch(stop -> stop.open() == 0 && stop.close() >= Stop.ALWAYS)
            && type.startAt() == 0
            && type.endBy() >= VehicleType.NO_LIMIT;
    boolean oneMeasure =
        type.maxDuration() >= VehicleType.NO_LIMIT
            || (ways.distances() == ways.times() && type.speed() == 1);
    return problem.fleet().size() == 1
        && untimed
        && oneMeasure
        && type.stations().isEmpty()
        && type.fixedCost() == 0
        && type.costPerTime() == 0
        && type.costPerDistance() > 0
        && (type.end() == type.start() || type.end() == VehicleType.OPEN)
        && Arrays.stream(ways.distances()).allMatch(one -> one < Ways.NONE)
        && Arrays.stream(ways.times()).allMatch(one -> one < Ways.NONE);
  }
}
