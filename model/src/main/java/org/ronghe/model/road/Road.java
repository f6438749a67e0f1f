package org.ronghe.model.road;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A stretch of road.
///
/// @param nameEn the name in English; null when the package has none
/// @param roadClass e.g. `national`, `provincial`, `county`, `township`, `village`, `street`
/// @param width_m carriageway, metres; null when unknown
/// @param geometry WGS-84 lon/lat
public record Road(
    String id,
    String name,
    @Nullable String nameEn,
    String roadClass,
    @Nullable Double width_m,
    LineString geometry,
    Provenance provenance) {
  public Road {
    Require.filled(id, "id");
  }

  /// A road that has a Chinese name only.
  public Road(
      String id,
      String name,
      String roadClass,
      @Nullable Double width_m,
      LineString geometry,
      Provenance provenance) {
    this(id, name, null, roadClass, width_m, geometry, provenance);
  }
}
