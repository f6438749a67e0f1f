package org.ronghe.counties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ronghe.model.network.NodeKind;

/// Lays one utility in the streets of the county town, a few metres beside the middle of the
/// street.
final class StreetLayer {
  private final Network network;
  private final Tunnels tunnels;
  private final double east_m;
  private final double north_m;
  private final String crossingNoun;

  /// @param crossingNoun what stands at a crossing, e.g. `供水节点`
  StreetLayer(
      Network network, Tunnels tunnels, double east_m, double north_m, String crossingNoun) {
    this.crossingNoun = crossingNoun;
    this.network = network;
    this.tunnels = tunnels;
    this.east_m = east_m;
    this.north_m = north_m;
  }

  Spot beside(Spot spot) {
    return spot.shifted(east_m, north_m);
  }

  Path beside(Path path) {
    return path.shifted(east_m, north_m);
  }

  String id(String asset) {
    return network.letter() + "." + Areas.TOWN + "." + asset;
  }

  /// The node at a crossing, made when it is first asked for.
  Network.Node crossing(Town.Crossing crossing) {
    String asset = "J" + crossing.code();
    return network.has(id(asset))
        ? network.node(id(asset))
        : add(asset, NodeKind.JUNCTION, crossing.name() + crossingNoun, crossing.spot());
  }

  /// A node in the county town; `spot` is on the middle of the street.
  Network.Node add(String asset, NodeKind kind, String name, Spot spot) {
    return network.add(Areas.TOWN, asset, kind, name, Areas.TOWN_CODE, beside(spot));
  }

  /// A node in `street` at `share` of its length.
  Network.Stop stop(Town.Street street, double share, String asset, NodeKind kind, String name) {
    double distance = street.path().length_m() * share;
    return new Network.Stop(distance, add(asset, kind, name, street.path().at(distance)));
  }

  /// Lays the whole street from crossing to crossing, in its tunnel if it has one.
  List<Network.Link> lay(
      Town.Street street, String line, List<Network.Stop> stops, Network.Make make) {
    return lay(street, line, stops, make, false);
  }

  /// As above; `backwards` makes the flow run from east to west or north to south.
  List<Network.Link> lay(
      Town.Street street,
      String line,
      List<Network.Stop> stops,
      Network.Make make,
      boolean backwards) {
    String compartment = tunnels.compartmentUnder(street, network.utility());
    Network.Make laid =
        compartment == null
            ? make
            : new Network.Make(make.diameter_mm(), make.material(), make.builtYear(), null);
    Path path = beside(street.path());
    List<Network.Stop> inOrder = new ArrayList<>(stops);
    inOrder.sort(Comparator.comparingDouble(Network.Stop::distance_m));
    Network.Node from = crossing(street.from());
    Network.Node to = crossing(street.to());
    if (!backwards) {
      return network.lay(line, from, to, inOrder, laid, compartment, path);
    }
    double length = path.length_m();
    List<Network.Stop> turned =
        inOrder.reversed().stream()
            .map(stop -> new Network.Stop(length - stop.distance_m(), stop.node()))
            .toList();
    return network.lay(line, to, from, turned, laid, compartment, path.reversed());
  }

  /// Lays a street that begins at its first stop: the crossing before it drains another way.
  List<Network.Link> layFromFirstStop(
      Town.Street street, String line, List<Network.Stop> stops, Network.Make make) {
    Network.Stop first = stops.getFirst();
    Path path = beside(street.path());
    List<Network.Stop> rest =
        stops.stream()
            .skip(1)
            .map(s -> new Network.Stop(s.distance_m() - first.distance_m(), s.node()))
            .toList();
    Path part = path.part(first.distance_m(), path.length_m());
    return network.lay(line, first.node(), crossing(street.to()), rest, make, null, part);
  }

  static String streetCode(Town.Street street) {
    return street.from().code() + (street.alongRow() ? "E" : "N");
  }
}
