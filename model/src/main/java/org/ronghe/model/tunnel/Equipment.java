package org.ronghe.model.tunnel;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A piece of equipment in a fire section: fan, pump, fire door, camera, sensor rack.
///
/// @param nameEn the name in English; null when the package has none
/// @param kind e.g. `fan`, `drain-pump`, `fire-door`, `lighting`, `camera`
/// @param chainage_m where it stands, metres
public record Equipment(
    String id,
    String sectionId,
    String name,
    @Nullable String nameEn,
    String kind,
    double chainage_m,
    Provenance provenance) {
  public Equipment {
    Require.filled(id, "id");
    Require.atLeastZero(chainage_m, "chainage_m");
  }

  /// A piece of equipment that has a Chinese name only.
  public Equipment(
      String id,
      String sectionId,
      String name,
      String kind,
      double chainage_m,
      Provenance provenance) {
    this(id, sectionId, name, null, kind, chainage_m, provenance);
  }
}
