package org.ronghe.engines.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Laws of plain rounds: whatever the town, they hold.
class DeliveryLawsTest {
  @Property(tries = 60)
  void A01_small_towns_get_the_best_tour_there_is(
      @ForAll @IntRange(min = 1, max = 7) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll boolean symmetric,
      @ForAll boolean returns,
      @ForAll boolean hurried) {
    FleetProblem problem = town(stops, seed, symmetric, returns, hurried);
    double optimum = SmallTowns.optimum(problem);

    var found = TourSearch.solve(problem, seed, Watch.rounds(2000));

    if (Double.isInfinite(optimum)) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found.orElseThrow().cost()).isEqualTo(optimum);
    }
  }

  @Property(tries = 40)
  void A02_every_tour_found_is_sound_and_its_cost_adds_up(
      @ForAll @IntRange(min = 1, max = 40) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll boolean symmetric,
      @ForAll boolean returns) {
    FleetProblem problem = town(stops, seed, symmetric, returns, false);
    Tour tour = TourSearch.solve(problem, seed, Watch.rounds(30)).orElseThrow();
    assertThat(TourCheck.check(problem, tour).faults()).isEmpty();
  }

  @Property(tries = 20)
  void A03_the_same_seed_and_rounds_give_the_same_tour(
      @ForAll @IntRange(min = 5, max = 40) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed) {
    FleetProblem problem = town(stops, seed, true, true, false);
    assertThat(TourSearch.solve(problem, seed, Watch.rounds(150)))
        .isEqualTo(TourSearch.solve(problem, seed, Watch.rounds(150)));
  }

  @Property(tries = 200)
  void B01_the_cuts_of_a_tour_are_the_cheapest_of_all(
      @ForAll @IntRange(min = 1, max = 10) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll @IntRange(min = 0, max = 30) int penalty,
      @ForAll boolean hurried) {
    DeliveryProblem problem = delivery(stops, seed, stops, hurried);
    int[] tour = shuffled(stops, seed);
    Penalties penalties = new Penalties(penalty, 2);
    DeliverySplit split = new DeliverySplit(problem);
    split.split(tour, penalties);
    assertThat(split.cost()).isCloseTo(everyCut(problem, tour, 0, penalties), within(1e-6));
  }

  @Property(tries = 200)
  void B02_local_search_never_makes_a_plan_dearer(
      @ForAll @IntRange(min = 1, max = 40) int stops,
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll @IntRange(min = 0, max = 50) int penalty,
      @ForAll boolean hurried) {
    DeliveryProblem problem = delivery(stops, seed, Math.min(stops, 9), hurried);
    DeliveryVariant variant = new DeliveryVariant(problem);
    Penalties penalties = new Penalties(penalty, 2);
    int[][] routes = variant.split(shuffled(stops, seed), penalties);
    Routes before = new Routes(problem);
    before.take(routes, penalties);
    Plan after = variant.improve(routes, penalties, new Dice(seed));
    assertThat(after.penalised(penalties))
        .isLessThanOrEqualTo(before.plan().penalised(penalties) + 1e-6);
  }

  private static FleetProblem town(
      int stops, long seed, boolean symmetric, boolean returns, boolean hurried) {
    VehicleType type =
        VehicleType.plain(stops, 20, 0)
            .limited(
                hurried ? 260 : VehicleType.NO_LIMIT,
                VehicleType.NO_LIMIT,
                returns ? 0 : VehicleType.OPEN);
    return new FleetProblem(
        SmallTowns.ways(stops + 1, seed, symmetric),
        SmallTowns.stops(stops, seed, 9),
        List.of(type));
  }

  private static DeliveryProblem delivery(int stops, long seed, int vehicles, boolean hurried) {
    int[] demand = new int[stops + 1];
    int[] service = new int[stops + 1];
    for (Stop stop : SmallTowns.stops(stops, seed, 9)) {
      demand[stop.place()] = stop.demand();
      service[stop.place()] = stop.service();
    }
    int longest = hurried ? 250 : DeliveryProblem.NO_LIMIT;
    Ways ways = SmallTowns.ways(stops + 1, seed, seed % 2 == 0);
    return new DeliveryProblem(
        vehicles, 20, longest, demand, service, ways.distances(), ways.x(), ways.y());
  }

  private static int[] shuffled(int stops, long seed) {
    int[] tour = new int[stops];
    for (int i = 0; i < stops; i++) {
      tour[i] = i + 1;
    }
    new Dice(seed).shuffle(tour);
    return tour;
  }

  /// The cheapest of all ways to cut what is left of the tour.
  private static double everyCut(
      DeliveryProblem problem, int[] tour, int start, Penalties penalties) {
    if (start == tour.length) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    double way = problem.distance[tour[start]];
    double serving = 0;
    double load = 0;
    for (int end = start; end < tour.length; end++) {
      if (end > start) {
        way += problem.distance[tour[end - 1] * problem.places + tour[end]];
      }
      serving += problem.service[tour[end]];
      load += problem.demand[tour[end]];
      // By its promise the cut for limited time never makes a route half as much again too full.
      if (problem.longest < DeliveryProblem.NO_LIMIT
          && end > start
          && load > 1.5 * problem.capacity) {
        break;
      }
      double home = way + problem.distance[tour[end] * problem.places];
      double cost =
          home
              + penalties.load() * Math.max(0, load - problem.capacity)
              + penalties.time() * Math.max(0, home + serving - problem.longest);
      best = Math.min(best, cost + everyCut(problem, tour, end + 1, penalties));
    }
    return best;
  }
}
