package org.ronghe.counties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// The lines of one utility while they are being laid.
final class Network {
  /// One node.
  record Node(
      String id, NodeKind kind, String name, String division, double elevation_m, Spot spot) {}

  /// What a stretch is made of.
  ///
  /// @param diameter_mm null for cables
  /// @param depth_m null when overhead or in a tunnel
  record Make(
      @Nullable Integer diameter_mm, String material, int builtYear, @Nullable Double depth_m) {
    Make sized(int diameter_mm) {
      return new Make(diameter_mm, material, builtYear, depth_m);
    }
  }

  /// One link; its path runs from `from` to `to`.
  record Link(
      String id,
      String line,
      Node from,
      Node to,
      Make make,
      @Nullable String compartment,
      Path path) {}

  /// A node to be put into a path, `distance_m` from its start.
  record Stop(double distance_m, Node node) {}

  private final Utility utility;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();

  Network(Utility utility) {
    this.utility = utility;
  }

  Utility utility() {
    return utility;
  }

  Collection<Node> nodes() {
    return nodes.values();
  }

  List<Link> links() {
    return links;
  }

  /// The letter all ids of this utility begin with.
  String letter() {
    return letter(utility);
  }

  static String letter(Utility utility) {
    return switch (utility) {
      case WATER -> "W";
      case SEWER -> "S";
      case DRAINAGE -> "D";
      case GAS -> "G";
      case HEAT -> "H";
      case POWER -> "E";
      case TELECOM -> "C";
      case TUNNEL -> "T";
    };
  }

  boolean has(String id) {
    return nodes.containsKey(id);
  }

  Node node(String id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no " + utility + " node " + id);
    }
    return node;
  }

  /// Adds a node at ground level; the id is `<letter>.<area>.<asset>`.
  Node add(String area, String asset, NodeKind kind, String name, String division, Spot spot) {
    return add(area, asset, kind, name, division, Terrain.ground_m(spot), spot);
  }

  Node add(
      String area,
      String asset,
      NodeKind kind,
      String name,
      String division,
      double elevation_m,
      Spot spot) {
    String id = letter() + "." + area + "." + asset;
    Node node = new Node(id, kind, name, division, Frame.rounded(elevation_m, 2), spot);
    if (nodes.put(id, node) != null) {
      throw new IllegalStateException("node " + id + " twice");
    }
    return node;
  }

  /// Replaces the level of a node, once its pipe's slope is known, in all links that meet it.
  void setElevation(Map<String, Double> elevations_m) {
    nodes.replaceAll((id, node) -> {
      Double level = elevations_m.get(id);
      return level == null
          ? node
          : new Node(
              id, node.kind(), node.name(), node.division(), Frame.rounded(level, 2), node.spot());
    });
    links.replaceAll(link ->
        new Link(
            link.id(),
            link.line(),
            node(link.from().id()),
            node(link.to().id()),
            link.make(),
            link.compartment(),
            link.path()));
  }

  Link link(String line, Node from, Node to, Make make, @Nullable String compartment, Path path) {
    List<Spot> spots = new ArrayList<>(path.spots());
    spots.set(0, from.spot());
    spots.set(spots.size() - 1, to.spot());
    String id = String.format(Locale.ROOT, "%s.L%05d", letter(), links.size() + 1);
    Link link = new Link(id, line, from, to, make, compartment, new Path(spots));
    links.add(link);
    return link;
  }

  Link link(String line, Node from, Node to, Make make) {
    return link(line, from, to, make, null, Path.straight(from.spot(), to.spot()));
  }

  /// Lays links along `path` from one node through all stops to another.
  List<Link> lay(
      String line,
      Node from,
      Node to,
      List<Stop> stops,
      Make make,
      @Nullable String compartment,
      Path path) {
    List<Link> laid = new ArrayList<>();
    Node last = from;
    double done_m = 0;
    for (Stop stop : stops) {
      laid.add(
          link(line, last, stop.node(), make, compartment, path.part(done_m, stop.distance_m())));
      last = stop.node();
      done_m = stop.distance_m();
    }
    laid.add(link(line, last, to, make, compartment, path.part(done_m, path.length_m())));
    return laid;
  }
}
