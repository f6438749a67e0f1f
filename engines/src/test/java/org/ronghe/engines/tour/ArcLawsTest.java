package org.ronghe.engines.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Laws of rounds along streets.
class ArcLawsTest {
  @Property(tries = 60)
  void A01_small_districts_get_the_best_tour_there_is(
      @ForAll @IntRange(min = 1, max = 5) int tasks,
      @ForAll @IntRange(min = 0, max = 100_000) int seed) {
    ArcProblem problem = district(tasks, seed);
    ArcTour tour = ArcSearch.solve(problem, seed, Watch.rounds(2000)).orElseThrow();
    assertThat(ArcCheck.check(problem, tour)).isEmpty();
    assertThat(tour.cost()).isEqualTo(everyOrder(new ArcNetwork(problem), problem.capacity()));
  }

  @Property(tries = 40)
  void A02_every_tour_found_is_sound_and_its_cost_adds_up(
      @ForAll @IntRange(min = 1, max = 40) int tasks,
      @ForAll @IntRange(min = 0, max = 100_000) int seed) {
    ArcProblem problem = district(tasks, seed);
    ArcTour tour = ArcSearch.solve(problem, seed, Watch.rounds(30)).orElseThrow();
    assertThat(ArcCheck.faults(problem)).isEmpty();
    assertThat(ArcCheck.check(problem, tour)).isEmpty();
    assertThat(ArcSearch.solve(problem, seed, Watch.rounds(30))).contains(tour);
  }

  @Property(tries = 100)
  void B01_the_cuts_of_an_order_are_the_cheapest_in_the_best_directions(
      @ForAll @IntRange(min = 1, max = 6) int tasks,
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll @IntRange(min = 0, max = 30) int penalty) {
    ArcNetwork network = new ArcNetwork(district(tasks, seed));
    Penalties penalties = new Penalties(penalty, 1);
    ChainSplit split = new ChainSplit(new ArcChain(network, tasks, 12));
    int[] order = new int[tasks];
    for (int i = 0; i < tasks; i++) {
      order[i] = i + 1;
    }
    new Dice(seed).shuffle(order);
    split.split(order, penalties);
    double best = everyCut(network, order, 0, 0, 0, 0, 12, penalty);
    assertThat(split.cost()).isCloseTo(best, within(1e-6));
  }

  @Property(tries = 100)
  void B02_local_search_never_makes_a_plan_dearer(
      @ForAll @IntRange(min = 1, max = 30) int tasks,
      @ForAll @IntRange(min = 0, max = 100_000) int seed,
      @ForAll @IntRange(min = 0, max = 50) int penalty) {
    ArcChain chain = new ArcChain(new ArcNetwork(district(tasks, seed)), tasks, 12);
    ChainVariant variant = new ChainVariant(chain);
    Penalties penalties = new Penalties(penalty, 1);
    int[] order = new int[tasks];
    for (int i = 0; i < tasks; i++) {
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
    assertThat(after.penalised(penalties)).isLessThanOrEqualTo(before + 1e-6);
  }

  /// Streets of a ring (so that everything can be reached) and some more, some one-way, some
  /// corners.
  private static ArcProblem district(int tasks, long seed) {
    Random random = new Random(seed);
    int junctions = 4 + random.nextInt(6);
    List<ArcProblem.Street> streets = new ArrayList<>();
    List<ArcProblem.Corner> corners = new ArrayList<>();
    for (int i = 1; i <= junctions; i++) {
      int next = i % junctions + 1;
      streets.add(
          new ArcProblem.Street("ring" + i, i, next, 1 + random.nextInt(20), 0, false, false));
    }
    for (int t = 0; t < tasks; t++) {
      int from = 1 + random.nextInt(junctions);
      int to = 1 + random.nextInt(junctions);
      int demand = random.nextInt(9);
      if (t % 4 == 3) {
        corners.add(new ArcProblem.Corner("corner" + t, from, demand));
      } else {
        boolean oneWay = random.nextInt(4) == 0;
        int cost = 1 + random.nextInt(20);
        streets.add(new ArcProblem.Street("s" + t, from, to, cost, demand, true, oneWay));
      }
    }
    int depot = 1 + random.nextInt(junctions);
    return new ArcProblem(junctions, depot, ArcProblem.ANY, 12, streets, corners);
  }

  private static long everyOrder(ArcNetwork network, int capacity) {
    return Math.round(order(network, new int[network.tasks], 0, 0, capacity));
  }

  private static double order(ArcNetwork network, int[] chosen, int count, int used, int capacity) {
    if (count == chosen.length) {
      return everyCut(network, chosen, 0, 0, 0, 0, capacity, 1e9);
    }
    double best = Double.POSITIVE_INFINITY;
    for (int t = 1; t <= network.tasks; t++) {
      if ((used >> t & 1) == 0) {
        chosen[count] = t;
        best = Math.min(best, order(network, chosen, count + 1, used | 1 << t, capacity));
      }
    }
    return best;
  }

  /// Every direction of every task, and every place to go home.
  private static double everyCut(
      ArcNetwork network,
      int[] order,
      int at,
      int here,
      double soFar,
      int load,
      int capacity,
      double penalty) {
    int size = network.tail.length;
    double home = soFar + network.ways[here * size] + penalty * Math.max(0, load - capacity);
    if (at == order.length) {
      return home;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 2; k++) {
      int there = 2 * order[at] + k;
      int serve = network.cost[order[at]];
      int demand = network.demand[order[at]];
      double on = soFar + network.ways[here * size + there] + serve;
      // By its promise a cut never goes on with a route that is half as much again too full.
      if (load <= 1.5 * capacity) {
        best =
            Math.min(
                best,
                everyCut(network, order, at + 1, there, on, load + demand, capacity, penalty));
      }
      if (here != 0) {
        double anew = home + network.ways[there] + serve;
        best =
            Math.min(
                best, everyCut(network, order, at + 1, there, anew, demand, capacity, penalty));
      }
    }
    return best;
  }
}
