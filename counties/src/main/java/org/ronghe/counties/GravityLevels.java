package org.ronghe.counties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Invert levels for a network of falling pipes: every pipe falls at least a given slope, every
/// invert lies at least a given depth below ground, and nothing is dug deeper than that asks for.
final class GravityLevels {
  private final double slope;
  private final double cover_m;

  GravityLevels(double slope, double cover_m) {
    this.slope = slope;
    this.cover_m = cover_m;
  }

  /// Sets the levels of all nodes; the links must form trees that flow to their outlets.
  void set(Network network) {
    Map<String, List<Network.Link>> into = new HashMap<>();
    for (Network.Link link : network.links()) {
      into.computeIfAbsent(link.to().id(), id -> new ArrayList<>()).add(link);
    }
    Map<String, Double> levels_m = new HashMap<>();
    for (Network.Node node : network.nodes()) {
      level_m(node, into, levels_m);
    }
    network.setElevation(levels_m);
  }

  private double level_m(
      Network.Node node, Map<String, List<Network.Link>> into, Map<String, Double> levels_m) {
    Double known = levels_m.get(node.id());
    if (known != null) {
      return known;
    }
    double level = Terrain.ground_m(node.spot()) - cover_m;
    for (Network.Link link : into.getOrDefault(node.id(), List.of())) {
      if (!link.from().kind().equals(org.ronghe.model.network.NodeKind.PUMP)) {
        double above = level_m(link.from(), into, levels_m);
        level = Math.min(level, above - slope * link.path().length_m() - 0.02);
      }
    }
    levels_m.put(node.id(), level);
    return level;
  }
}
