package org.ronghe.model.tunnel;

import org.locationtech.jts.geom.LineString;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A utility tunnel (综合管廊).
///
/// @param length_m along its centreline, metres; chainage runs from 0 to this
/// @param centreline WGS-84 lon/lat in the direction of chainage
public record Tunnel(
    String id, String name, double length_m, LineString centreline, Provenance provenance) {
  public Tunnel {
    Require.filled(id, "id");
    Require.that(length_m > 0, "length_m must be positive");
  }
}
