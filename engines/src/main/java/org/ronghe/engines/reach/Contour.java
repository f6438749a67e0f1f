package org.ronghe.engines.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/// The area where a field stays within a limit. Each square of the grid is cut into two triangles
/// and the field is a plane on each: so rings never touch or cross, and a lower limit's area lies
/// within a higher one's.
final class Contour {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /// A crossing keeps this share of an edge away from its corners, so that no two meet.
  private static final double AWAY = 0.02;

  private final TimeField field;
  private final float limit_ms;
  private final float most_ms;

  /// From each crossing to the next, the inside on the left. A crossing is the edge it lies on.
  private final Map<Long, Long> next = new HashMap<>();

  private Contour(TimeField field, double limit_ms, double most_ms) {
    this.field = field;
    this.limit_ms = (float) limit_ms;
    this.most_ms = (float) most_ms;
  }

  /// @param most_ms what corners that are never reached count as; the same for all limits of a
  ///   field
  static MultiPolygon within(TimeField field, double limit_ms, double most_ms) {
    Contour contour = new Contour(field, limit_ms, most_ms);
    contour.cross();
    return contour.areas();
  }

  private void cross() {
    for (int r = 0; r < field.rows - 1; r++) {
      for (int c = 0; c < field.columns - 1; c++) {
        int a = r * field.columns + c;
        int b = a + 1;
        int d = a + field.columns;
        int e = d + 1;
        triangle(a, b, e);
        triangle(a, e, d);
      }
    }
  }

  private boolean isInside(int corner) {
    return field.time_ms[corner] <= limit_ms;
  }

  /// A triangle counter-clockwise.
  private void triangle(int a, int b, int c) {
    int inside = (isInside(a) ? 1 : 0) | (isInside(b) ? 2 : 0) | (isInside(c) ? 4 : 0);
    switch (inside) {
      case 1 -> link(a, b, a, c);
      case 2 -> link(b, c, b, a);
      case 4 -> link(c, a, c, b);
      case 3 -> link(b, c, a, c);
      case 6 -> link(c, a, b, a);
      case 5 -> link(a, b, c, b);
      default -> {}
    }
  }

  /// From the crossing on one edge to that on another; each edge is given from the inside out.
  private void link(int in1, int out1, int in2, int out2) {
    next.put((long) in1 << 32 | out1, (long) in2 << 32 | out2);
  }

  private Coordinate at(long crossing) {
    int in = (int) (crossing >>> 32);
    int out = (int) crossing;
    float inside = field.time_ms[in];
    float outside = Math.min(field.time_ms[out], most_ms);
    double share = Math.clamp((limit_ms - inside) / (double) (outside - inside), AWAY, 1 - AWAY);
    return new Coordinate(between(lon(in), lon(out), share), between(lat(in), lat(out), share));
  }

  private static double between(double a, double b, double share) {
    return a + share * (b - a);
  }

  private double lon(int corner) {
    return field.west + corner % field.columns * field.stepLon;
  }

  private double lat(int corner) {
    return field.south + (double) (corner / field.columns) * field.stepLat;
  }

  private MultiPolygon areas() {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    List<Long> starts = next.keySet().stream().sorted().toList();
    for (long start : starts) {
      if (next.containsKey(start)) {
        LinearRing ring = ring(start);
        (Area.ofRingSigned(ring.getCoordinateSequence()) < 0 ? shells : holes).add(ring);
      }
    }
    return assembled(shells, holes);
  }

  private LinearRing ring(long start) {
    List<Coordinate> points = new ArrayList<>();
    long crossing = start;
    do {
      points.add(at(crossing));
      Long following = next.remove(crossing);
      if (following == null) {
        throw new IllegalStateException("an open contour");
      }
      crossing = following;
    } while (crossing != start);
    points.add(points.getFirst().copy());
    return SHAPES.createLinearRing(points.toArray(Coordinate[]::new));
  }

  /// Each hole belongs to the smallest shell around it.
  private static MultiPolygon assembled(List<LinearRing> shells, List<LinearRing> holes) {
    shells.sort(Comparator.comparingDouble(ring -> Area.ofRing(ring.getCoordinates())));
    List<List<LinearRing>> holesOf = new ArrayList<>();
    List<IndexedPointInAreaLocator> locators = new ArrayList<>();
    for (LinearRing shell : shells) {
      holesOf.add(new ArrayList<>());
      locators.add(new IndexedPointInAreaLocator(shell));
    }
    for (LinearRing hole : holes) {
      for (int i = 0; i < shells.size(); i++) {
        if (shells.get(i).getEnvelopeInternal().covers(hole.getEnvelopeInternal())
            && locators.get(i).locate(hole.getCoordinateN(0)) == Location.INTERIOR) {
          holesOf.get(i).add(hole);
          break;
        }
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = SHAPES.createPolygon(shells.get(i), holesOf.get(i).toArray(LinearRing[]::new));
    }
    return SHAPES.createMultiPolygon(polygons);
  }
}
