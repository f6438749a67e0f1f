package org.ronghe.benchmarks.reach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Point;
import org.ronghe.engines.reach.Cost;
import org.ronghe.engines.reach.CountyRoads;
import org.ronghe.engines.reach.Destinations;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.MainRoads;
import org.ronghe.engines.reach.Network;
import org.ronghe.engines.reach.Position;
import org.ronghe.engines.reach.Scenario;
import org.ronghe.engines.reach.Snapper;
import org.ronghe.model.county.County;
import org.ronghe.model.road.RoadChange;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;

/// A road of the sample county is closed: every place to every facility again, by graph, snapping,
/// hierarchy and matrix, to the time to the nearest facility.
final class CountyClosure {
  private final County county;

  CountyClosure(Path folder) {
    county = CountyPackageReader.read(folder, PackageProgress.SILENT).county().orElseThrow();
  }

  void run() {
    RoadGraph roads = CountyRoads.graph(county.roads(), CountyRoads.DRIVING_KM_H);
    ReachBenchmark.say(
        "sample county: %,d junctions, %,d stretches, %,d places, %,d facilities",
        roads.nodeCount(),
        roads.stretchCount(),
        county.places().size(),
        county.facilities().size());
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 30; round++) {
      long cpu = ReachBenchmark.cpu_ns();
      double mean_s = close(roads, county.roads().get(round).id());
      double ms = (ReachBenchmark.cpu_ns() - cpu) / 1e6;
      if (round == 0) {
        ReachBenchmark.say("road closed, first time, cold: %.1f ms cpu", ms);
      }
      best = round < 15 ? best : Math.min(best, ms);
      if (round == 29) {
        ReachBenchmark.say(
            "road closed, warm: %.1f ms cpu (mean time to the nearest facility %.0f s)",
            best, mean_s);
      }
    }
  }

  private double close(RoadGraph roads, String road) {
    RoadGraph closed =
        Scenario.of(roads, List.of(new RoadChange.Close(new RoadChange.Where.Road(road)))).roads();
    Snapper snapper = new Snapper(closed, MainRoads.of(closed));
    List<Position> facilities =
        snapped(snapper, county.facilities().stream().map(f -> f.location()).toList());
    List<Position> places =
        snapped(snapper, county.places().stream().map(p -> p.location()).toList());
    Hierarchy hierarchy = Hierarchy.of(Network.ofJunctions(closed));
    Destinations.Questions questions = new Destinations(hierarchy, facilities).questions();
    long[] row = new long[facilities.size()];
    double sum_s = 0;
    for (Position place : places) {
      questions.from(place, row);
      long least = Cost.UNREACHABLE;
      for (long cost : row) {
        least = Math.min(least, cost);
      }
      sum_s += Cost.isReachable(least) ? Cost.time_ms(least) / 1000.0 : 0;
    }
    return sum_s / places.size();
  }

  private static List<Position> snapped(Snapper snapper, List<Point> points) {
    List<Position> positions = new ArrayList<>();
    for (Point point : points) {
      snapper
          .snap(point.getX(), point.getY(), 2000)
          .ifPresent(snap -> positions.add(snap.position()));
    }
    return positions;
  }
}
