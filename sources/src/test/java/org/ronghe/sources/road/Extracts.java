package org.ronghe.sources.road;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ronghe.engines.reach.Position;
import org.ronghe.engines.reach.Snap;
import org.ronghe.engines.reach.Snapper;

/// OSM extracts of real places, where they are at hand.
final class Extracts {
  private static final Path REFERENCE =
      Path.of(Optional.ofNullable(System.getenv("RONGHE_REFERENCE")).orElse("../../shared/data"));

  private Extracts() {}

  static Path of(String name) {
    Path file = REFERENCE.resolve("plan/osm").resolve(name + ".osm.pbf");
    assumeThat(file)
        .as("no reference data: set RONGHE_REFERENCE to travel over " + name)
        .isRegularFile();
    return file;
  }

  /// A point and where it meets the roads.
  record Met(double lon, double lat, Snap snap) {
    Position position() {
      return snap.position();
    }
  }

  /// Random points in a box that are near a road.
  static List<Met> points(Snapper snapper, double[] box, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Met> points = new ArrayList<>();
    while (points.size() < count) {
      double lon = box[0] + random.nextDouble() * (box[2] - box[0]);
      double lat = box[1] + random.nextDouble() * (box[3] - box[1]);
      snapper.snap(lon, lat, 200).ifPresent(snap -> points.add(new Met(lon, lat, snap)));
    }
    return points;
  }
}
