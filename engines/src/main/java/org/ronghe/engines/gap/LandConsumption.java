package org.ronghe.engines.gap;

/// SDG indicator 11.3.1: how fast built-up land grows against how fast people do. Above 1 the town
/// sprawls, below 1 it grows denser.
///
/// @param landRate yearly growth of built-up land
/// @param populationRate yearly growth of people
/// @param ratio land over people; NaN when the number of people did not change
/// @param landPerPersonBefore in the unit of the land
/// @param landPerPersonAfter in the unit of the land
public record LandConsumption(
    double landRate,
    double populationRate,
    double ratio,
    double landPerPersonBefore,
    double landPerPersonAfter) {
  /// @param before land and people at the beginning, above 0
  /// @param after land and people at the end, above 0
  /// @param years between them, above 0
  public static LandConsumption of(State before, State after, double years, LandRate rule) {
    double land =
        switch (rule) {
          case SIMPLE -> (after.land() - before.land()) / before.land() / years;
          case LOGARITHMIC -> StrictMath.log(after.land() / before.land()) / years;
        };
    double people = StrictMath.log(after.people() / before.people()) / years;
    return new LandConsumption(
        land,
        people,
        people == 0 ? Double.NaN : land / people,
        before.land() / before.people(),
        after.land() / after.people());
  }

  /// How land grows by the year.
  public enum LandRate {
    /// Growth over the land at the beginning, divided by the years: the metadata since 2021.
    SIMPLE,
    /// Like people, by the logarithm: the metadata before.
    LOGARITHMIC
  }

  /// At one time.
  ///
  /// @param land built up, in any unit
  public record State(double land, double people) {
    public State {
      if (!(land > 0) || !(people > 0)) {
        throw new IllegalArgumentException("land " + land + ", people " + people);
      }
    }
  }
}
