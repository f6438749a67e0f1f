package org.ronghe.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An instance of CVRPLIB X as a peer needs it, place 0 the depot, and its answer as CVRPLIB has it.
///
/// @param distance between places, to the nearest whole number
record Rounds(int capacity, double[] x, double[] y, int[] demand, int[][] distance) {
  /// The instance, where the answer goes, seconds, seed: what every peer is started with.
  record Order(Rounds rounds, Path answer, int seconds, int seed) {
    static Order of(String[] arguments) throws IOException {
      return new Order(
          Rounds.read(Path.of(arguments[0])),
          Path.of(arguments[1]),
          Integer.parseInt(arguments[2]),
          Integer.parseInt(arguments[3]));
    }
  }

  int places() {
    return demand.length;
  }

  /// Vehicles that are surely enough.
  int vehicles() {
    long all = 0;
    for (int one : demand) {
      all += one;
    }
    return (int) Math.min(places() - 1, Math.ceil(1.3 * all / capacity) + 3);
  }

  static Rounds read(Path file) throws IOException {
    int capacity = 0;
    double[] x = {};
    double[] y = {};
    int[] demand = {};
    String section = "";
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split("[\\s:]+");
      switch (words[0]) {
        case "CAPACITY" -> capacity = Integer.parseInt(words[1]);
        case "DIMENSION" -> {
          x = new double[Integer.parseInt(words[1])];
          y = new double[x.length];
          demand = new int[x.length];
        }
        case "NODE_COORD_SECTION", "DEMAND_SECTION", "DEPOT_SECTION" -> section = words[0];
        default -> {
          if (section.equals("NODE_COORD_SECTION")) {
            x[Integer.parseInt(words[0]) - 1] = Double.parseDouble(words[1]);
            y[Integer.parseInt(words[0]) - 1] = Double.parseDouble(words[2]);
          } else if (section.equals("DEMAND_SECTION")) {
            demand[Integer.parseInt(words[0]) - 1] = Integer.parseInt(words[1]);
          }
        }
      }
    }
    return new Rounds(capacity, x, y, demand, distances(x, y));
  }

  private static int[][] distances(double[] x, double[] y) {
    int[][] distance = new int[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        distance[i][j] = (int) (Math.hypot(x[i] - x[j], y[i] - y[j]) + 0.5);
      }
    }
    return distance;
  }

  /// @param routes places served, in order, without the depot
  void write(Path file, List<List<Integer>> routes) throws IOException {
    StringBuilder text = new StringBuilder();
    long cost = 0;
    int number = 0;
    for (List<Integer> route : routes) {
      if (route.isEmpty()) {
        continue;
      }
      text.append("Route #").append(++number).append(":");
      int last = 0;
      for (int place : route) {
        text.append(' ').append(place);
        cost += distance[last][place];
        last = place;
      }
      cost += distance[last][0];
      text.append('\n');
    }
    Files.writeString(file, text.append("Cost ").append(cost).append('\n').toString());
  }
}
