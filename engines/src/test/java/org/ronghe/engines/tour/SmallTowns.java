package org.ronghe.engines.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Towns small enough to know the best tour by trying everything.
final class SmallTowns {
  private SmallTowns() {}

  /// Stops scattered over a square; `symmetric` or with one-way detours.
  static Ways ways(int places, long seed, boolean symmetric) {
    Random random = new Random(seed);
    double[] x = random.doubles(places, 0, 100).toArray();
    double[] y = random.doubles(places, 0, 100).toArray();
    int[] distance = new int[places * places];
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < places; j++) {
        double way = Math.hypot(x[i] - x[j], y[i] - y[j]);
        int detour = symmetric || i == j ? 0 : random.nextInt(30);
        distance[i * places + j] = (int) Math.rint(way) + detour;
      }
    }
    return new Ways(places, distance, distance, x, y);
  }

  static List<Stop> stops(int count, long seed, int largest) {
    Random random = new Random(seed ^ 77);
    List<Stop> stops = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      stops.add(
          new Stop("s" + i, i, 1 + random.nextInt(largest), random.nextInt(5), 0, Stop.ALWAYS));
    }
    return stops;
  }

  /// Least distance of plain rounds within `capacity` and `longest`, by dynamic programming over
  /// all sets of stops: nothing in common with the search.
  static double optimum(FleetProblem problem) {
    VehicleType type = problem.fleet().getFirst();
    int n = problem.stops().size();
    double[] single = singleRounds(problem, type, n);
    double[] best = single.clone();
    for (int vehicle = 1; vehicle < type.count(); vehicle++) {
      double[] more = best.clone();
      for (int set = 1; set < 1 << n; set++) {
        for (int part = (set - 1) & set; part > 0; part = (part - 1) & set) {
          more[set] = Math.min(more[set], best[set ^ part] + single[part]);
        }
      }
      best = more;
    }
    return best[(1 << n) - 1];
  }

  private static double[] singleRounds(FleetProblem problem, VehicleType type, int n) {
    Ways ways = problem.ways();
    double[][] reach = new double[1 << n][n];
    double[] single = new double[1 << n];
    for (int set = 1; set < 1 << n; set++) {
      single[set] = Double.POSITIVE_INFINITY;
      int load = 0;
      int serving = 0;
      for (int i = 0; i < n; i++) {
        if ((set >> i & 1) == 1) {
          load += problem.stops().get(i).demand();
          serving += problem.stops().get(i).service();
        }
      }
      for (int last = 0; last < n; last++) {
        if ((set >> last & 1) == 0) {
          continue;
        }
        int place = problem.stops().get(last).place();
        int rest = set ^ 1 << last;
        double least = rest == 0 ? ways.distance(type.start(), place) : Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
          if ((rest >> i & 1) == 1) {
            int from = problem.stops().get(i).place();
            least = Math.min(least, reach[rest][i] + ways.distance(from, place));
          }
        }
        reach[set][last] = least;
        double home = type.end() == VehicleType.OPEN ? 0 : ways.distance(place, type.end());
        single[set] = Math.min(single[set], least + home);
      }
      if (load > type.capacity() || single[set] + serving > type.maxDuration()) {
        single[set] = Double.POSITIVE_INFINITY;
      }
    }
    return single;
  }
}
