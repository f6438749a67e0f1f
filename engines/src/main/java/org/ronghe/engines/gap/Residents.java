package org.ronghe.engines.gap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Who lives where, and what they reach: the ground that measures of equity stand on. Kept in the
/// order of the ids, so that no answer depends on the order of rows.
public final class Residents {
  private final List<Place> given;
  private final List<Place> places;
  private final double people;
  private final double meanAccess;

  /// @param places at least one of them with people
  public Residents(List<Place> places) {
    this.given = List.copyOf(places);
    this.places = places.stream().sorted(Comparator.comparing(Place::id)).toList();
    this.people = total(this.places, Place::people);
    if (!(people > 0)) {
      throw new IllegalArgumentException("nobody lives here");
    }
    this.meanAccess = total(this.places, place -> place.people() * place.access()) / people;
  }

  /// By id.
  public List<Place> places() {
    return places;
  }

  public double people() {
    return people;
  }

  /// Per head.
  public double meanAccess() {
    return meanAccess;
  }

  /// The places in another order; those that are equal in it by id.
  List<Place> by(ToDoubleFunction<Place> key) {
    return sorted(places, key);
  }

  /// Those that are equal in it as they were handed over.
  List<Place> asGiven(ToDoubleFunction<Place> key) {
    return sorted(given, key);
  }

  private static List<Place> sorted(List<Place> places, ToDoubleFunction<Place> key) {
    Place[] result = places.toArray(Place[]::new);
    Arrays.sort(result, Comparator.comparingDouble(key));
    return List.of(result);
  }

  static double total(List<Place> places, ToDoubleFunction<Place> amount) {
    Sum sum = new Sum();
    places.forEach(place -> sum.add(amount.applyAsDouble(place)));
    return sum.value();
  }

  /// One place.
  ///
  /// @param access what its people reach; finite
  /// @param people at least 0
  /// @param income of its people; NaN where not known
  /// @param group what it belongs to; empty for none
  public record Place(String id, double access, double people, double income, String group) {
    public Place {
      if (!Double.isFinite(access) || !Double.isFinite(people) || people < 0) {
        throw new IllegalArgumentException(id + ": access " + access + ", people " + people);
      }
    }

    boolean hasIncome() {
      return !Double.isNaN(income);
    }
  }
}
