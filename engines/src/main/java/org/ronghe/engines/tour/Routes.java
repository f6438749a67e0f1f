package org.ronghe.engines.tour;

import java.util.Arrays;

/// Routes as linked lists, with what local search asks about them all the time.
///
/// Nodes 1…n are clients; each route has a start node and an end node of its own behind them, both
/// at the depot.
final class Routes {
  final DeliveryProblem problem;
  final int n;
  final int count;
  final int[] next;
  final int[] prev;
  final int[] route;
  final int[] position;

  /// Demand from the start of the route up to and with the node.
  final int[] load;

  /// Distance and service from the start of the route up to and with the node.
  final int[] time;

  /// What driving from here back to the start costs more than the way out; 0 in a symmetric
  /// problem.
  final int[] back;

  final int[] routeLoad;
  final int[] routeTime;
  final int[] size;
  final double[] penalty;

  /// When the route was last changed, counted in moves.
  final int[] changed;

  final Sectors sectors;
  final double[] middleAngle;

  int moves;
  private final int[] distance;
  private final int places;
  private double loadPenalty;
  private double timePenalty;

  Routes(DeliveryProblem problem) {
    this.problem = problem;
    n = problem.clients;
    count = problem.vehicles;
    distance = problem.distance;
    places = problem.places;
    int nodes = n + 1 + 2 * count;
    next = new int[nodes];
    prev = new int[nodes];
    route = new int[nodes];
    position = new int[nodes];
    load = new int[nodes];
    time = new int[nodes];
    back = new int[nodes];
    routeLoad = new int[count];
    routeTime = new int[count];
    size = new int[count];
    penalty = new double[count];
    changed = new int[count];
    sectors = new Sectors(count);
    middleAngle = new double[count];
  }

  int start(int route) {
    return n + 1 + route;
  }

  int end(int route) {
    return n + 1 + count + route;
  }

  int distance(int from, int to) {
    return distance[(from > n ? 0 : from) * places + (to > n ? 0 : to)];
  }

  int demand(int node) {
    return node > n ? 0 : problem.demand[node];
  }

  int service(int node) {
    return node > n ? 0 : problem.service[node];
  }

  double excess(int load, int time) {
    double sum = 0;
    if (load > problem.capacity) {
      sum = (load - problem.capacity) * loadPenalty;
    }
    if (time > problem.longest) {
      sum += (time - problem.longest) * timePenalty;
    }
    return sum;
  }

  void take(int[][] routes, Penalties penalties) {
    loadPenalty = penalties.load();
    timePenalty = penalties.time();
    moves = 0;
    for (int r = 0; r < count; r++) {
      int last = start(r);
      prev[last] = end(r);
      for (int client : routes[r]) {
        link(last, client);
        last = client;
      }
      link(last, end(r));
      next[end(r)] = start(r);
      refresh(r);
      changed[r] = 0;
    }
  }

  void link(int node, int follower) {
    next[node] = follower;
    prev[follower] = node;
  }

  /// Takes a node out of its place and puts it behind another.
  void moveBehind(int node, int behind) {
    link(prev[node], next[node]);
    int follower = next[behind];
    link(behind, node);
    link(node, follower);
  }

  /// Counts the route through again; called after each change of it.
  void refresh(int r) {
    int node = start(r);
    int place = 0;
    int sumLoad = 0;
    int sumTime = 0;
    int sumBack = 0;
    route[node] = r;
    position[node] = 0;
    load[node] = 0;
    time[node] = 0;
    back[node] = 0;
    double sumX = 0;
    double sumY = 0;
    while (node <= n || place == 0) {
      int from = node;
      node = next[node];
      place++;
      int way = distance(from, node);
      sumTime += way;
      if (!problem.symmetric) {
        sumBack += distance(node, from) - way;
      }
      if (node <= n) {
        sumLoad += problem.demand[node];
        sumTime += problem.service[node];
        sumX += problem.x[node];
        sumY += problem.y[node];
        if (place == 1) {
          sectors.begin(r, problem.angle[node]);
        } else {
          sectors.widen(r, problem.angle[node]);
        }
      }
      route[node] = r;
      position[node] = place;
      load[node] = sumLoad;
      time[node] = sumTime;
      back[node] = sumBack;
    }
    size[r] = place - 1;
    routeLoad[r] = sumLoad;
    routeTime[r] = sumTime;
    penalty[r] = excess(sumLoad, sumTime);
    changed[r] = moves;
    middleAngle[r] =
        size[r] == 0
            ? Double.POSITIVE_INFINITY
            : Math.atan2(sumY / size[r] - problem.y[0], sumX / size[r] - problem.x[0]);
  }

  /// The routes around the depot, unused vehicles last.
  Plan plan() {
    long[] order = new long[count];
    for (int r = 0; r < count; r++) {
      long turn = size[r] == 0 ? 1_000_000 : (long) (middleAngle[r] * 100_000);
      order[r] = ((turn + 500_000) << 16) | r;
    }
    Arrays.sort(order);
    int[][] routes = new int[count][];
    double cost = 0;
    double overload = 0;
    double overtime = 0;
    for (int i = 0; i < count; i++) {
      int r = (int) (order[i] & 0xFFFF);
      routes[i] = new int[size[r]];
      int node = start(r);
      for (int k = 0; k < size[r]; k++) {
        node = next[node];
        routes[i][k] = node;
      }
      cost += costOf(r);
      overload += Math.max(0, routeLoad[r] - problem.capacity);
      overtime += Math.max(0, (double) routeTime[r] - problem.longest);
    }
    return new Plan(n, routes, cost, overload, overtime);
  }

  private double costOf(int r) {
    long cost = 0;
    int node = start(r);
    while (node != end(r)) {
      cost += distance(node, next[node]);
      node = next[node];
    }
    return cost;
  }
}
