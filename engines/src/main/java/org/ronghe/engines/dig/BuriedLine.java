package org.ronghe.engines.dig;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.measure.Require;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.pack.Words;

/// A pipe, cable or tunnel below the road.
///
/// @param id of the link or tunnel in the county
/// @param name the main it is part of
/// @param shape WGS-84
/// @param top_m crown below ground, metres; null when unknown
/// @param width_m outer width, at least 0
/// @param owner who must be told; the utility's own operator
public record BuriedLine(
    String id,
    Words name,
    Utility utility,
    Geometry shape,
    @Nullable Double top_m,
    double width_m,
    String owner) {
  public BuriedLine {
    Require.filled(id, "id");
    Require.atLeastZero(width_m, "width_m of " + id);
  }
}
