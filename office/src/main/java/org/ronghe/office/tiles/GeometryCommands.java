package org.ronghe.office.tiles;

import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/// A geometry as the pen strokes of a vector tile: move, line, close; positions as differences.
final class GeometryCommands {
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;

  private final WireBytes bytes = new WireBytes(256);
  private int type;
  private int penX;
  private int penY;
  private int[] xs = new int[64];
  private int[] ys = new int[64];
  private int count;

  /// False when nothing is left after rounding to whole units.
  boolean encode(Geometry geometry) {
    bytes.clear();
    penX = 0;
    penY = 0;
    type = 0;
    add(geometry);
    return !bytes.isEmpty();
  }

  int type() {
    return type;
  }

  WireBytes bytes() {
    return bytes;
  }

  private void add(Geometry geometry) {
    switch (geometry) {
      case Point point -> point(point);
      case LineString line -> line(line);
      case Polygon polygon -> polygon(polygon);
      case GeometryCollection parts -> {
        for (int i = 0; i < parts.getNumGeometries(); i++) {
          add(parts.getGeometryN(i));
        }
      }
      default -> throw new IllegalArgumentException(geometry.getGeometryType());
    }
  }

  /// Clipping may leave crumbs of a lower dimension beside lines and areas: the first kind wins.
  private boolean accepts(int wanted) {
    if (type == 0) {
      type = wanted;
    }
    return type == wanted;
  }

  private void point(Point point) {
    if (!point.isEmpty() && accepts(POINT)) {
      command(MOVE_TO, 1);
      stroke((int) Math.round(point.getX()), (int) Math.round(point.getY()));
    }
  }

  private void line(LineString line) {
    round(line.getCoordinateSequence());
    if (count >= 2 && accepts(LINE)) {
      path(count);
    }
  }

  private void polygon(Polygon polygon) {
    if (!ring(polygon.getExteriorRing(), true)) {
      return;
    }
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i), false);
    }
  }

  /// Outer rings run clockwise on the screen (positive area with y down), holes the other way.
  private boolean ring(LinearRing ring, boolean outer) {
    round(ring.getCoordinateSequence());
    int corners = count - 1;
    if (corners < 3 || !accepts(POLYGON)) {
      return false;
    }
    // Area.ofRingSigned is positive for clockwise with y up, so negative for clockwise with y down
    boolean clockwise = Area.ofRingSigned(ring.getCoordinates()) < 0;
    if (clockwise != outer) {
      reverse();
    }
    path(corners);
    command(CLOSE_PATH, 1);
    return true;
  }

  private void path(int corners) {
    command(MOVE_TO, 1);
    stroke(xs[0], ys[0]);
    command(LINE_TO, corners - 1);
    for (int i = 1; i < corners; i++) {
      stroke(xs[i], ys[i]);
    }
  }

  private void reverse() {
    for (int i = 0, j = count - 1; i < j; i++, j--) {
      int x = xs[i];
      int y = ys[i];
      xs[i] = xs[j];
      ys[i] = ys[j];
      xs[j] = x;
      ys[j] = y;
    }
  }

  /// Whole units, without repeated positions.
  private void round(CoordinateSequence sequence) {
    if (xs.length < sequence.size()) {
      xs = new int[sequence.size()];
      ys = new int[sequence.size()];
    }
    count = 0;
    for (int i = 0; i < sequence.size(); i++) {
      int x = (int) Math.round(sequence.getX(i));
      int y = (int) Math.round(sequence.getY(i));
      if (count == 0 || xs[count - 1] != x || ys[count - 1] != y) {
        xs[count] = x;
        ys[count] = y;
        count++;
      }
    }
  }

  private void command(int id, int times) {
    bytes.varint(id & 0x7 | times << 3);
  }

  private void stroke(int x, int y) {
    bytes.zigzag(x - penX).zigzag(y - penY);
    penX = x;
    penY = y;
  }
}
