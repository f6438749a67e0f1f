package org.ronghe.model.pack;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// A county's own limit for one alarm of one point, instead of the pack's.
///
/// @param point id of the measuring point
/// @param rule e.g. `power.voltage/low`; a limit, rate or deviation alarm
/// @param limit in the unit of the profile
/// @param hysteresis in the same unit; null keeps the pack's
public record LimitOverride(
    String point, String rule, double limit, @Nullable Double hysteresis, Provenance provenance) {
  public LimitOverride {
    Require.filled(point, "point");
    Require.filled(rule, "rule");
    Require.that(Double.isFinite(limit), "limit of " + rule + " must be a number");
    if (hysteresis != null) {
      Require.atLeastZero(hysteresis, "hysteresis of " + rule);
    }
  }
}
