package org.ronghe.model.network;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.measure.Require;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.provenance.Provenance;

/// A node of a utility network: junction, manhole, valve, pump, source, meter, consumer.
///
/// @param nameEn the name in English; null when the package has none
/// @param elevation_m ground or invert level, metres; null when unknown
/// @param location WGS-84 lon/lat
public record NetworkNode(
    String id,
    Utility utility,
    NodeKind kind,
    String name,
    @Nullable String nameEn,
    @Nullable String divisionCode,
    @Nullable Double elevation_m,
    Point location,
    Provenance provenance) {
  public NetworkNode {
    Require.filled(id, "id");
  }

  /// A node that has a Chinese name only.
  public NetworkNode(
      String id,
      Utility utility,
      NodeKind kind,
      String name,
      @Nullable String divisionCode,
      @Nullable Double elevation_m,
      Point location,
      Provenance provenance) {
    this(id, utility, kind, name, null, divisionCode, elevation_m, location, provenance);
  }
}
