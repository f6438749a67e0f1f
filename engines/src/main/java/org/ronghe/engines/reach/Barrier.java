package org.ronghe.engines.reach;

/// What cannot be crossed off the roads: a river, a wall, a railway.
public interface Barrier {
  /// Nothing in the way.
  Barrier NONE = (_, _, _, _) -> false;

  /// Whether the straight way between two places (WGS-84 degrees) is barred.
  boolean isBetween(double lon, double lat, double otherLon, double otherLat);
}
