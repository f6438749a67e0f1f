package org.ronghe.model.tunnel;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A utility tunnel (综合管廊).
///
/// @param nameEn the name in English; null when the package has none
/// @param length_m along its centreline, metres; chainage runs from 0 to this
/// @param centreline WGS-84 lon/lat in the direction of chainage
public record Tunnel(
    String id,
    String name,
    @Nullable String nameEn,
    double length_m,
    LineString centreline,
    Provenance provenance) {
  public Tunnel {
    Require.filled(id, "id");
    Require.that(length_m > 0, "length_m must be positive");
  }

  /// A tunnel that has a Chinese name only.
  public Tunnel(
      String id, String name, double length_m, LineString centreline, Provenance provenance) {
    this(id, name, null, length_m, centreline, provenance);
  }
}
