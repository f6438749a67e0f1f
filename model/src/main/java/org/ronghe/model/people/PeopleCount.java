package org.ronghe.model.people;

import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// How many people of one sex and age band live in a division, as a census counted them.
///
/// @param censusDate ISO date of the count, e.g. `2020-11-01`
/// @param ageFrom youngest age in the band, years
/// @param ageTo oldest age in the band, years, inclusive; 120 for an open band
public record PeopleCount(
    String divisionCode,
    String censusDate,
    Sex sex,
    int ageFrom,
    int ageTo,
    long count,
    Provenance provenance) {
  public PeopleCount {
    Require.that(0 <= ageFrom && ageFrom <= ageTo, "age band " + ageFrom + "-" + ageTo);
    Require.that(count >= 0, "count must be at least 0 but is " + count);
  }
}
