package org.ronghe.engines.tour;

import java.util.Arrays;

/// One depot, equal vehicles, no time windows: what the fast local search takes. Clients are
/// numbered from 1, the depot is 0.
final class DeliveryProblem {
  static final int NO_LIMIT = Integer.MAX_VALUE;

  final int clients;
  final int vehicles;
  final int capacity;
  final int longest;
  final int[] demand;
  final int[] service;

  /// From a to b: `distance[a * places + b]`.
  final int[] distance;

  final int places;
  final boolean symmetric;

  /// Angle of each client about the depot, 0 to 65535.
  final int[] angle;

  final double[] x;
  final double[] y;

  /// The closest clients of each, closest first.
  final int[][] near;

  private static final int NEAR = 20;

  /// @param longest most a route may take, distance and service together
  /// @param x where the places are, or empty: then places are drawn from their distances
  DeliveryProblem(
      int vehicles,
      int capacity,
      int longest,
      int[] demand,
      int[] service,
      int[] distance,
      double[] x,
      double[] y) {
    places = demand.length;
    clients = places - 1;
    this.vehicles = vehicles;
    this.capacity = capacity;
    this.longest = longest;
    this.demand = demand;
    this.service = service;
    this.distance = distance;
    symmetric = isSymmetric(places, distance);
    Drawing drawing = x.length == 0 ? Drawing.of(places, distance) : new Drawing(x, y);
    this.x = drawing.x();
    this.y = drawing.y();
    angle = drawing.angles();
    near = near(places, distance, NEAR);
  }

  private static boolean isSymmetric(int places, int[] distance) {
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < i; j++) {
        if (distance[i * places + j] != distance[j * places + i]) {
          return false;
        }
      }
    }
    return true;
  }

  /// For each client the closest others, by the shorter of both directions; if one is close to
  /// another, so is the other to the one.
  static int[][] near(int places, int[] distance, int count) {
    boolean[][] close = new boolean[places][places];
    long[] keys = new long[places - 1];
    for (int i = 1; i < places; i++) {
      for (int j = 1; j < places; j++) {
        keys[j - 1] = key(places, distance, i, j);
      }
      Arrays.sort(keys);
      for (int k = 0; k < Math.min(count, places - 2); k++) {
        int j = (int) (keys[k] & 0xFFFFF);
        close[i][j] = true;
        close[j][i] = true;
      }
    }
    int[][] near = new int[places][0];
    for (int i = 1; i < places; i++) {
      int found = 0;
      for (int j = 1; j < places; j++) {
        if (close[i][j]) {
          keys[found++] = key(places, distance, i, j);
        }
      }
      Arrays.sort(keys, 0, found);
      near[i] = new int[found];
      for (int k = 0; k < found; k++) {
        near[i][k] = (int) (keys[k] & 0xFFFFF);
      }
    }
    return near;
  }

  private static long key(int places, int[] distance, int i, int j) {
    if (i == j) {
      return Long.MAX_VALUE;
    }
    long closer = Math.min(distance[i * places + j], distance[j * places + i]);
    return (closer << 20) | j;
  }
}
