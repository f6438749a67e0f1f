package org.ronghe.model.tunnel;

import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A compartment (舱室) of a tunnel, along its whole length.
public record Compartment(
    String id, String tunnelId, String name, CompartmentKind kind, Provenance provenance) {
  public Compartment {
    Require.filled(id, "id");
  }
}
