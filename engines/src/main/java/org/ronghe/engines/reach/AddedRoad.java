package org.ronghe.engines.reach;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.ronghe.model.road.RoadChange;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;

/// Puts a new road in, and divides the roads it begins and ends on.
final class AddedRoad {
  private static final double JOINED_M = 30;

  /// An end drawn so near to a junction means the junction.
  private static final double SAME_M = 10;

  private static final String ID = "new";

  private RoadGraph roads;
  private final RoadGraphBuilder changed;
  private int joined;

  AddedRoad(RoadGraph roads, RoadGraphBuilder changed) {
    this.roads = roads;
    this.changed = changed;
  }

  /// How many of the two ends were joined.
  int add(RoadChange.Add add) {
    Coordinate[] line = add.line().getCoordinates();
    int from = junction(line[0]);
    // the other end may lie on what the first has divided
    roads = changed.build();
    int to = junction(line[line.length - 1]);
    double length_m = 0;
    for (int i = 1; i < line.length; i++) {
      length_m += CountyRoads.distance_m(line[i - 1], line[i]);
    }
    int length_mm = (int) Math.round(length_m * 1000);
    int time_ms = Scenario.time_ms(length_mm, add.speed_km_h());
    changed.addStretch(
        from, to, length_mm, time_ms, add.oneWay() ? RoadGraph.CLOSED : time_ms, newRoad());
    for (int i = 1; i < line.length - 1; i++) {
      changed.addPoint(line[i].x, line[i].y);
    }
    return joined;
  }

  private long newRoad() {
    return roads.stretchCount() > 0 && roads.hasNamedRoads() ? changed.nameRoad(ID) : 0;
  }

  private int junction(Coordinate end) {
    Optional<Snap> near = new Snapper(roads, Scenario.open(roads)).snap(end.x, end.y, JOINED_M);
    if (near.isEmpty()) {
      return changed.addNode(end.x, end.y);
    }
    joined++;
    return switch (near.get().position()) {
      case Position.AtJunction(int node) -> node;
      case Position.OnStretch(int stretch, double fraction) -> {
        for (int node : new int[] {roads.from(stretch), roads.to(stretch)}) {
          Coordinate there = new Coordinate(roads.lon(node), roads.lat(node));
          if (CountyRoads.distance_m(end, there) <= SAME_M) {
            yield node;
          }
        }
        yield divide(stretch, fraction, near.get());
      }
    };
  }

  /// Two stretches instead of one; the one is closed and keeps its number.
  private int divide(int stretch, double fraction, Snap at) {
    int node = changed.addNode(at.lon(), at.lat());
    int part_mm = (int) Math.round(roads.length_mm(stretch) * fraction);
    int forward_ms = roads.forward_ms(stretch);
    int backward_ms = roads.backward_ms(stretch);
    int there_ms = part(forward_ms, fraction);
    int back_ms = part(backward_ms, fraction);
    int points = roads.pointCount(stretch);
    int cut = cutAfter(stretch, fraction);
    int first =
        changed.addStretch(
            roads.from(stretch), node, part_mm, there_ms, back_ms, roads.road(stretch));
    addPoints(stretch, 1, cut);
    int second =
        changed.addStretch(
            node,
            roads.to(stretch),
            roads.length_mm(stretch) - part_mm,
            rest(forward_ms, there_ms),
            rest(backward_ms, back_ms),
            roads.road(stretch));
    addPoints(stretch, cut, points - 1);
    keepBans(stretch, first, second);
    changed.setTimes(stretch, RoadGraph.CLOSED, RoadGraph.CLOSED);
    return node;
  }

  private static int part(int whole_ms, double fraction) {
    return whole_ms == RoadGraph.CLOSED ? RoadGraph.CLOSED : (int) Math.round(whole_ms * fraction);
  }

  private static int rest(int whole_ms, int part_ms) {
    return whole_ms == RoadGraph.CLOSED ? RoadGraph.CLOSED : whole_ms - part_ms;
  }

  /// The first point of the stretch that lies behind the cut.
  private int cutAfter(int stretch, double fraction) {
    double whole = 0;
    for (int i = 1; i < roads.pointCount(stretch); i++) {
      whole += length_m(stretch, i);
    }
    double done = 0;
    for (int i = 1; i < roads.pointCount(stretch) - 1; i++) {
      done += length_m(stretch, i);
      if (done >= fraction * whole) {
        return i;
      }
    }
    return roads.pointCount(stretch) - 1;
  }

  private double length_m(int stretch, int part) {
    return CountyRoads.distance_m(
        new Coordinate(roads.pointLon(stretch, part - 1), roads.pointLat(stretch, part - 1)),
        new Coordinate(roads.pointLon(stretch, part), roads.pointLat(stretch, part)));
  }

  private void addPoints(int stretch, int first, int end) {
    for (int i = first; i < end; i++) {
      changed.addPoint(roads.pointLon(stretch, i), roads.pointLat(stretch, i));
    }
  }

  /// A turn forbidden onto or off the whole is forbidden onto or off the part that is there.
  private void keepBans(int stretch, int first, int second) {
    for (long ban : roads.bannedTurns()) {
      int in = (int) (ban >>> 32);
      int out = (int) ban;
      if (in >> 1 == stretch || out >> 1 == stretch) {
        int newIn = in >> 1 != stretch ? in : (in & 1) == 0 ? 2 * second : 2 * first + 1;
        int newOut = out >> 1 != stretch ? out : (out & 1) == 0 ? 2 * first : 2 * second + 1;
        changed.banTurn(newIn, newOut);
      }
    }
  }
}
