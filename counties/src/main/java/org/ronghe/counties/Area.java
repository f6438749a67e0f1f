package org.ronghe.counties;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/// A polygon in the flat grid.
final class Area {
  static final GeometryFactory GEOMETRY = new GeometryFactory();
  private final Geometry polygon;
  private final IndexedPointInAreaLocator locator;

  Area(Geometry polygon) {
    this.polygon = polygon;
    this.locator = new IndexedPointInAreaLocator(polygon);
  }

  static Area of(List<Spot> closedRing) {
    return new Area(
        GEOMETRY.createPolygon(
            closedRing.stream().map(Area::coordinate).toArray(Coordinate[]::new)));
  }

  static Coordinate coordinate(Spot spot) {
    return new Coordinate(spot.east_m(), spot.north_m());
  }

  Geometry polygon() {
    return polygon;
  }

  /// This area without a strip of `width_m` along its edge.
  Area inside(double width_m) {
    return new Area(polygon.buffer(-width_m));
  }

  boolean holds(Spot spot) {
    return locator.locate(coordinate(spot)) == Location.INTERIOR;
  }

  boolean holds(Path path) {
    return path.spots().stream().allMatch(this::holds) && polygon.covers(line(path));
  }

  boolean touches(Path path) {
    return polygon.intersects(line(path));
  }

  private static Geometry line(Path path) {
    return GEOMETRY.createLineString(
        path.spots().stream().map(Area::coordinate).toArray(Coordinate[]::new));
  }
}
