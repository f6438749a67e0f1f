package org.ronghe.sources.county.kind;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/// Distances on the ground between WGS-84 positions. Metres per degree are taken at the middle of
/// each piece, from the radii of the ellipsoid: good to 1e-6 for pieces of a few kilometres.
final class Ground {
  static final GeometryFactory SHAPES = new GeometryFactory(new PrecisionModel(), 4326);
  private static final double SEMI_MAJOR_M = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

  private Ground() {}

  static double distance_m(Coordinate a, Coordinate b) {
    double phi = Math.toRadians((a.y + b.y) / 2);
    double w2 = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
    double meridian_m = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (w2 * Math.sqrt(w2));
    double parallel_m = SEMI_MAJOR_M / Math.sqrt(w2) * Math.cos(phi);
    double north_m = Math.toRadians(b.y - a.y) * meridian_m;
    double east_m = Math.toRadians(b.x - a.x) * parallel_m;
    return Math.hypot(north_m, east_m);
  }

  static double length_m(LineString line) {
    double length = 0;
    for (int i = 1; i < line.getNumPoints(); i++) {
      length += distance_m(line.getCoordinateN(i - 1), line.getCoordinateN(i));
    }
    return length;
  }

  /// The position `chainage_m` along a line; its end when the line is shorter.
  static Point along(LineString line, double chainage_m) {
    double left = chainage_m;
    for (int i = 1; i < line.getNumPoints(); i++) {
      Coordinate a = line.getCoordinateN(i - 1);
      Coordinate b = line.getCoordinateN(i);
      double piece = distance_m(a, b);
      if (left <= piece && piece > 0) {
        double part = left / piece;
        return point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part);
      }
      left -= piece;
    }
    return line.getEndPoint();
  }

  static Point point(double lon, double lat) {
    return SHAPES.createPoint(new Coordinate(lon, lat));
  }
}
