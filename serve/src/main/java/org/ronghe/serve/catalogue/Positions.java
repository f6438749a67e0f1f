package org.ronghe.serve.catalogue;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Whether coordinates are those of a GeoJSON shape (RFC 7946, 3.1): numbers on the globe, lines of
/// two positions and more, rings that close.
final class Positions {
  private static final double LARGEST_LON = 180;
  private static final double LARGEST_LAT = 90;
  private static final int LINE = 2;
  private static final int RING = 4;

  private Positions() {}

  static boolean isShape(JsonNode shape) {
    JsonNode coordinates = shape.path("coordinates");
    return switch (shape.path("type").asString("")) {
      case "Point" -> isPosition(coordinates);
      case "LineString" -> isLine(coordinates);
      case "Polygon" -> all(coordinates, Positions::isRing);
      case "MultiLineString" -> all(coordinates, Positions::isLine);
      case "MultiPolygon" -> all(coordinates, polygon -> all(polygon, Positions::isRing));
      default -> false;
    };
  }

  private static boolean isPosition(JsonNode position) {
    return position.isArray()
        && position.size() >= 2
        && position.size() <= 3
        && position.valueStream().allMatch(JsonNode::isNumber)
        && Math.abs(position.get(0).doubleValue()) <= LARGEST_LON
        && Math.abs(position.get(1).doubleValue()) <= LARGEST_LAT;
  }

  private static boolean isLine(JsonNode line) {
    return line.size() >= LINE && all(line, Positions::isPosition);
  }

  private static boolean isRing(JsonNode ring) {
    return ring.size() >= RING
        && all(ring, Positions::isPosition)
        && ring.get(0).equals(ring.get(ring.size() - 1));
  }

  private static boolean all(JsonNode array, Predicate<JsonNode> each) {
    return array.isArray() && !array.isEmpty() && array.valueStream().allMatch(each);
  }
}
