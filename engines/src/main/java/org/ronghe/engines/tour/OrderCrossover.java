package org.ronghe.engines.tour;

import java.util.Arrays;

/// OX: a stretch of one parent's tour, the rest in the other parent's order.
final class OrderCrossover {
  private final boolean[] used;

  OrderCrossover(int clients) {
    used = new boolean[clients + 1];
  }

  int[] child(Plan first, Plan second, Dice dice) {
    int size = first.tour.length;
    int[] child = new int[size];
    int start = dice.below(size);
    int end = dice.below(size);
    while (end == start && size > 1) {
      end = dice.below(size);
    }
    Arrays.fill(used, false);
    int place = start;
    while (true) {
      child[place] = first.tour[place];
      used[child[place]] = true;
      if (place == end) {
        break;
      }
      place = place + 1 == size ? 0 : place + 1;
    }
    int to = end;
    int from = end;
    for (int i = 0; i < size; i++) {
      from = from + 1 == size ? 0 : from + 1;
      int client = second.tour[from];
      if (!used[client]) {
        to = to + 1 == size ? 0 : to + 1;
        child[to] = client;
      }
    }
    return child;
  }
}
