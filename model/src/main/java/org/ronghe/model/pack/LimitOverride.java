package org.ronghe.model.pack;

import org.ronghe.model.measure.Require;

/// A county's own limit for one alarm of one point, instead of the pack's.
///
/// @param point id of the measuring point
/// @param rule e.g. `power.voltage/low`; a limit, rate or deviation alarm
/// @param limit in the unit of the profile
public record LimitOverride(String point, String rule, double limit) {
  public LimitOverride {
    Require.filled(point, "point");
    Require.filled(rule, "rule");
    Require.that(Double.isFinite(limit), "limit of " + rule + " must be a number");
  }
}
