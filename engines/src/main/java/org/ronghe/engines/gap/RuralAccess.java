package org.ronghe.engines.gap;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/// SDG indicator 9.1.1, the Rural Access Index: the share of rural people who live within 2 km of
/// an all-season road, as the crow flies. Which roads are all-season, and who is rural, the caller
/// says.
public final class RuralAccess {
  /// The distance of the indicator.
  public static final double WITHIN_M = 2000;

  private static final double EQUATOR_M = 6_378_137;
  private static final double ECCENTRICITY_2 = 0.00669437999014;

  private final STRtree stretches = new STRtree();
  private final double within_m;

  /// @param roads WGS-84 lon/lat
  /// @param within_m above 0
  public RuralAccess(List<LineString> roads, double within_m) {
    this.within_m = within_m;
    for (LineString road : roads) {
      Coordinate[] points = road.getCoordinates();
      for (int n = 1; n < points.length; n++) {
        stretches.insert(
            new Envelope(points[n - 1], points[n]), new Stretch(points[n - 1], points[n]));
      }
    }
    stretches.build();
  }

  /// The index over all homes, and who is left out.
  public Index of(List<Home> homes) {
    Sum near = new Sum();
    Sum all = new Sum();
    List<String> far = new ArrayList<>();
    for (Home home : homes) {
      all.add(home.people());
      if (isNear(home)) {
        near.add(home.people());
      } else if (home.people() > 0) {
        far.add(home.id());
      }
    }
    double people = all.value();
    return new Index(people, near.value(), people > 0 ? near.value() / people : Double.NaN, far);
  }

  private boolean isNear(Home home) {
    double latitude = Math.toRadians(home.lat());
    double bulge = 1 - ECCENTRICITY_2 * Math.sin(latitude) * Math.sin(latitude);
    double perLon = Math.toRadians(EQUATOR_M / Math.sqrt(bulge) * Math.cos(latitude));
    double perLat = Math.toRadians(EQUATOR_M * (1 - ECCENTRICITY_2) / (bulge * Math.sqrt(bulge)));
    Envelope around = new Envelope(new Coordinate(home.lon(), home.lat()));
    // a little more than enough: the exact distance decides
    around.expandBy(1.01 * within_m / Math.max(1, perLon), 1.01 * within_m / perLat);
    for (Object found : stretches.query(around)) {
      if (found instanceof Stretch stretch
          && stretch.distance_m(home, perLon, perLat) <= within_m) {
        return true;
      }
    }
    return false;
  }

  private record Stretch(Coordinate from, Coordinate to) {
    /// On the plane that touches the ellipsoid at the home: right to a millionth at 2 km.
    double distance_m(Home home, double perLon, double perLat) {
      double x1 = (from.x - home.lon()) * perLon;
      double y1 = (from.y - home.lat()) * perLat;
      double dx = (to.x - from.x) * perLon;
      double dy = (to.y - from.y) * perLat;
      double length2 = dx * dx + dy * dy;
      double along = length2 == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / length2, 0, 1);
      return Math.hypot(x1 + along * dx, y1 + along * dy);
    }
  }

  /// Where rural people live.
  ///
  /// @param lon WGS-84 degrees
  /// @param lat WGS-84 degrees
  /// @param people at least 0
  public record Home(String id, double lon, double lat, double people) {}

  /// @param people all rural people
  /// @param near those near a road
  /// @param index their share, 0 to 1; NaN when there are no people
  /// @param far homes of people who are not near
  public record Index(double people, double near, double index, List<String> far) {
    public Index {
      far = List.copyOf(far);
    }
  }
}
