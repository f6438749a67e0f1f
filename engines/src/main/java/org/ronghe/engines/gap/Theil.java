package org.ronghe.engines.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ronghe.engines.gap.Residents.Place;

/// Theil's T of access over people, and how much of it lies between groups and within them. Places
/// where nothing is reached add 0 (the limit of x·ln x); `between + within = total`.
///
/// @param total 0 when all have the same
/// @param amongReaching the same but divided by the people of places with any access, which is what
///   R's `theil_t` says without groups; equal to `total` when every place has some
/// @param between inequality that would be left if all in a group had their mean
/// @param within inequality inside groups, weighted by their share of access
/// @param groups by name
public record Theil(
    double total, double amongReaching, double between, double within, List<Group> groups) {
  public Theil {
    groups = List.copyOf(groups);
  }

  /// Empty when nobody reaches anything.
  public static OptionalDouble total(Residents residents) {
    return of(residents)
        .map(theil -> OptionalDouble.of(theil.total))
        .orElse(OptionalDouble.empty());
  }

  public static java.util.Optional<Theil> of(Residents residents) {
    double mean = residents.meanAccess();
    if (!(mean > 0)) {
      return java.util.Optional.empty();
    }
    Map<String, List<Place>> byGroup = new TreeMap<>();
    residents
        .places()
        .forEach(
            place -> byGroup.computeIfAbsent(place.group(), _ -> new ArrayList<>()).add(place));
    List<Group> groups = new ArrayList<>();
    Sum between = new Sum();
    Sum within = new Sum();
    byGroup.forEach((name, places) -> {
      double people = Residents.total(places, Place::people);
      if (people > 0) {
        Group group = group(name, places, people, residents);
        groups.add(group);
        between.add(group.between());
        within.add(group.within());
      }
    });
    double total = mean(residents.places(), mean, residents.people());
    List<Place> reaching = residents.places().stream().filter(place -> place.access() > 0).toList();
    double among = mean(reaching, mean, Residents.total(reaching, Place::people));
    return java.util.Optional.of(new Theil(total, among, between.value(), within.value(), groups));
  }

  private static Group group(String name, List<Place> places, double people, Residents all) {
    double access = Residents.total(places, place -> place.people() * place.access());
    double accessShare = access / (all.meanAccess() * all.people());
    double peopleShare = people / all.people();
    double own = access > 0 ? mean(places, access / people, people) : 0;
    double between = accessShare > 0 ? accessShare * StrictMath.log(accessShare / peopleShare) : 0;
    return new Group(name, people, access / people, own, between, own * accessShare);
  }

  private static double mean(List<Place> places, double meanAccess, double people) {
    return Residents.total(
            places,
            place -> {
              double ratio = place.access() / meanAccess;
              return ratio > 0 ? place.people() * ratio * StrictMath.log(ratio) : 0;
            })
        / people;
  }

  /// One group.
  ///
  /// @param theil inside the group
  /// @param between what the group adds to `between`; below 0 for a group with less than its share
  /// @param within what it adds to `within`
  public record Group(
      String name, double people, double meanAccess, double theil, double between, double within) {}
}
