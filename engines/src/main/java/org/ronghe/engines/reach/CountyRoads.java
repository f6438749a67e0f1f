package org.ronghe.engines.reach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.ronghe.model.road.Road;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;

/// The county's own roads as a graph: a junction wherever roads share a point of their lines, and
/// at every end. Roads that cross without a shared point are not joined, as with a bridge.
public final class CountyRoads {
  private static final double EARTH_M = 6_371_000;

  /// Where a class is not named, km/h.
  private static final double OTHER_KM_H = 30;

  /// Driving speeds by class of road, km/h: the lower end of the design speeds of its technical
  /// class (JTG B01-2014, 3.5.1: 二级 60–80, 三级 30–40, 四级 20–30), towns as signed.
  public static final Map<String, Double> DRIVING_KM_H =
      Map.of(
          "expressway", 100.0,
          "national", 60.0,
          "provincial", 60.0,
          "county", 40.0,
          "township", 30.0,
          "village", 20.0,
          "street", 40.0);

  private CountyRoads() {}

  /// @param speeds_km_h by class of road; 30 where a class is missing
  public static RoadGraph graph(List<Road> roads, Map<String, Double> speeds_km_h) {
    RoadGraphBuilder graph = new RoadGraphBuilder();
    Map<Coordinate, Integer> visits = new HashMap<>();
    for (Road road : roads) {
      Coordinate[] line = road.geometry().getCoordinates();
      for (int i = 0; i < line.length; i++) {
        boolean end = i == 0 || i == line.length - 1;
        visits.merge(key(line[i]), end ? 2 : 1, Integer::sum);
      }
    }
    Map<Coordinate, Integer> junctions = new HashMap<>();
    for (Road road : roads) {
      double speed_km_h = speeds_km_h.getOrDefault(road.roadClass(), OTHER_KM_H);
      add(road, speed_km_h, visits, junctions, graph);
    }
    return graph.build();
  }

  private static void add(
      Road road,
      double speed_km_h,
      Map<Coordinate, Integer> visits,
      Map<Coordinate, Integer> junctions,
      RoadGraphBuilder graph) {
    long name = graph.nameRoad(road.id());
    Coordinate[] line = road.geometry().getCoordinates();
    int begin = 0;
    double length_m = 0;
    for (int i = 1; i < line.length; i++) {
      length_m += distance_m(line[i - 1], line[i]);
      if (Objects.requireNonNull(visits.get(key(line[i]))) > 1) {
        int length_mm = (int) Math.round(length_m * 1000);
        int time_ms = Scenario.time_ms(length_mm, speed_km_h);
        graph.addStretch(
            junction(line[begin], junctions, graph),
            junction(line[i], junctions, graph),
            length_mm,
            time_ms,
            time_ms,
            name);
        for (int inner = begin + 1; inner < i; inner++) {
          graph.addPoint(line[inner].x, line[inner].y);
        }
        begin = i;
        length_m = 0;
      }
    }
  }

  private static int junction(
      Coordinate at, Map<Coordinate, Integer> junctions, RoadGraphBuilder graph) {
    return junctions.computeIfAbsent(key(at), _ -> graph.addNode(at.x, at.y));
  }

  /// Points a centimetre apart are the same.
  private static Coordinate key(Coordinate at) {
    return new Coordinate(Math.round(at.x * 1e7), Math.round(at.y * 1e7));
  }

  /// On the sphere, metres; WGS-84 degrees.
  static double distance_m(Coordinate a, Coordinate b) {
    double dLat = Math.toRadians(b.y - a.y);
    double dLon = Math.toRadians(b.x - a.x);
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(a.y))
                * Math.cos(Math.toRadians(b.y))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
