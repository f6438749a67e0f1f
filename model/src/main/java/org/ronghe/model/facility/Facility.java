package org.ronghe.model.facility;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A public or utility facility (设施).
///
/// @param nameEn the name in English; null when the package has none
/// @param type e.g. `hospital`, `school`, `heat-station`, `water-plant`, `substation`
/// @param capacity in `capacityUnit`; null when unknown
/// @param location WGS-84 lon/lat
public record Facility(
    String id,
    String name,
    @Nullable String nameEn,
    String type,
    String divisionCode,
    @Nullable Double capacity,
    @Nullable String capacityUnit,
    @Nullable String operator,
    Point location,
    Provenance provenance) {
  public Facility {
    Require.filled(id, "id");
    Require.filled(name, "name");
    Require.filled(type, "type");
  }

  /// A facility that has a Chinese name only.
  public Facility(
      String id,
      String name,
      String type,
      String divisionCode,
      @Nullable Double capacity,
      @Nullable String capacityUnit,
      @Nullable String operator,
      Point location,
      Provenance provenance) {
    this(
        id, name, null, type, divisionCode, capacity, capacityUnit, operator, location, provenance);
  }
}
