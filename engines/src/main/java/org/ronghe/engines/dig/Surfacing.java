package org.ronghe.engines.dig;

import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;

/// When a road was last built or resurfaced.
///
/// @param road id of the road
/// @param name of the road
/// @param area the road's surface or centreline, WGS-84
/// @param width_m of the carriageway, used when `area` is a line
/// @param finished the day it was handed over
public record Surfacing(
    String road, String name, Geometry area, double width_m, Kind kind, LocalDate finished) {
  /// What was done; each keeps the road closed to digging for its own time.
  public enum Kind {
    /// 新建、扩建、改建.
    BUILT,
    /// 大修.
    RESURFACED
  }
}
