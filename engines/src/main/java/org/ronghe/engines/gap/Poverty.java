package org.ronghe.engines.gap;

import org.ronghe.engines.gap.Residents.Place;

/// Foster, Greer and Thorbecke (1984) with a line of access.
///
/// @param headcount FGT0: the share of people below the line
/// @param gap FGT1: their mean shortfall as a share of the line, over all people
/// @param severity FGT2: the same, squared, so that great shortfalls weigh more
public record Poverty(double headcount, double gap, double severity) {
  /// @param line at least 0; who reaches it is not poor
  public static Poverty of(Residents residents, double line) {
    return new Poverty(
        mean(residents, line, 0), mean(residents, line, 1), mean(residents, line, 2));
  }

  private static double mean(Residents residents, double line, int power) {
    return Residents.total(
            residents.places(), place -> place.people() * shortfall(place, line, power))
        / residents.people();
  }

  private static double shortfall(Place place, double line, int power) {
    if (place.access() >= line) {
      return 0;
    }
    double short1 = (line - place.access()) / line;
    return switch (power) {
      case 0 -> 1;
      case 1 -> short1;
      default -> short1 * short1;
    };
  }
}
