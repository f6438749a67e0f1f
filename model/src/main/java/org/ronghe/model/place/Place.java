package org.ronghe.model.place;

import org.locationtech.jts.geom.Point;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A named position (地点): a village centre, a street, a landmark.
///
/// @param kind e.g. `village`, `town`, `street`, `landmark`
/// @param location WGS-84 lon/lat
public record Place(
    String id,
    String name,
    String kind,
    String divisionCode,
    Point location,
    Provenance provenance) {
  public Place {
    Require.filled(id, "id");
    Require.filled(name, "name");
  }
}
