package org.ronghe.engines.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.ronghe.model.road.RoadChange;
import org.ronghe.model.road.RoadChange.Where;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;

/// Roads as they would be after some changes.
///
/// @param roads existing junctions and stretches keep their numbers, new ones come after them
/// @param touched for each change, how many stretches it found (for an added road, how many of its
///   two ends were joined; for a forbidden turn, how many turns)
public record Scenario(RoadGraph roads, List<Integer> touched) {
  private static final double NEAREST_M = 100;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  public Scenario {
    touched = List.copyOf(touched);
  }

  /// Makes the changes one after another.
  public static Scenario of(RoadGraph before, List<RoadChange> changes) {
    RoadGraph roads = before;
    List<Integer> touched = new ArrayList<>();
    for (RoadChange change : changes) {
      RoadGraphBuilder changed = roads.toBuilder();
      touched.add(make(change, roads, changed));
      roads = changed.build();
    }
    return new Scenario(roads, touched);
  }

  private static int make(RoadChange change, RoadGraph roads, RoadGraphBuilder changed) {
    return switch (change) {
      case RoadChange.Close(Where where) ->
          retime(roads, changed, where, (_, _) -> RoadGraph.CLOSED);
      case RoadChange.Slow(Where where, double factor) ->
          retime(roads, changed, where, (directed, time_ms) -> (int) Math.round(time_ms * factor));
      case RoadChange.Limit(Where where, double speed_km_h) ->
          retime(
              roads,
              changed,
              where,
              (directed, time_ms) ->
                  Math.max(time_ms, time_ms(roads.length_mm(directed >> 1), speed_km_h)));
      case RoadChange.OneWay(Where where, boolean forward) ->
          retime(
              roads,
              changed,
              where,
              (directed, time_ms) ->
                  (directed & 1) == (forward ? 0 : 1) ? time_ms : RoadGraph.CLOSED);
      case RoadChange.NoTurn(String fromRoad, String intoRoad) ->
          forbid(roads, changed, fromRoad, intoRoad);
      case RoadChange.Add add -> new AddedRoad(roads, changed).add(add);
    };
  }

  /// Milliseconds that so many millimetres take.
  static int time_ms(int length_mm, double speed_km_h) {
    return (int) Math.min(1 << 28, Math.round(length_mm * 3.6 / speed_km_h));
  }

  private interface Retimed {
    /// @param time_ms of an open direction
    int of(int directed, int time_ms);
  }

  private static int retime(
      RoadGraph roads, RoadGraphBuilder changed, Where where, Retimed retimed) {
    BitSet meant = meant(roads, where);
    meant.stream()
        .forEach(s ->
            changed.setTimes(
                s,
                roads.forward_ms(s) == RoadGraph.CLOSED
                    ? RoadGraph.CLOSED
                    : retimed.of(2 * s, roads.forward_ms(s)),
                roads.backward_ms(s) == RoadGraph.CLOSED
                    ? RoadGraph.CLOSED
                    : retimed.of(2 * s + 1, roads.backward_ms(s))));
    return meant.cardinality();
  }

  private static BitSet meant(RoadGraph roads, Where where) {
    BitSet meant = new BitSet(roads.stretchCount());
    switch (where) {
      case Where.Road(String id) -> {
        for (int s = 0; s < roads.stretchCount(); s++) {
          meant.set(s, roads.roadId(s).equals(id));
        }
      }
      case Where.Within(var area) -> {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        for (int s = 0; s < roads.stretchCount(); s++) {
          meant.set(s, prepared.intersects(line(roads, s)));
        }
      }
      case Where.Nearest(Coordinate place) ->
          new Snapper(roads, open(roads))
              .snap(place.x, place.y, NEAREST_M)
              .ifPresent(snap -> meant.set(stretchAt(roads, snap.position())));
    }
    return meant;
  }

  private static int stretchAt(RoadGraph roads, Position position) {
    return switch (position) {
      case Position.OnStretch(int stretch, _) -> stretch;
      case Position.AtJunction(int node) -> {
        for (int s = 0; s < roads.stretchCount(); s++) {
          if (roads.isOpen(s) && (roads.from(s) == node || roads.to(s) == node)) {
            yield s;
          }
        }
        throw new IllegalStateException("no stretch at junction " + node);
      }
    };
  }

  static BitSet open(RoadGraph roads) {
    BitSet open = new BitSet(roads.stretchCount());
    for (int s = 0; s < roads.stretchCount(); s++) {
      open.set(s, roads.isOpen(s));
    }
    return open;
  }

  private static LineString line(RoadGraph roads, int stretch) {
    Coordinate[] points = new Coordinate[roads.pointCount(stretch)];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(roads.pointLon(stretch, i), roads.pointLat(stretch, i));
    }
    return SHAPES.createLineString(points);
  }

  private static int forbid(
      RoadGraph roads, RoadGraphBuilder changed, String fromRoad, String intoRoad) {
    BitSet from = meant(roads, new Where.Road(fromRoad));
    BitSet into = meant(roads, new Where.Road(intoRoad));
    int forbidden = 0;
    for (int f = from.nextSetBit(0); f >= 0; f = from.nextSetBit(f + 1)) {
      for (int i = into.nextSetBit(0); i >= 0; i = into.nextSetBit(i + 1)) {
        for (int in = 2 * f; in <= 2 * f + 1; in++) {
          for (int out = 2 * i; out <= 2 * i + 1; out++) {
            if (f != i && roads.head(in) == roads.tail(out)) {
              changed.banTurn(in, out);
              forbidden++;
            }
          }
        }
      }
    }
    return forbidden;
  }
}
