package org.ronghe.engines.tour;

import java.util.Arrays;

/// SWAP*: exchanges one client of each of two routes, each put wherever in the other route it fits
/// best, not where the other one stood. The three best places of each client in each route are kept
/// until that route changes.
final class SwapStar {
  private static final double LEAST_GAIN = 1e-5;
  private static final int FAR = Integer.MAX_VALUE / 4;
  private static final int BEST = 3;

  private final Routes routes;
  private final int n;
  private final int[] next;
  private final int[] prev;

  /// By client and route, three each: what going there costs, and behind which node.
  private final int[] placeCost;

  private final int[] placeNode;
  private final int[] counted;
  private final int[] saving;

  private double bestGain;
  private int bestU;
  private int bestV;
  private int bestBehindU;
  private int bestBehindV;

  SwapStar(Routes routes) {
    this.routes = routes;
    n = routes.n;
    next = routes.next;
    prev = routes.prev;
    placeCost = new int[(n + 1) * routes.count * BEST];
    placeNode = new int[(n + 1) * routes.count * BEST];
    counted = new int[(n + 1) * routes.count];
    saving = new int[n + 1];
  }

  void forget() {
    Arrays.fill(counted, -1);
  }

  /// Makes the best exchange, or the best single move, between two routes; true when it helps.
  boolean tryRoutes(int a, int b) {
    prepare(a, b);
    prepare(b, a);
    bestGain = -LEAST_GAIN;
    bestU = 0;
    bestV = 0;
    exchanges(a, b);
    moves(a, b, true);
    moves(b, a, false);
    if (bestU == 0 && bestV == 0) {
      return false;
    }
    if (bestU != 0) {
      routes.moveBehind(bestU, bestBehindU);
    }
    if (bestV != 0) {
      routes.moveBehind(bestV, bestBehindV);
    }
    routes.moves++;
    routes.refresh(a);
    routes.refresh(b);
    return true;
  }

  private void exchanges(int a, int b) {
    double before = routes.penalty[a] + routes.penalty[b];
    int loadA = routes.routeLoad[a];
    int loadB = routes.routeLoad[b];
    for (int u = next[routes.start(a)]; u <= n; u = next[u]) {
      int demandU = routes.problem.demand[u];
      for (int v = next[routes.start(b)]; v <= n; v = next[v]) {
        int shift = demandU - routes.problem.demand[v];
        double atLeast =
            routes.excess(loadA - shift, 0)
                + routes.excess(loadB + shift, 0)
                - before
                - saving[u]
                - saving[v];
        if (atLeast < bestGain) {
          exchange(u, v, a, b, shift);
        }
      }
    }
  }

  private void exchange(int u, int v, int a, int b, int shift) {
    int placeU = placeOf(u, b, v);
    int costU = costAt(u, v, placeU);
    int placeV = placeOf(v, a, u);
    int costV = costAt(v, u, placeV);
    int gainA = costV - saving[u];
    int gainB = costU - saving[v];
    int service = routes.service(u) - routes.service(v);
    double gain =
        (double) gainA
            + gainB
            + routes.excess(routes.routeLoad[a] - shift, routes.routeTime[a] + gainA - service)
            + routes.excess(routes.routeLoad[b] + shift, routes.routeTime[b] + gainB + service)
            - routes.penalty[a]
            - routes.penalty[b];
    if (gain < bestGain) {
      bestGain = gain;
      bestU = u;
      bestV = v;
      bestBehindU = placeU;
      bestBehindV = placeV;
    }
  }

  /// Behind which node `client` goes best in `route` when `leaving` has left it: one of the three
  /// best places that does not touch the leaving one, or the leaving one's own place.
  private int placeOf(int client, int route, int leaving) {
    int own = prev[leaving];
    int ownCost =
        routes.distance(own, client)
            + routes.distance(client, next[leaving])
            - routes.distance(own, next[leaving]);
    int base = (client * routes.count + route) * BEST;
    for (int i = base; i < base + BEST; i++) {
      int behind = placeNode[i];
      if (placeCost[i] >= ownCost) {
        return own;
      }
      if (behind != leaving && next[behind] != leaving) {
        return behind;
      }
    }
    return own;
  }

  private int costAt(int client, int leaving, int behind) {
    int follower = behind == prev[leaving] ? next[leaving] : next[behind];
    return routes.distance(behind, client)
        + routes.distance(client, follower)
        - routes.distance(behind, follower);
  }

  /// One client of `from` goes to its best place in `to`.
  private void moves(int from, int to, boolean first) {
    double before = routes.penalty[from] + routes.penalty[to];
    for (int u = next[routes.start(from)]; u <= n; u = next[u]) {
      int base = (u * routes.count + to) * BEST;
      int gainFrom = -saving[u];
      int gainTo = placeCost[base];
      if (gainFrom + gainTo - before >= bestGain) {
        continue;
      }
      int demand = routes.problem.demand[u];
      int service = routes.problem.service[u];
      double gain =
          (double) gainFrom
              + gainTo
              + routes.excess(
                  routes.routeLoad[from] - demand, routes.routeTime[from] + gainFrom - service)
              + routes.excess(
                  routes.routeLoad[to] + demand, routes.routeTime[to] + gainTo + service)
              - before;
      if (gain < bestGain) {
        bestGain = gain;
        bestU = first ? u : 0;
        bestV = first ? 0 : u;
        bestBehindU = placeNode[base];
        bestBehindV = placeNode[base];
      }
    }
  }

  /// Counts what each client of a route saves by leaving, and its three best places in the other.
  private void prepare(int from, int to) {
    for (int u = next[routes.start(from)]; u <= n; u = next[u]) {
      saving[u] =
          routes.distance(prev[u], u)
              + routes.distance(u, next[u])
              - routes.distance(prev[u], next[u]);
      int cell = u * routes.count + to;
      if (counted[cell] < routes.changed[to]) {
        counted[cell] = routes.moves;
        places(u, to, cell * BEST);
      }
    }
  }

  private void places(int client, int route, int base) {
    for (int i = base; i < base + BEST; i++) {
      placeCost[i] = FAR;
      placeNode[i] = routes.start(route);
    }
    int behind = routes.start(route);
    do {
      int follower = next[behind];
      int cost =
          routes.distance(behind, client)
              + routes.distance(client, follower)
              - routes.distance(behind, follower);
      int i = base + BEST - 1;
      if (cost < placeCost[i]) {
        while (i > base && placeCost[i - 1] > cost) {
          placeCost[i] = placeCost[i - 1];
          placeNode[i] = placeNode[i - 1];
          i--;
        }
        placeCost[i] = cost;
        placeNode[i] = behind;
      }
      behind = follower;
    } while (behind <= n);
  }
}
