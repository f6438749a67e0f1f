package org.ronghe.model.tunnel;

import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A piece of equipment in a fire section: fan, pump, fire door, camera, sensor rack.
///
/// @param kind e.g. `fan`, `drain-pump`, `fire-door`, `lighting`, `camera`
/// @param chainage_m where it stands, metres
public record Equipment(
    String id,
    String sectionId,
    String name,
    String kind,
    double chainage_m,
    Provenance provenance) {
  public Equipment {
    Require.filled(id, "id");
    Require.atLeastZero(chainage_m, "chainage_m");
  }
}
