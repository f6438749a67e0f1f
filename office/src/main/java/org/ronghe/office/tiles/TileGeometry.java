package org.ronghe.office.tiles;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// Brings geometries into the units of one tile: moved, simplified to what can be seen, clipped.
final class TileGeometry {
  /// Drawn beyond the edge so that lines and symbols join up between tiles.
  static final int BUFFER_units = 64;

  /// An eighth of a screen pixel at 512 pixels a tile.
  private static final double TOLERANCE_units = 1;

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Envelope BOX =
      new Envelope(
          -BUFFER_units,
          TileAddress.EXTENT + BUFFER_units,
          -BUFFER_units,
          TileAddress.EXTENT + BUFFER_units);
  private static final Geometry CLIP = FACTORY.toGeometry(BOX);

  private final TileAddress tile;

  TileGeometry(TileAddress tile) {
    this.tile = tile;
  }

  /// The part of `degrees` in this tile, or null when nothing is.
  @Nullable Geometry of(Geometry degrees) {
    if (degrees instanceof Point point) {
      return point(point);
    }
    Geometry moved = moved(degrees);
    Envelope extent = moved.getEnvelopeInternal();
    if (!BOX.intersects(extent)) {
      return null;
    }
    Geometry simple =
        moved.getNumPoints() <= 2
            ? moved
            : DouglasPeuckerSimplifier.simplify(moved, TOLERANCE_units);
    if (BOX.contains(extent) || simple.isEmpty()) {
      return simple.isEmpty() ? null : simple;
    }
    Geometry clipped = OverlayNGRobust.overlay(simple, CLIP, OverlayNG.INTERSECTION);
    return clipped.isEmpty() ? null : clipped;
  }

  private @Nullable Geometry point(Point point) {
    var at = new Coordinate(tile.column(point.getX()), tile.row(point.getY()));
    return BOX.contains(at) ? FACTORY.createPoint(at) : null;
  }

  private Geometry moved(Geometry degrees) {
    Geometry copy = degrees.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            double lon = sequence.getX(i);
            double lat = sequence.getY(i);
            sequence.setOrdinate(i, CoordinateSequence.X, tile.column(lon));
            sequence.setOrdinate(i, CoordinateSequence.Y, tile.row(lat));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
