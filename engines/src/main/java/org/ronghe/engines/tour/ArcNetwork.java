package org.ronghe.engines.tour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the search knows of an [ArcProblem]: tasks numbered from 1, each with a way in and a way
/// out in both its directions, and the shortest ways between them.
///
/// Direction k of task t has number `2t + k`; task 0 is the depot.
final class ArcNetwork {
  static final int FAR = 100_000_000;

  final int tasks;
  final int[] tail;
  final int[] head;
  final int[] cost;
  final int[] demand;

  /// From the end of one directed task to the beginning of another.
  final int[] ways;

  final List<ArcTour.Task> forward = new ArrayList<>();

  ArcNetwork(ArcProblem problem) {
    List<int[]> found = new ArrayList<>();
    found.add(new int[] {problem.depot(), problem.depot(), 0, 0, 1});
    for (int i = 0; i < problem.streets().size(); i++) {
      ArcProblem.Street street = problem.streets().get(i);
      if (street.required()) {
        int oneWay = street.oneWay() ? 1 : 0;
        found.add(new int[] {street.from(), street.to(), street.cost(), street.demand(), oneWay});
        forward.add(new ArcTour.Task.Along(i, false));
      }
    }
    for (int i = 0; i < problem.corners().size(); i++) {
      ArcProblem.Corner corner = problem.corners().get(i);
      found.add(new int[] {corner.junction(), corner.junction(), 0, corner.demand(), 1});
      forward.add(new ArcTour.Task.At(i));
    }
    tasks = found.size() - 1;
    tail = new int[2 * found.size()];
    head = new int[2 * found.size()];
    cost = new int[found.size()];
    demand = new int[found.size()];
    for (int t = 0; t < found.size(); t++) {
      int[] one = found.get(t);
      tail[2 * t] = one[0];
      head[2 * t] = one[1];
      tail[2 * t + 1] = one[4] == 1 ? one[0] : one[1];
      head[2 * t + 1] = one[4] == 1 ? one[1] : one[0];
      cost[t] = one[2];
      demand[t] = one[3];
    }
    ways = between(shortest(problem), problem.junctions() + 1);
  }

  /// The task as served in one of its directions.
  ArcTour.Task task(int task, int direction) {
    return switch (forward.get(task - 1)) {
      case ArcTour.Task.Along(int street, boolean _) -> {
        boolean twoWays = tail[2 * task] != tail[2 * task + 1];
        yield new ArcTour.Task.Along(street, direction == 1 && twoWays);
      }
      case ArcTour.Task.At at -> at;
    };
  }

  /// Nearest ends of two tasks, for each pair.
  int[] nearness() {
    int size = tasks + 1;
    int[] near = new int[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        int least = FAR;
        for (int k = 0; k < 4; k++) {
          least = Math.min(least, ways[(2 * a + k / 2) * 2 * size + 2 * b + k % 2]);
        }
        near[a * size + b] = a == b ? 0 : least;
      }
    }
    return near;
  }

  private int[] between(int[] shortest, int junctions) {
    int size = tail.length;
    int[] between = new int[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        between[a * size + b] = shortest[head[a] * junctions + tail[b]];
      }
    }
    return between;
  }

  /// Floyd and Warshall, over all junctions.
  private static int[] shortest(ArcProblem problem) {
    int size = problem.junctions() + 1;
    int[] way = new int[size * size];
    Arrays.fill(way, FAR);
    for (int i = 0; i < size; i++) {
      way[i * size + i] = 0;
    }
    for (ArcProblem.Street street : problem.streets()) {
      int there = street.from() * size + street.to();
      way[there] = Math.min(way[there], street.cost());
      if (!street.oneWay()) {
        int back = street.to() * size + street.from();
        way[back] = Math.min(way[back], street.cost());
      }
    }
    for (int k = 1; k < size; k++) {
      for (int i = 1; i < size; i++) {
        int first = way[i * size + k];
        if (first >= FAR) {
          continue;
        }
        for (int j = 1; j < size; j++) {
          int through = first + way[k * size + j];
          if (through < way[i * size + j]) {
            way[i * size + j] = through;
          }
        }
      }
    }
    return way;
  }
}
