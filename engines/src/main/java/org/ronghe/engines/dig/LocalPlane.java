package org.ronghe.engines.dig;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/// Metres east and north of a point, good to a millimetre per metre within some tens of kilometres.
/// Metres per degree follow the WGS-84 ellipsoid (series in latitude, NIMA TR8350.2 constants).
final class LocalPlane {
  private final double longitude;
  private final double latitude;
  private final double east_m;
  private final double north_m;

  LocalPlane(Coordinate origin) {
    longitude = origin.x;
    latitude = origin.y;
    double phi = Math.toRadians(latitude);
    north_m = 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
    east_m = 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
  }

  Geometry toMetres(Geometry degrees) {
    return moved(
        degrees,
        at -> {
          at.x = (at.x - longitude) * east_m;
          at.y = (at.y - latitude) * north_m;
        });
  }

  Geometry toDegrees(Geometry metres) {
    return moved(
        metres,
        at -> {
          at.x = at.x / east_m + longitude;
          at.y = at.y / north_m + latitude;
        });
  }

  private static Geometry moved(Geometry geometry, CoordinateFilter how) {
    Geometry copy = geometry.copy();
    copy.apply(how);
    copy.geometryChanged();
    return copy;
  }
}
