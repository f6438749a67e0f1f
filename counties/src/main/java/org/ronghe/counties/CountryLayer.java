package org.ronghe.counties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ronghe.model.network.NodeKind;

/// Lays one utility along country roads, from the gates of the town outward.
final class CountryLayer {
  private final Network network;
  private final StreetLayer streets;
  private final List<Country.Branch> branches;
  private final Set<String> mains;

  CountryLayer(Network network, StreetLayer streets, Country country) {
    this.network = network;
    this.streets = streets;
    this.branches = country.branches();
    this.mains = Country.mainHubs(branches);
  }

  /// All ways of the tree, nearest to the town first.
  List<Country.Branch> everywhere() {
    return branches;
  }

  /// Only the ways that lead to seats of the chosen townships (by 9-digit code).
  List<Country.Branch> towardSeats(Predicate<String> chosen) {
    Map<String, Country.Branch> branchTo = new LinkedHashMap<>();
    branches.forEach(branch -> branchTo.put(branch.hub().id(), branch));
    Set<String> needed = new LinkedHashSet<>();
    for (Country.Branch branch : branches) {
      if (isSeat(branch) && chosen.test(branch.hub().township())) {
        Country.Branch step = branch;
        while (step != null && needed.add(step.hub().id())) {
          step = branchTo.get(step.parent().id());
        }
      }
    }
    return branches.stream().filter(branch -> needed.contains(branch.hub().id())).toList();
  }

  /// True when the way is on the road to some township seat.
  boolean isMain(Country.Branch branch) {
    return mains.contains(branch.hub().id());
  }

  static boolean isSeat(Country.Branch branch) {
    return Country.isSeat(branch.hub(), branch.hub().township());
  }

  /// The node at the hub of this branch; it must have been laid.
  Network.Node at(Country.Branch branch) {
    return hubNode(branch.hub());
  }

  /// A node near the hub of this branch: kind letter and village number make the id.
  Network.Node add(
      Country.Branch branch, String letter, NodeKind kind, String name, double east, double north) {
    Country.Hub hub = branch.hub();
    return network.add(
        Areas.letters(hub.township()),
        letter + number(hub),
        kind,
        hub.name() + name,
        hub.township(),
        streets.beside(hub.spot()).shifted(east, north));
  }

  /// A node inside the way of this branch, `distance_m` from its town end.
  Network.Stop stop(
      Country.Branch branch, double distance_m, String letter, NodeKind kind, String name) {
    Country.Hub hub = branch.hub();
    Spot spot = streets.beside(branch.path()).at(distance_m);
    return new Network.Stop(
        distance_m,
        network.add(
            Areas.letters(hub.township()),
            letter + number(hub),
            kind,
            hub.name() + name,
            hub.township(),
            spot));
  }

  /// Lays the way of this branch and makes the node at its hub.
  void lay(
      Country.Branch branch,
      String line,
      NodeKind hubKind,
      String hubName,
      List<Network.Stop> stops,
      Network.Make make) {
    Network.Node from = hubNode(branch.parent());
    Network.Node to = add(branch, "J", hubKind, hubName, 0, 0);
    network.lay(line, from, to, new ArrayList<>(stops), make, null, streets.beside(branch.path()));
  }

  private Network.Node hubNode(Country.Hub hub) {
    if (hub.gate()) {
      return network.node(streets.id("J" + hub.id().substring(1)));
    }
    String area = Areas.letters(hub.township());
    return network.node(network.letter() + "." + area + ".J" + number(hub));
  }

  private static String number(Country.Hub hub) {
    return hub.id().substring(9);
  }
}
