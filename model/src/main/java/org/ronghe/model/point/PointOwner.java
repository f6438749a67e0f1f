package org.ronghe.model.point;

import org.ronghe.model.measure.Require;

/// What a point measures on.
///
/// @param id id of a section, equipment, link, node or facility, as `kind` says
/// @param chainage_m along the tunnel when the owner is a section or equipment; else 0
public record PointOwner(OwnerKind kind, String id, double chainage_m) {
  public PointOwner {
    Require.filled(id, "owner id");
    Require.atLeastZero(chainage_m, "chainage_m");
  }

  /// The kinds of things a point can measure on.
  public enum OwnerKind {
    SECTION,
    EQUIPMENT,
    LINK,
    NODE,
    FACILITY,
    PLACE
  }
}
