package org.ronghe.office.register;

import java.util.List;
import org.ronghe.model.point.MeasuringPoint;

/// All points that replayed logs brought along: they belong to no county package, yet have readings
/// to look at. Told anew whenever one is added, and before each [CountyReplaced].
public record PointsOfLogs(List<MeasuringPoint> points) {
  public PointsOfLogs {
    points = List.copyOf(points);
  }
}
