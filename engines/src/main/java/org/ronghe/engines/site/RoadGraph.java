package org.ronghe.engines.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A small undirected graph of places and roads, from which distances are shortest paths.
///
/// @param nodes numbered from 0
/// @param from one end of each edge
/// @param to the other end
/// @param length at least 0; of several edges between the same two nodes the last counts
public record RoadGraph(int nodes, int[] from, int[] to, double[] length) {

  /// Shortest paths between all pairs; infinite where there is none.
  public Distances distances() {
    Adjacent adjacent = adjacent();
    double[] value = new double[nodes * nodes];
    Heap heap = new Heap(nodes);
    double[] far = new double[nodes];
    for (int source = 0; source < nodes; source++) {
      Arrays.fill(far, Double.POSITIVE_INFINITY);
      far[source] = 0;
      heap.push(0, source);
      while (heap.size > 0) {
        double key = heap.key[0];
        int node = heap.pop();
        if (key > far[node]) {
          continue;
        }
        for (int k = adjacent.start[node]; k < adjacent.start[node + 1]; k++) {
          double next = key + adjacent.length[k];
          if (next < far[adjacent.node[k]]) {
            far[adjacent.node[k]] = next;
            heap.push(next, adjacent.node[k]);
          }
        }
      }
      System.arraycopy(far, 0, value, source * nodes, nodes);
    }
    return new Distances(nodes, nodes, value);
  }

  /// How many edges an edge further down the list takes the place of.
  public int overridden() {
    return length.length - lastOfEach().size();
  }

  private Map<Long, Integer> lastOfEach() {
    Map<Long, Integer> last = new HashMap<>();
    for (int k = 0; k < length.length; k++) {
      long low = Math.min(from[k], to[k]);
      last.put(low * nodes + Math.max(from[k], to[k]), k);
    }
    return last;
  }

  private record Adjacent(int[] start, int[] node, double[] length) {}

  private Adjacent adjacent() {
    int[] edges = lastOfEach().values().stream().mapToInt(Integer::intValue).sorted().toArray();
    int[] start = new int[nodes + 1];
    for (int k : edges) {
      start[from[k] + 1]++;
      start[to[k] + 1]++;
    }
    for (int i = 0; i < nodes; i++) {
      start[i + 1] += start[i];
    }
    int[] next = Arrays.copyOf(start, nodes);
    int[] node = new int[2 * edges.length];
    double[] along = new double[2 * edges.length];
    for (int k : edges) {
      node[next[from[k]]] = to[k];
      along[next[from[k]]++] = length[k];
      node[next[to[k]]] = from[k];
      along[next[to[k]]++] = length[k];
    }
    return new Adjacent(start, node, along);
  }

  /// A binary heap that may hold a node several times.
  private static final class Heap {
    private double[] key;
    private int[] node;
    private int size;

    Heap(int room) {
      key = new double[room + 1];
      node = new int[room + 1];
    }

    void push(double newKey, int newNode) {
      if (size == key.length) {
        key = Arrays.copyOf(key, 2 * size);
        node = Arrays.copyOf(node, 2 * size);
      }
      int at = size++;
      while (at > 0 && key[(at - 1) / 2] > newKey) {
        key[at] = key[(at - 1) / 2];
        node[at] = node[(at - 1) / 2];
        at = (at - 1) / 2;
      }
      key[at] = newKey;
      node[at] = newNode;
    }

    int pop() {
      int first = node[0];
      double lastKey = key[--size];
      int lastNode = node[size];
      int at = 0;
      while (2 * at + 1 < size) {
        int child = 2 * at + 1;
        if (child + 1 < size && key[child + 1] < key[child]) {
          child++;
        }
        if (key[child] >= lastKey) {
          break;
        }
        key[at] = key[child];
        node[at] = node[child];
        at = child;
      }
      key[at] = lastKey;
      node[at] = lastNode;
      return first;
    }
  }
}
