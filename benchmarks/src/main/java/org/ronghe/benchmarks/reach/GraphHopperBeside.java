package org.ronghe.benchmarks.reach;

import com.graphhopper.GHRequest;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// GraphHopper 11 over the same extract in the same run: its import with contraction, point to
/// point over its hierarchy, and its tree of shortest ways.
final class GraphHopperBeside {
  private static final int ASKED = 4000;

  private final Path extract;

  GraphHopperBeside(Path extract) {
    this.extract = extract;
  }

  void run() throws Exception {
    Path folder = Files.createTempDirectory("graphhopper");
    try {
      long wall = System.nanoTime();
      long process = ReachBenchmark.process_ns();
      GraphHopper hopper = imported(folder);
      ReachBenchmark.say(
          "GraphHopper 11: import with CH %.1f s wall, %.1f s cpu of all threads, %,d nodes",
          (System.nanoTime() - wall) / 1e9,
          (ReachBenchmark.process_ns() - process) / 1e9,
          hopper.getBaseGraph().getNodes());
      routes(hopper);
      trees(hopper);
      hopper.close();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private GraphHopper imported(Path folder) {
    GraphHopper hopper = new GraphHopper();
    hopper.setOSMFile(extract.toString());
    hopper.setGraphHopperLocation(folder.resolve("graph").toString());
    hopper.setEncodedValuesString("car_access, car_average_speed");
    hopper.setProfiles(
        new Profile("car")
            .setCustomModel(
                new CustomModel()
                    .setDistanceInfluence(0.0)
                    .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"))
                    .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"))));
    hopper.getCHPreparationHandler().setCHProfiles(new CHProfile("car"));
    hopper
        .getReaderConfig()
        .setIgnoredHighways(List.of("footway", "construction", "cycleway", "path", "steps"));
    hopper.importOrLoad();
    return hopper;
  }

  private static void routes(GraphHopper hopper) {
    var nodes = hopper.getBaseGraph().getNodeAccess();
    SplittableRandom random = new SplittableRandom(3);
    double seconds = 0;
    for (int round = 0; round < 3; round++) {
      long cpu = ReachBenchmark.cpu_ns();
      for (int i = 0; i < ASKED; i++) {
        int from = random.nextInt(hopper.getBaseGraph().getNodes());
        int to = random.nextInt(hopper.getBaseGraph().getNodes());
        GHRequest request =
            new GHRequest(
                    nodes.getLat(from), nodes.getLon(from), nodes.getLat(to), nodes.getLon(to))
                .setProfile("car");
        PMap hints = request.getHints();
        hints.putObject("instructions", false).putObject("calc_points", false);
        hopper.route(request);
      }
      seconds = (ReachBenchmark.cpu_ns() - cpu) / 1e9;
    }
    ReachBenchmark.say(
        "GraphHopper 11: point to point over its CH, snapping included: %,.0f pairs/s",
        ASKED / seconds);
  }

  private static void trees(GraphHopper hopper) {
    var graph = hopper.getBaseGraph();
    var weighting = hopper.createWeighting(hopper.getProfile("car"), new PMap());
    SplittableRandom random = new SplittableRandom(5);
    double ms = 0;
    long reached = 0;
    for (int round = 0; round < 3; round++) {
      long cpu = ReachBenchmark.cpu_ns();
      long[] labels = {0};
      for (int i = 0; i < 30; i++) {
        ShortestPathTree tree =
            new ShortestPathTree(graph, weighting, false, TraversalMode.NODE_BASED);
        tree.setTimeLimit(Integer.MAX_VALUE);
        tree.search(random.nextInt(graph.getNodes()), _ -> labels[0]++);
      }
      ms = (ReachBenchmark.cpu_ns() - cpu) / 1e6 / 30;
      reached = labels[0] / 30;
    }
    ReachBenchmark.say(
        "GraphHopper 11: tree of shortest ways %.1f ms, %,d nodes reached on average", ms, reached);
  }
}
