package org.ronghe.engines.reach;

import java.util.Arrays;

/// Nodes waiting by cost, the cheapest first; a node is in it once and may become cheaper. Costs
/// stay known after a node has left, until [#clear()]. Made once and used again: no allocation.
final class NodeHeap {
  private final long[] cost;
  private final int[] place;
  private int[] heap = new int[256];
  private int size;
  private int[] touched = new int[256];
  private int touchedCount;

  NodeHeap(int nodes) {
    cost = new long[nodes];
    place = new int[nodes];
    Arrays.fill(cost, Cost.UNREACHABLE);
  }

  /// Forgets everything in time proportional to what was touched.
  void clear() {
    for (int i = 0; i < touchedCount; i++) {
      cost[touched[i]] = Cost.UNREACHABLE;
    }
    touchedCount = 0;
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// The least cost seen for a node, or [Cost#UNREACHABLE].
  long cost(int node) {
    return cost[node];
  }

  long leastCost() {
    return cost[heap[0]];
  }

  int touchedCount() {
    return touchedCount;
  }

  /// The nodes seen since [#clear()], in no order that matters.
  int touched(int i) {
    return touched[i];
  }

  /// Puts a node in, or moves it forward when it has become cheaper; else does nothing.
  void offer(int node, long offered) {
    long before = cost[node];
    if (offered >= before) {
      return;
    }
    cost[node] = offered;
    if (before == Cost.UNREACHABLE) {
      enter(node);
    }
    if (place[node] < 0) {
      enterAgain(node);
    }
    up(place[node], node, offered);
  }

  /// Puts a node in that is not in, at whatever cost.
  void put(int node, long at) {
    if (cost[node] == Cost.UNREACHABLE) {
      enter(node);
    } else {
      enterAgain(node);
    }
    cost[node] = at;
    up(place[node], node, at);
  }

  /// True for a node that is waiting.
  boolean holds(int node) {
    return cost[node] != Cost.UNREACHABLE && place[node] >= 0;
  }

  private void enter(int node) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touchedCount);
    }
    touched[touchedCount++] = node;
    enterAgain(node);
  }

  private void enterAgain(int node) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    place[node] = size;
    heap[size++] = node;
  }

  /// Takes the cheapest node out.
  int poll() {
    int top = heap[0];
    place[top] = -1;
    int last = heap[--size];
    if (size > 0) {
      down(last);
    }
    return top;
  }

  private void up(int from, int node, long nodeCost) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) >> 2;
      int other = heap[parent];
      if (cost[other] <= nodeCost) {
        break;
      }
      heap[at] = other;
      place[other] = at;
      at = parent;
    }
    heap[at] = node;
    place[node] = at;
  }

  private void down(int node) {
    long nodeCost = cost[node];
    int at = 0;
    while (true) {
      int child = (at << 2) + 1;
      if (child >= size) {
        break;
      }
      int best = child;
      long least = cost[heap[child]];
      int end = Math.min(child + 4, size);
      for (int i = child + 1; i < end; i++) {
        long c = cost[heap[i]];
        if (c < least) {
          least = c;
          best = i;
        }
      }
      if (least >= nodeCost) {
        break;
      }
      int other = heap[best];
      heap[at] = other;
      place[other] = at;
      at = best;
    }
    heap[at] = node;
    place[node] = at;
  }
}
