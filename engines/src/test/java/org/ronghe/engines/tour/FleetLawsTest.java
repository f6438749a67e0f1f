package org.ronghe.engines.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Laws of tours with hours, several trips, open ends and unlike vehicles. The best tour of a small
/// town is found by driving every tour there is with [TourCheck].
class FleetLawsTest {
  @Property(tries = 25)
  void A01_small_towns_with_hours_and_unlike_vehicles_get_the_best_tour(
      @ForAll @IntRange(min = 1, max = 5) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed) {
    FleetProblem problem = town(stops, seed, false);
    compare(problem, seed);
  }

  @Property(tries = 25)
  void A02_small_towns_with_unloading_get_the_best_tour(
      @ForAll @IntRange(min = 1, max = 4) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed) {
    FleetProblem problem = town(stops, seed, true);
    compare(problem, seed);
  }

  @Property(tries = 20)
  void A03_every_tour_found_is_sound_and_its_cost_adds_up(
      @ForAll @IntRange(min = 5, max = 30) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll boolean unloads) {
    FleetProblem problem = town(stops, seed, unloads);
    Optional<Tour> tour = TourSearch.solve(problem, seed, Watch.rounds(20));
    tour.ifPresent(one -> assertThat(TourCheck.check(problem, one).faults()).isEmpty());
    assertThat(TourSearch.solve(problem, seed, Watch.rounds(20))).isEqualTo(tour);
  }

  @Property(tries = 100)
  void B01_local_search_never_makes_a_plan_dearer(
      @ForAll @IntRange(min = 1, max = 25) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll boolean unloads) {
    FleetTable table = new FleetTable(town(stops, seed, unloads));
    Chain chain = unloads ? new TripChain(table) : new FleetChain(table);
    ChainVariant variant = new ChainVariant(chain);
    Penalties penalties = new Penalties(3, 2);
    int[] order = new int[stops];
    for (int i = 0; i < stops; i++) {
      order[i] = i + 1;
    }
    new Dice(seed).shuffle(order);
    int[][] routes = variant.split(order, penalties);
    double before = 0;
    for (int r = 0; r < routes.length; r++) {
      chain.count(r, routes[r], routes[r].length);
      before += chain.price(r);
    }
    Plan after = variant.improve(routes, penalties, new Dice(seed));
    assertThat(after.penalised(penalties)).isLessThanOrEqualTo(before + 1e-6 * (1 + before));
  }

  private static void compare(FleetProblem problem, long seed) {
    double optimum = everyTour(problem);
    Optional<Tour> found = TourSearch.solve(problem, seed, Watch.rounds(1500));
    if (Double.isInfinite(optimum)) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).isPresent();
      assertThat(TourCheck.check(problem, found.get()).faults()).isEmpty();
      assertThat(found.get().cost()).isCloseTo(optimum, within(1e-6));
    }
  }

  private static FleetProblem town(int stops, long seed, boolean unloads) {
    Random random = new Random(seed);
    int places = stops + 3;
    Ways drawn = SmallTowns.ways(places, seed, random.nextBoolean());
    int[] times = drawn.distances().clone();
    for (int i = 0; i < times.length; i++) {
      times[i] = times[i] * 2 + (times[i] == 0 ? 0 : random.nextInt(9));
    }
    Ways ways = new Ways(places, drawn.distances(), times, drawn.x(), drawn.y());
    List<Stop> all = new ArrayList<>();
    for (int i = 1; i <= stops; i++) {
      int open = random.nextInt(3) == 0 ? random.nextInt(400) : 0;
      int close = random.nextInt(2) == 0 ? open + 150 + random.nextInt(500) : Stop.ALWAYS;
      all.add(new Stop("s" + i, i, 1 + random.nextInt(9), random.nextInt(20), open, close));
    }
    List<Integer> stations = unloads ? List.of(stops + 1, stops + 2) : List.of();
    VehicleType small =
        new VehicleType(
            "small",
            2,
            unloads ? 10 : 20,
            random.nextInt(100),
            1,
            0.5,
            1,
            unloads ? 3000 : 900 + random.nextInt(900),
            0,
            VehicleType.NO_LIMIT,
            0,
            random.nextInt(3) == 0 ? VehicleType.OPEN : 0,
            unloads ? 3 : 1,
            stations,
            10);
    VehicleType large =
        new VehicleType(
            "large",
            1,
            40,
            random.nextInt(300),
            1.5,
            0.2,
            0.8,
            VehicleType.NO_LIMIT,
            50,
            4000,
            unloads ? 0 : stops + 1,
            0,
            unloads ? 2 : 1,
            stations,
            20);
    return new FleetProblem(ways, all, List.of(small, large));
  }

  /// Least cost over all sound tours.
  private static double everyTour(FleetProblem problem) {
    List<List<Step>> routes = new ArrayList<>();
    for (int i = 0; i < problem.vehicles(); i++) {
      routes.add(new ArrayList<>());
    }
    return place(problem, routes, 0);
  }

  private static double place(FleetProblem problem, List<List<Step>> routes, int stop) {
    if (stop == problem.stops().size()) {
      return unloaded(problem, routes, 0);
    }
    double best = Double.POSITIVE_INFINITY;
    for (List<Step> route : routes) {
      for (int at = 0; at <= route.size(); at++) {
        route.add(at, new Step.Serve(stop));
        best = Math.min(best, place(problem, routes, stop + 1));
        route.remove(at);
      }
    }
    return best;
  }

  /// All ways to unload within route `r` and those behind it.
  private static double unloaded(FleetProblem problem, List<List<Step>> routes, int r) {
    if (r == routes.size()) {
      return driven(problem, routes);
    }
    List<Integer> stations = problem.fleet().get(typeOf(problem, r)).stations();
    List<Step> route = routes.get(r);
    if (stations.isEmpty() || route.isEmpty()) {
      return unloaded(problem, routes, r + 1);
    }
    double best = Double.POSITIVE_INFINITY;
    int choices = stations.size() + 1;
    int all = stations.size() * (int) Math.pow(choices, route.size() - 1);
    for (int code = 0; code < all; code++) {
      List<Step> with = new ArrayList<>();
      int rest = code / stations.size();
      for (int i = 0; i < route.size(); i++) {
        with.add(route.get(i));
        boolean end = i + 1 == route.size();
        int choice = end ? 1 + code % stations.size() : rest % choices;
        rest = end ? rest : rest / choices;
        if (choice > 0) {
          with.add(new Step.Unload(stations.get(choice - 1)));
        }
      }
      routes.set(r, with);
      best = Math.min(best, unloaded(problem, routes, r + 1));
    }
    routes.set(r, route);
    return best;
  }

  private static int typeOf(FleetProblem problem, int vehicle) {
    return vehicle < problem.fleet().getFirst().count() ? 0 : 1;
  }

  private static double driven(FleetProblem problem, List<List<Step>> routes) {
    List<Tour.Route> driven = new ArrayList<>();
    for (int r = 0; r < routes.size(); r++) {
      if (!routes.get(r).isEmpty()) {
        driven.add(new Tour.Route(typeOf(problem, r), routes.get(r)));
      }
    }
    TourCheck.Report report = TourCheck.check(problem, new Tour(driven, 0, 0));
    boolean sound = report.faults().stream().allMatch(fault -> fault.code().equals("cost-wrong"));
    return sound ? report.cost() : Double.POSITIVE_INFINITY;
  }
}
