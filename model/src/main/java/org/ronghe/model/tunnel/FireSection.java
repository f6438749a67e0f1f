package org.ronghe.model.tunnel;

import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A fire section (防火分区) of a compartment.
///
/// @param number counts from 1 along the chainage
/// @param fromChainage_m start, metres
/// @param toChainage_m end, metres; GB 50838-2015 7.1.6 asks for at most 200 m between partitions
public record FireSection(
    String id,
    String compartmentId,
    int number,
    double fromChainage_m,
    double toChainage_m,
    Provenance provenance) {
  public FireSection {
    Require.filled(id, "id");
    Require.that(0 <= fromChainage_m && fromChainage_m < toChainage_m, "chainage of " + id);
  }
}
