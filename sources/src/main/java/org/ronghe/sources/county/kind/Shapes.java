package org.ronghe.sources.county.kind;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.ronghe.sources.county.crs.Crs;
import org.ronghe.sources.county.crs.LonLat;
import org.ronghe.sources.county.notice.GeometryNotice;
import org.ronghe.sources.county.notice.Text;

/// The geometry of a row, checked and taken to WGS-84.
final class Shapes {
  private static final Text POSITION = new Text("点", "point");
  private static final Text LINE = new Text("线", "line");
  private static final Text AREA = new Text("面", "polygon");

  private final Cells cells;
  private final @Nullable Crs crs;
  private final Whereabouts whereabouts;

  Shapes(Cells cells, Whereabouts whereabouts) {
    this.cells = cells;
    this.crs = cells.spec().crs();
    this.whereabouts = whereabouts;
  }

  /// A position that must be there; null, and a notice, when it is not.
  @Nullable Point position() {
    return isThere() ? single(Point.class, POSITION) : null;
  }

  @Nullable Point maybePosition() {
    return isGiven() ? single(Point.class, POSITION) : null;
  }

  @Nullable LineString line() {
    return isThere() ? checkedLine() : null;
  }

  @Nullable LineString maybeLine() {
    return isGiven() ? checkedLine() : null;
  }

  @Nullable Geometry area() {
    return isThere() ? checkedArea() : null;
  }

  @Nullable Geometry maybeArea() {
    return isGiven() ? checkedArea() : null;
  }

  private boolean isGiven() {
    Geometry own = cells.row().geometry();
    return (own != null && !own.isEmpty()) || has("wkt") || has("lon") || has("lat");
  }

  private boolean has(String field) {
    return !cells.row().text(field).isEmpty();
  }

  /// True when there is a geometry; else says that one is needed.
  private boolean isThere() {
    if (!isGiven()) {
      cells.say(GeometryNotice.POSITION_MISSING, "");
      return false;
    }
    return true;
  }

  private @Nullable LineString checkedLine() {
    LineString line = single(LineString.class, LINE);
    if (line != null && line.getLength() == 0) {
      cells.say(GeometryNotice.LINE_TOO_SHORT, field());
      return null;
    }
    return line;
  }

  private @Nullable Geometry checkedArea() {
    Geometry area = converted();
    if (area == null) {
      return null;
    }
    if (!(area instanceof Polygonal)) {
      wrongShape(AREA, area);
      return null;
    }
    TopologyValidationError error = new IsValidOp(area).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      cells.say(
          GeometryNotice.POLYGON_INVALID,
          field(),
          Numbers.plain(at.x, 6) + " " + Numbers.plain(at.y, 6));
      return null;
    }
    return area;
  }

  /// The geometry as a `T`; a collection of a single `T` will do.
  private <T extends Geometry> @Nullable T single(Class<T> type, Text words) {
    Geometry shape = converted();
    if (shape instanceof GeometryCollection parts && parts.getNumGeometries() == 1) {
      shape = parts.getGeometryN(0);
    }
    if (shape == null || type.isInstance(shape)) {
      return type.cast(shape);
    }
    wrongShape(words, shape);
    return null;
  }

  private void wrongShape(Text wanted, Geometry shape) {
    cells.say(
        GeometryNotice.SHAPE_WRONG, field(), wanted.zh(), shape.getGeometryType(), wanted.en());
  }

  private String field() {
    return has("wkt") ? "wkt" : "";
  }

  private @Nullable Geometry converted() {
    Geometry raw = raw();
    if (raw == null || !isInDegrees(raw)) {
      return null;
    }
    Geometry shape = raw;
    if (crs != null) {
      shape = raw.copy();
      shape.apply(new ToWgs84(crs));
      shape.geometryChanged();
    }
    Coordinate first = shape.getCoordinate();
    if (!Crs.inChina(first.x, first.y)) {
      cells.say(
          GeometryNotice.POSITION_OUTSIDE_CHINA,
          place(),
          Numbers.plain(first.x, 6),
          Numbers.plain(first.y, 6));
    } else {
      whereabouts.note(cells.where(), shape.getEnvelopeInternal().centre());
    }
    return shape;
  }

  /// Says so, and returns false, when the coordinates cannot be longitude and latitude.
  private boolean isInDegrees(Geometry raw) {
    for (Coordinate at : raw.getCoordinates()) {
      GeometryNotice problem = problem(at);
      if (problem != null) {
        cells.say(problem, place(), Numbers.plain(at.x, 6), Numbers.plain(at.y, 6));
        return false;
      }
    }
    return true;
  }

  private static @Nullable GeometryNotice problem(Coordinate at) {
    if (at.x == 0 && at.y == 0) {
      return GeometryNotice.POSITION_ZERO;
    }
    boolean swapped = at.x >= 3 && at.x <= 54 && at.y >= 73 && at.y <= 136;
    if (swapped) {
      return GeometryNotice.LON_LAT_SWAPPED;
    }
    boolean degrees = Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90;
    return degrees ? null : GeometryNotice.COORDINATES_IN_METRES;
  }

  private String place() {
    return has("lon") ? "lon" : field();
  }

  private @Nullable Geometry raw() {
    Geometry own = cells.row().geometry();
    if (own != null && !own.isEmpty()) {
      return own;
    }
    return has("wkt") ? wkt() : lonLat();
  }

  private @Nullable Geometry lonLat() {
    double lon = cells.number("lon");
    double lat = cells.number("lat");
    return Double.isNaN(lon) || Double.isNaN(lat) ? null : Ground.point(lon, lat);
  }

  private @Nullable Geometry wkt() {
    String text = cells.row().text("wkt");
    try {
      Geometry shape = new WKTReader(Ground.SHAPES).read(text);
      if (!shape.isEmpty()) {
        return shape;
      }
      cells.say(GeometryNotice.POSITION_MISSING, "wkt");
    } catch (ParseException e) {
      cells.say(GeometryNotice.WKT_MALFORMED, "wkt", String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException _) {
      boolean ring = text.strip().toUpperCase(java.util.Locale.ROOT).contains("POLYGON");
      if (ring) {
        cells.say(GeometryNotice.POLYGON_INVALID, "wkt", "wkt");
      } else {
        cells.say(GeometryNotice.LINE_TOO_SHORT, "wkt");
      }
    }
    return null;
  }

  /// Changes each coordinate in place.
  private record ToWgs84(Crs crs) implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      LonLat to = crs.toWgs84(sequence.getX(i), sequence.getY(i));
      sequence.setOrdinate(i, CoordinateSequence.X, to.lon());
      sequence.setOrdinate(i, CoordinateSequence.Y, to.lat());
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
