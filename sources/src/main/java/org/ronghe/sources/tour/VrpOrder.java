package org.ronghe.sources.tour;

/// Puts the depot first and leaves the customers in the order of the file.
final class VrpOrder {
  private VrpOrder() {}

  static int[] depotFirst(int places, int depot) {
    int[] order = new int[places];
    order[0] = depot;
    int at = 1;
    for (int i = 0; i < places; i++) {
      if (i != depot) {
        order[at++] = i;
      }
    }
    return order;
  }

  static double[] of(double[] values, int[] order) {
    double[] ordered = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      ordered[i] = values[order[i]];
    }
    return ordered;
  }

  static int[] of(int[] values, int[] order) {
    int[] ordered = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ordered[i] = values[order[i]];
    }
    return ordered;
  }
}
