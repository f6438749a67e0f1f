package org.ronghe.sources.county.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.databind.JsonNode;

/// The geometry member of a GeoJSON feature (RFC 7946, 3.1). Heights are left out.
final class GeoJsonShape {
  private static final GeometryFactory MAKE = new GeometryFactory(new PrecisionModel(), 4326);

  private GeoJsonShape() {}

  /// The shape.
  ///
  /// @throws IllegalArgumentException when it is none, e.g. a ring that does not close
  static Geometry read(JsonNode node) {
    JsonNode at = node.path("coordinates");
    return switch (node.path("type").asString("")) {
      case "Point" -> at.isEmpty() ? MAKE.createPoint() : MAKE.createPoint(coordinate(at));
      case "LineString" -> line(at);
      case "Polygon" -> polygon(at);
      case "MultiPoint" -> MAKE.createMultiPointFromCoords(coordinates(at));
      case "MultiLineString" ->
          MAKE.createMultiLineString(parts(at, LineString[]::new, GeoJsonShape::line));
      case "MultiPolygon" ->
          MAKE.createMultiPolygon(parts(at, Polygon[]::new, GeoJsonShape::polygon));
      case "GeometryCollection" ->
          MAKE.createGeometryCollection(
              parts(node.path("geometries"), Geometry[]::new, GeoJsonShape::read));
      default -> throw new IllegalArgumentException("type " + node.path("type").asString(""));
    };
  }

  private static LineString line(JsonNode at) {
    return MAKE.createLineString(coordinates(at));
  }

  private static Polygon polygon(JsonNode rings) {
    if (rings.isEmpty()) {
      return MAKE.createPolygon();
    }
    LinearRing[] all =
        parts(rings, LinearRing[]::new, ring -> MAKE.createLinearRing(coordinates(ring)));
    LinearRing[] holes = java.util.Arrays.copyOfRange(all, 1, all.length);
    return MAKE.createPolygon(all[0], holes);
  }

  private static Coordinate[] coordinates(JsonNode list) {
    return parts(list, Coordinate[]::new, GeoJsonShape::coordinate);
  }

  private static Coordinate coordinate(JsonNode pair) {
    if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
      throw new IllegalArgumentException("coordinates " + pair);
    }
    return new Coordinate(pair.path(0).doubleValue(), pair.path(1).doubleValue());
  }

  private static <T> T[] parts(
      JsonNode list, IntFunction<T[]> array, java.util.function.Function<JsonNode, T> each) {
    List<T> parts = new ArrayList<>(list.size());
    list.forEach(item -> parts.add(each.apply(item)));
    return parts.toArray(array);
  }
}
