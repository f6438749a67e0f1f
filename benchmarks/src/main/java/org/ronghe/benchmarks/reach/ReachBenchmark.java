package org.ronghe.benchmarks.reach;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ronghe.engines.reach.Cost;
import org.ronghe.engines.reach.Destinations;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.MainRoads;
import org.ronghe.engines.reach.Network;
import org.ronghe.engines.reach.OneToAll;
import org.ronghe.engines.reach.PlainSearch;
import org.ronghe.engines.reach.Position;
import org.ronghe.engines.reach.Snapper;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.sources.road.OsmRoads;
import org.ronghe.sources.road.TravelProfile;

/// Travel times on one core over a real extract, then over a prefecture made of it, then over the
/// sample county, GraphHopper in the same run. Figures are processor time of the one thread, so
/// that other work on the machine counts less; the fifth and later rounds are reported.
///
/// Arguments: the extract (`.osm.pbf`), the folder of the sample county, and `graphhopper` to run
/// it.
public final class ReachBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int POINTS = 1000;
  private static final int ROUNDS = 12;

  private ReachBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path extract = Path.of(arguments[0]);
    RoadGraph roads = firstMatrix(extract);
    matrix(roads);
    oneToAll(roads);
    renewal(roads);
    new CountyClosure(Path.of(arguments[1])).run();
    if (arguments.length > 2) {
      new GraphHopperBeside(extract).run();
    }
    scale(roads);
  }

  static long cpu_ns() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /// Of all threads, the compiler's among them.
  static long process_ns() {
    return PROCESS.getProcessCpuTime();
  }

  static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }

  /// Positions on the roads that one can come to and leave again.
  static List<Position> positions(RoadGraph roads, int count, long seed) {
    var kept = MainRoads.of(roads);
    SplittableRandom random = new SplittableRandom(seed);
    List<Position> positions = new ArrayList<>();
    while (positions.size() < count) {
      int stretch = random.nextInt(roads.stretchCount());
      if (kept.get(stretch)) {
        positions.add(new Position.OnStretch(stretch, 0.01 + 0.98 * random.nextDouble()));
      }
    }
    return positions;
  }

  /// As the command does it, in a machine that has just started.
  private static RoadGraph firstMatrix(Path extract) throws Exception {
    long wall = System.nanoTime();
    RoadGraph roads = OsmRoads.read(extract, TravelProfile.CAR, false);
    new Snapper(roads, MainRoads.of(roads));
    say(
        "import, cold: %.1f s wall, %.1f s cpu of all threads; %,d junctions, %,d stretches",
        (System.nanoTime() - wall) / 1e9,
        process_ns() / 1e9,
        roads.nodeCount(),
        roads.stretchCount());
    long cpu = cpu_ns();
    Hierarchy hierarchy = Hierarchy.of(Network.ofJunctions(roads));
    say("hierarchy, cold: %.2f s cpu, %,d arcs", (cpu_ns() - cpu) / 1e9, hierarchy.arcCount());
    rows(hierarchy, positions(roads, POINTS, 1), positions(roads, POINTS, 2));
    say(
        "extract to first matrix 1000 x 1000, cold: %.1f s wall, %.1f s cpu of all threads",
        (System.nanoTime() - wall) / 1e9, process_ns() / 1e9);
    return roads;
  }

  private static long[][] rows(Hierarchy hierarchy, List<Position> from, List<Position> to) {
    Destinations.Questions questions = new Destinations(hierarchy, to).questions();
    long[][] rows = new long[from.size()][to.size()];
    for (int i = 0; i < rows.length; i++) {
      questions.from(from.get(i), rows[i]);
    }
    return rows;
  }

  private static void matrix(RoadGraph roads) {
    Network network = Network.ofJunctions(roads);
    Hierarchy hierarchy = Hierarchy.of(network);
    List<Position> from = positions(roads, POINTS, 1);
    List<Position> to = positions(roads, POINTS, 2);
    long[][] rows = new long[0][0];
    double best = Double.MAX_VALUE;
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = cpu_ns();
      rows = rows(hierarchy, from, to);
      double ms = (cpu_ns() - cpu) / 1e6;
      if (round >= 4) {
        best = Math.min(best, ms);
        sum += ms;
      }
    }
    double mean = sum / (ROUNDS - 4);
    say(
        "matrix 1000 x 1000, seconds and metres: mean %.1f ms, best %.1f ms = %.1f M pairs/s (best %.1f)",
        mean, best, 1e3 / mean, 1e3 / best);
    PlainSearch plain = new PlainSearch(network);
    int wrong = 0;
    long cpu = cpu_ns();
    for (int i = 0; i < POINTS; i++) {
      plain.from(from.get(i));
      for (int j = 0; j < POINTS; j++) {
        wrong += plain.to(from.get(i), to.get(j)) == rows[i][j] ? 0 : 1;
      }
    }
    say(
        "held to plain Dijkstra: %d of 1,000,000 pairs differ (Dijkstra: %.1f s cpu)",
        wrong, (cpu_ns() - cpu) / 1e9);
  }

  private static void oneToAll(RoadGraph roads) {
    OneToAll all = new OneToAll(Hierarchy.of(Network.ofJunctions(roads)));
    List<Position> from = positions(roads, POINTS, 1);
    OneToAll.Tree tree = all.tree();
    OneToAll.Trees trees = all.trees();
    double single = 0;
    double beside = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = cpu_ns();
      from.forEach(tree::from);
      long middle = cpu_ns();
      for (int i = 0; i < POINTS; i += OneToAll.SIDE_BY_SIDE) {
        trees.from(from.subList(i, i + OneToAll.SIDE_BY_SIDE));
      }
      if (round >= 4) {
        single += (middle - cpu) / 1e6 / POINTS / (ROUNDS - 4);
        beside += (cpu_ns() - middle) / 1e6 / POINTS / (ROUNDS - 4);
      }
    }
    say(
        "one to all %,d junctions: %.3f ms a tree, %.3f ms each when 8 grow side by side",
        roads.nodeCount(), single, beside);
  }

  /// What a closed road costs: the order kept, or found anew.
  private static void renewal(RoadGraph roads) {
    Network network = Network.ofJunctions(roads);
    Hierarchy hierarchy = Hierarchy.of(network);
    var changed = roads.toBuilder();
    changed.setTimes(roads.stretchCount() / 2, RoadGraph.CLOSED, RoadGraph.CLOSED);
    Network after = Network.ofJunctions(changed.build());
    for (int round = 0; round < 3; round++) {
      long cpu = cpu_ns();
      Hierarchy.of(after);
      long middle = cpu_ns();
      Hierarchy renewed = hierarchy.renewed(after);
      if (round == 2) {
        say(
            "one stretch closed: contracted anew %.2f s, in the old order %.2f s cpu, %,d arcs",
            (middle - cpu) / 1e9, (cpu_ns() - middle) / 1e9, renewed.arcCount());
      }
    }
  }

  private static void scale(RoadGraph county) {
    say(
        "counties | junctions | hierarchy, s cpu | villages x facilities | s cpu | heap in use, MB");
    for (int tiles : new int[] {1, 2, 4, 8, 12, 22}) {
      RoadGraph roads = TiledRoads.of(county, tiles);
      long cpu = cpu_ns();
      Hierarchy hierarchy = Hierarchy.of(Network.ofJunctions(roads));
      double contracted = (cpu_ns() - cpu) / 1e9;
      int villages = Math.min(2628, 219 * tiles);
      int facilities = Math.min(5000, 417 * tiles);
      List<Position> from = positions(roads, villages, 1);
      Destinations.Questions questions =
          new Destinations(hierarchy, positions(roads, facilities, 2)).questions();
      cpu = cpu_ns();
      long[] row = new long[facilities];
      long reached = 0;
      for (Position origin : from) {
        questions.from(origin, row);
        for (long cost : row) {
          reached += Cost.isReachable(cost) ? 1 : 0;
        }
      }
      Runtime runtime = Runtime.getRuntime();
      say(
          "%d | %,d | %.1f | %,d x %,d (%,d reached) | %.2f | %,d",
          tiles,
          roads.nodeCount(),
          contracted,
          villages,
          facilities,
          reached,
          (cpu_ns() - cpu) / 1e9,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }
}
