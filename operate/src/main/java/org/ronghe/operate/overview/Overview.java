package org.ronghe.operate.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.operate.tunnel.TunnelSummary;

/// The county in figures.
///
/// @param rate_perSecond readings stored in the last ten seconds, per second
public record Overview(
    boolean synthetic,
    double rate_perSecond,
    List<Township> townships,
    List<UtilityFigures> utilities,
    List<TunnelSummary> tunnels) {

  /// @param nameEn the name in English; null when the package has none
  /// @param population people at the last census; null when the package does not say
  /// @param urbanShare share of them in residents' committees, 0 to 1; null when unknown
  /// @param alarms open alarms by priority, 1 first; always four numbers
  /// @param stale points that fell silent
  public record Township(
      String code,
      String name,
      @Nullable String nameEn,
      @Nullable Long population,
      @Nullable Double urbanShare,
      int points,
      List<Integer> alarms,
      int stale,
      double @Nullable [] bbox,
      boolean syntheticPopulation) {}

  /// @param alarms open alarms by priority, 1 first; always four numbers
  public record UtilityFigures(
      String utility,
      int nodes,
      int links,
      double length_km,
      int points,
      List<Integer> alarms,
      int stale) {}
}
