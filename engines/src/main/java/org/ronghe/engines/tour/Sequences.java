package org.ronghe.engines.tour;

/// Routes as plain lists of clients.
final class Sequences {
  final int[][] nodes;
  final int[] size;
  final int[] route;
  final int[] place;

  Sequences(int vehicles, int clients) {
    nodes = new int[vehicles][Math.min(8, clients)];
    size = new int[vehicles];
    route = new int[clients + 1];
    place = new int[clients + 1];
  }

  /// The client at a place of a route; 0 before its first and behind its last.
  int at(int r, int index) {
    return index < 0 || index >= size[r] ? 0 : nodes[r][index];
  }

  void set(int r, int[] clients, int count) {
    if (nodes[r].length < count) {
      nodes[r] = new int[count + count / 2];
    }
    System.arraycopy(clients, 0, nodes[r], 0, count);
    size[r] = count;
    for (int i = 0; i < count; i++) {
      route[clients[i]] = r;
      place[clients[i]] = i;
    }
  }
}
