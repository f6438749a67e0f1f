package org.ronghe.engines.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.ronghe.engines.gap.Residents.Place;

/// Quantiles of income over people, each person counting once: the weighted quantile that R's Hmisc
/// computes, which is the common (type 7) quantile of the list in which each income stands as often
/// as there are people with it.
final class IncomeQuantile {
  private IncomeQuantile() {}

  /// Empty when nobody has an income.
  static OptionalDouble of(List<Place> places, double probability) {
    List<Place> counted =
        places.stream()
            .filter(place -> place.people() > 0 && place.hasIncome())
            .sorted(Comparator.comparingDouble(Place::income).thenComparing(Place::id))
            .toList();
    if (counted.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<Double> upTo = new ArrayList<>();
    Sum sum = new Sum();
    for (Place place : counted) {
      sum.add(place.people());
      upTo.add(sum.value());
    }
    double people = sum.value();
    double position = 1 + (people - 1) * probability;
    double low = Math.max(Math.floor(position), 1);
    double high = Math.min(low + 1, people);
    double part = position - Math.floor(position);
    return OptionalDouble.of((1 - part) * at(low, counted, upTo) + part * at(high, counted, upTo));
  }

  /// The income of the person at a position, counted from 1.
  private static double at(double position, List<Place> counted, List<Double> upTo) {
    for (int n = 0; n < counted.size(); n++) {
      if (upTo.get(n) >= position) {
        return counted.get(n).income();
      }
    }
    return counted.getLast().income();
  }
}
