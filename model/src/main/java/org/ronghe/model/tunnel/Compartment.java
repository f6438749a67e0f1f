package org.ronghe.model.tunnel;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A compartment (舱室) of a tunnel, along its whole length.
///
/// @param nameEn the name in English; null when the package has none
public record Compartment(
    String id,
    String tunnelId,
    String name,
    @Nullable String nameEn,
    CompartmentKind kind,
    Provenance provenance) {
  public Compartment {
    Require.filled(id, "id");
  }

  /// A compartment that has a Chinese name only.
  public Compartment(
      String id, String tunnelId, String name, CompartmentKind kind, Provenance provenance) {
    this(id, tunnelId, name, null, kind, provenance);
  }
}
