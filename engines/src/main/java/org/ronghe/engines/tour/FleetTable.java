package org.ronghe.engines.tour;

import java.util.HashMap;
import java.util.Map;

/// A [FleetProblem] laid out for the search: vehicles one by one, clients from 1, ways by vehicle
/// type. Shared by the chains that price routes of such vehicles.
final class FleetTable {
  private static final double SPARE = 1.3;

  final FleetProblem problem;
  final int clients;
  final int width;
  final int[] place;
  final int[] demand;
  final int[] service;
  final int[] open;
  final int[] close;

  /// Type of each vehicle.
  final int[] typeOf;

  final VehicleType[] types;

  /// By type; from a to b at `a * width + b`; row 0 from the start, column 0 to the end.
  final int[][] distance;

  final int[][] time;
  final boolean blocked;
  private double loadPenalty;
  private double timePenalty;

  FleetTable(FleetProblem problem) {
    this.problem = problem;
    clients = problem.stops().size();
    width = clients + 1;
    place = new int[width];
    demand = new int[width];
    service = new int[width];
    open = new int[width];
    close = new int[width];
    long total = 0;
    for (int i = 1; i < width; i++) {
      Stop stop = problem.stops().get(i - 1);
      place[i] = stop.place();
      demand[i] = stop.demand();
      service[i] = stop.service();
      open[i] = stop.open();
      close[i] = stop.close();
      total += stop.demand();
    }
    types = problem.fleet().toArray(VehicleType[]::new);
    typeOf = vehicles(total);
    distance = new int[types.length][];
    time = new int[types.length][];
    blocked = lay();
  }

  private int[] vehicles(long total) {
    boolean hours =
        problem.stops().stream().anyMatch(stop -> stop.open() > 0 || stop.close() < Stop.ALWAYS);
    int[] count = new int[types.length];
    int sum = 0;
    for (int t = 0; t < types.length; t++) {
      VehicleType type = types[t];
      boolean timed =
          hours
              || type.end() == VehicleType.OPEN
              || type.maxDuration() < VehicleType.NO_LIMIT
              || type.endBy() < VehicleType.NO_LIMIT;
      double needed = Math.ceil(SPARE * total / Math.max(1, type.capacity())) + 3;
      count[t] = (int) Math.min(type.count(), timed ? clients : Math.min(needed, clients));
      sum += count[t];
    }
    int[] typeOf = new int[sum];
    int at = 0;
    for (int t = 0; t < types.length; t++) {
      for (int k = 0; k < count[t]; k++) {
        typeOf[at++] = t;
      }
    }
    return typeOf;
  }

  /// Fills the tables; types that agree share theirs. True when some ways do not exist.
  private boolean lay() {
    Map<String, Integer> alike = new HashMap<>();
    boolean found = false;
    for (int t = 0; t < types.length; t++) {
      VehicleType type = types[t];
      String key = type.start() + " " + type.end() + " " + type.speed();
      Integer same = alike.putIfAbsent(key, t);
      if (same != null) {
        distance[t] = distance[same];
        time[t] = time[same];
        continue;
      }
      distance[t] = new int[width * width];
      time[t] = new int[width * width];
      for (int a = 0; a < width; a++) {
        for (int b = 0; b < width; b++) {
          int from = a == 0 ? type.start() : place[a];
          int to = b == 0 ? type.end() : place[b];
          if (a != b && to != VehicleType.OPEN) {
            distance[t][a * width + b] = problem.ways().distance(from, to);
            time[t][a * width + b] = type.time(problem.ways(), from, to);
            found |= !problem.ways().connected(from, to);
          }
        }
      }
    }
    return found;
  }

  void weigh(Penalties penalties) {
    loadPenalty = penalties.load();
    timePenalty = penalties.time();
  }

  boolean alike(int a, int b) {
    return typeOf[a] == typeOf[b];
  }

  double cost(int type, long metres, long duration) {
    VehicleType vehicle = types[type];
    return vehicle.fixedCost()
        + vehicle.costPerDistance() * metres
        + vehicle.costPerTime() * duration;
  }

  /// Time too much, and a large amount for each way that does not exist.
  double overtime(int type, long metres, long duration, long warp) {
    double over = warp + (double) Math.max(0, duration - types[type].maxDuration());
    return blocked ? over + 1e6 * (metres / Ways.NONE) : over;
  }

  double priced(int type, long metres, long duration, long warp, long overload) {
    double price =
        cost(type, metres, duration) + timePenalty * overtime(type, metres, duration, warp);
    return overload > 0 ? price + loadPenalty * overload : price;
  }

  double[] drawn(double[] coordinates) {
    double[] drawn = new double[coordinates.length == 0 ? 0 : width];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = coordinates[i == 0 ? types[0].start() : place[i]];
    }
    return drawn;
  }

  /// Distance, and for stops with hours the waiting or the delay that going from one to the other
  /// cannot avoid.
  int[] nearness() {
    int[] near = new int[width * width];
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < width; b++) {
        int way = distance[0][a * width + b];
        if (a == 0 || b == 0 || a == b) {
          near[a * width + b] = way;
          continue;
        }
        long drive = (long) service[a] + time[0][a * width + b];
        double wait = Math.max(0, open[b] - drive - close[a]);
        double late = Math.max(0, open[a] + drive - close[b]);
        near[a * width + b] = (int) Math.min(Ways.NONE, way + 0.2 * wait + late);
      }
    }
    return near;
  }

  Penalties firstPenalties() {
    double farthest = 1;
    for (int one : distance[0]) {
      farthest = one >= Ways.NONE ? farthest : Math.max(farthest, one);
    }
    int largest = 1;
    for (int one : demand) {
      largest = Math.max(largest, one);
    }
    VehicleType type = types[0];
    double perDistance = Math.max(type.costPerDistance(), 1e-3);
    return new Penalties(
        Math.clamp(perDistance * farthest / largest, 0.1, 1000),
        Math.max(0.1, Math.max(perDistance, type.costPerTime())));
  }
}
