package org.ronghe.engines.gap;

import java.util.List;
import java.util.OptionalDouble;
import org.ronghe.engines.gap.Residents.Place;

/// How unevenly access is spread over people: one number each. Empty where the number is undefined,
/// as when nobody reaches anything.
public final class Inequality {
  private Inequality() {}

  /// Gini: 0 when all have the same, towards 1 when one has it all. The area under the Lorenz curve
  /// by trapezoids, places by access.
  public static OptionalDouble gini(Residents residents) {
    double all = residents.meanAccess() * residents.people();
    if (!(all > 0)) {
      return OptionalDouble.empty();
    }
    Sum reached = new Sum();
    Sum area = new Sum();
    double before = 0;
    for (Place place : residents.by(Place::access)) {
      reached.add(place.people() * place.access());
      double after = reached.value() / all;
      area.add((before + after) * (place.people() / residents.people()));
      before = after;
    }
    return OptionalDouble.of(1 - area.value());
  }

  /// Population-weighted standard deviation over the mean (差异系数).
  public static OptionalDouble variation(Residents residents) {
    double mean = residents.meanAccess();
    if (!(mean > 0)) {
      return OptionalDouble.empty();
    }
    double squares =
        Residents.total(
            residents.places(),
            place -> place.people() * (place.access() - mean) * (place.access() - mean));
    return OptionalDouble.of(Math.sqrt(squares / residents.people()) / mean);
  }

  /// Palma: mean access of the tenth with the greatest income over that of the two fifths with the
  /// least. Who belongs to them is told by the income of places, weighted by people: at most the 40
  /// % quantile, above the 90 % quantile.
  ///
  /// @param everyone the places that set the quantiles, in R all that are known, not only those
  ///   with access
  public static OptionalDouble palma(Residents residents, List<Place> everyone) {
    OptionalDouble poor = IncomeQuantile.of(everyone, 0.4);
    OptionalDouble rich = IncomeQuantile.of(everyone, 0.9);
    if (poor.isEmpty() || rich.isEmpty()) {
      return OptionalDouble.empty();
    }
    double poorest = mean(residents, place -> place.income() <= poor.getAsDouble());
    double wealthiest = mean(residents, place -> place.income() > rich.getAsDouble());
    double ratio = wealthiest / poorest;
    return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }

  private static double mean(Residents residents, java.util.function.Predicate<Place> which) {
    List<Place> places = residents.places().stream().filter(which).toList();
    return Residents.total(places, place -> place.people() * place.access())
        / Residents.total(places, Place::people);
  }

  /// Concentration index: access against the rank of income; below 0 when the poor reach more.
  /// `ties` says how places of equal income are ranked, which makes a difference. Places without an
  /// income are left out.
  public static OptionalDouble concentration(Residents residents, Ties ties) {
    List<Place> ranked =
        (ties == Ties.AS_GIVEN ? residents.asGiven(Place::income) : residents.by(Place::income))
            .stream().filter(Place::hasIncome).toList();
    double people = Residents.total(ranked, Place::people);
    double mean = Residents.total(ranked, place -> place.people() * place.access()) / people;
    if (!(mean > 0)) {
      return OptionalDouble.empty();
    }
    Sum sum = new Sum();
    Sum below = new Sum();
    int start = 0;
    while (start < ranked.size()) {
      int end = start + 1;
      while (ties == Ties.SHARED
          && end < ranked.size()
          && ranked.get(end).income() == ranked.get(start).income()) {
        end++;
      }
      List<Place> equal = ranked.subList(start, end);
      double share = Residents.total(equal, Place::people) / people;
      double rank = below.value() + share / 2;
      for (Place place : equal) {
        sum.add((rank - 0.5) * (place.access() - mean) * (place.people() / people) / mean);
      }
      below.add(share);
      start = end;
    }
    return OptionalDouble.of(2 * sum.value());
  }

  /// The index as Erreygers (2009) corrects it for what is bounded: times four means over the range
  /// of access.
  public static OptionalDouble correctedConcentration(Residents residents, Ties ties) {
    List<Place> places = residents.places().stream().filter(Place::hasIncome).toList();
    double people = Residents.total(places, Place::people);
    double mean = Residents.total(places, place -> place.people() * place.access()) / people;
    double most = residents.places().stream().mapToDouble(Place::access).max().orElse(0);
    double least = residents.places().stream().mapToDouble(Place::access).min().orElse(0);
    OptionalDouble plain = concentration(residents, ties);
    return plain.isEmpty() || most == least
        ? OptionalDouble.empty()
        : OptionalDouble.of(plain.getAsDouble() * 4 * mean / (most - least));
  }

  /// How places of equal income are ranked.
  public enum Ties {
    /// One after the other by id.
    BY_ID,
    /// One after the other as they were handed over: what R does with its rows.
    AS_GIVEN,
    /// All at the middle of the ranks they take up.
    SHARED
  }
}
