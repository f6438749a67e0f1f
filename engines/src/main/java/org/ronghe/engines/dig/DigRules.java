package org.ronghe.engines.dig;

import java.util.List;
import java.util.Optional;
import org.ronghe.model.measure.Require;
import org.ronghe.model.measure.Utility;

/// What a county holds diggers to (`packs/dig`).
///
/// @param clearances smallest distance side by side, per pair of utilities
/// @param otherwise_m the distance for pairs not listed
/// @param tunnelZone_m no digging nearer to a utility tunnel than this without its consent
/// @param builtYears no digging so many years after a road was built
/// @param resurfacedYears no digging so many years after it was resurfaced
/// @param jointDistance_m trenches nearer than this can be one
/// @param jointDays works whose days are no further apart than this can be one
/// @param slack_days how far an opening that did not say may be moved
/// @param zone_m how far around open ground an alarm concerns it
/// @param embargoClause the rule behind the two times
public record DigRules(
    List<Clearance> clearances,
    double otherwise_m,
    double tunnelZone_m,
    int builtYears,
    int resurfacedYears,
    double jointDistance_m,
    int jointDays,
    int slack_days,
    double zone_m,
    String embargoClause,
    String tunnelClause) {
  public DigRules {
    clearances = List.copyOf(clearances);
    Require.atLeastZero(otherwise_m, "otherwise_m");
    Require.atLeastZero(tunnelZone_m, "tunnelZone_m");
    Require.that(builtYears >= 0 && resurfacedYears >= 0, "years must be at least 0");
    Require.atLeastZero(jointDistance_m, "jointDistance_m");
    Require.that(jointDays >= 0, "jointDays must be at least 0");
    Require.that(slack_days >= 0, "slackDays must be at least 0");
    Require.that(zone_m >= 0 && zone_m <= 5_000, "zone_m must be from 0 to 5,000");
  }

  /// @param least_m between the outer edges, side by side
  /// @param clause where the figure comes from, or 示例
  public record Clearance(Utility one, Utility other, double least_m, String clause) {
    public Clearance {
      Require.atLeastZero(least_m, "least_m");
    }

    boolean between(Utility a, Utility b) {
      return one == a && other == b || one == b && other == a;
    }
  }

  Optional<Clearance> clearance(Utility a, Utility b) {
    return clearances.stream().filter(pair -> pair.between(a, b)).findFirst();
  }
}
