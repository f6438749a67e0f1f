package org.ronghe.model.place;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A named position (地点): a village centre, a street, a landmark.
///
/// @param nameEn the name in English; null when the package has none
/// @param kind e.g. `village`, `town`, `street`, `landmark`
/// @param location WGS-84 lon/lat
public record Place(
    String id,
    String name,
    @Nullable String nameEn,
    String kind,
    String divisionCode,
    Point location,
    Provenance provenance) {
  public Place {
    Require.filled(id, "id");
    Require.filled(name, "name");
  }

  /// A place that has a Chinese name only.
  public Place(
      String id,
      String name,
      String kind,
      String divisionCode,
      Point location,
      Provenance provenance) {
    this(id, name, null, kind, divisionCode, location, provenance);
  }
}
