package org.ronghe.model.road;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// One change to try out on the roads.
public sealed interface RoadChange {

  /// Nobody may travel there.
  record Close(Where where) implements RoadChange {}

  /// It takes `factor` times as long.
  ///
  /// @param factor above 0; 2 is half the speed
  record Slow(Where where, double factor) implements RoadChange {
    public Slow {
      positive(factor, "factor");
    }
  }

  /// No quicker than so many kilometres an hour.
  record Limit(Where where, double speed_km_h) implements RoadChange {
    public Limit {
      positive(speed_km_h, "speed_km_h");
    }
  }

  /// One way only.
  ///
  /// @param forward in the direction the road is drawn, or against it
  record OneWay(Where where, boolean forward) implements RoadChange {}

  /// No turn from one road into another. Seen only where turn restrictions are.
  record NoTurn(String fromRoad, String intoRoad) implements RoadChange {}

  /// A new road. Each end is joined to the nearest road if that is within 30 m; roads crossed in
  /// between are not joined, as with a bridge: a road that meets others on its way is added in
  /// pieces.
  ///
  /// @param line WGS-84 lon/lat
  record Add(LineString line, double speed_km_h, boolean oneWay) implements RoadChange {
    public Add {
      positive(speed_km_h, "speed_km_h");
    }
  }

  /// Which stretches are meant.
  sealed interface Where {
    /// All of a road, by its id.
    record Road(String id) implements Where {}

    /// Everything that lies in an area, wholly or in part; WGS-84.
    record Within(Polygon area) implements Where {}

    /// The one stretch nearest to a place, within 100 m; WGS-84.
    record Nearest(Coordinate place) implements Where {}
  }

  private static void positive(double value, String name) {
    if (!(value > 0 && value < 1e6)) {
      throw new IllegalArgumentException(name + " " + value);
    }
  }
}
