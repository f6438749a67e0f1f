package org.ronghe.engines.tour;

import java.util.Arrays;

/// Cuts a tour into routes of a [Chain] at the least penalised cost. Equal vehicles are used as
/// needed; when that takes too many, or vehicles differ, they are filled one after the other in an
/// order that changes from cut to cut.
final class ChainSplit {
  private final Chain chain;
  private final int n;
  private final int vehicles;
  private final boolean allAlike;
  private final int[] order;
  private final Dice dice = new Dice(4711);
  private final double[][] costs;
  private double[] best;

  ChainSplit(Chain chain) {
    this.chain = chain;
    n = chain.clients();
    vehicles = chain.vehicles();
    order = new int[vehicles];
    boolean same = true;
    for (int i = 0; i < vehicles; i++) {
      order[i] = i;
      same &= chain.alike(0, i);
    }
    allAlike = same;
    costs = new double[n][];
    best = new double[n + 1];
  }

  int[][] split(int[] tour, Penalties penalties) {
    chain.weigh(penalties);
    if (allAlike) {
      price(tour, 0);
      int[][] routes = asNeeded(tour);
      if (routes.length > 0) {
        return routes;
      }
    }
    return vehicleByVehicle(tour);
  }

  /// Penalised cost of the cuts made last; for tests.
  double cost() {
    return best[n];
  }

  /// `costs[start][k]`: a route of the k+1 clients behind `start`.
  private void price(int[] tour, int vehicle) {
    double[] row = new double[n];
    for (int start = 0; start < n; start++) {
      chain.begin(vehicle);
      int count = 0;
      for (int end = start; end < n; end++) {
        chain.extend(tour[end]);
        row[count++] = chain.closed();
        if (chain.isFull()) {
          break;
        }
      }
      costs[start] = Arrays.copyOf(row, count);
    }
  }

  private int[][] asNeeded(int[] tour) {
    int[] cut = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    for (int start = 0; start < n; start++) {
      for (int k = 0; k < costs[start].length; k++) {
        double cost = best[start] + costs[start][k];
        if (cost < best[start + k + 1]) {
          best[start + k + 1] = cost;
          cut[start + k + 1] = start;
        }
      }
    }
    int used = 0;
    for (int end = n; end > 0; end = cut[end]) {
      used++;
    }
    if (used > vehicles) {
      return new int[0][];
    }
    int[][] routes = new int[vehicles][];
    Arrays.fill(routes, new int[0]);
    for (int end = n; end > 0; end = cut[end]) {
      routes[--used] = Arrays.copyOfRange(tour, cut[end], end);
    }
    return routes;
  }

  private int[][] vehicleByVehicle(int[] tour) {
    if (!allAlike) {
      dice.shuffle(order);
    }
    double[] before = new double[n + 1];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    before[0] = 0;
    int[][] cuts = new int[vehicles][n + 1];
    int priced = -1;
    for (int i = 0; i < vehicles; i++) {
      if (priced < 0 || !chain.alike(priced, order[i])) {
        price(tour, order[i]);
        priced = order[i];
      }
      before = fill(before, cuts[i]);
    }
    best = before;
    int[][] routes = new int[vehicles][];
    int end = n;
    // What no cut within the bounds could place goes to the last vehicle.
    while (before[end] == Double.POSITIVE_INFINITY) {
      end--;
    }
    int left = end;
    for (int i = vehicles - 1; i >= 0; i--) {
      int start = cuts[i][end];
      routes[order[i]] = Arrays.copyOfRange(tour, start, i == vehicles - 1 ? n : end);
      end = start;
    }
    if (left < n) {
      best[n] = Double.POSITIVE_INFINITY;
    }
    return routes;
  }

  private double[] fill(double[] before, int[] cut) {
    double[] now = before.clone();
    for (int end = 0; end <= n; end++) {
      cut[end] = end;
    }
    for (int start = 0; start < n; start++) {
      if (before[start] == Double.POSITIVE_INFINITY) {
        continue;
      }
      for (int k = 0; k < costs[start].length; k++) {
        double cost = before[start] + costs[start][k];
        if (cost < now[start + k + 1]) {
          now[start + k + 1] = cost;
          cut[start + k + 1] = start;
        }
      }
    }
    return now;
  }
}
