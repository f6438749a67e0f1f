package org.ronghe.counties;

import java.util.List;

/// All utilities of the county, each laid by its own class.
final class Utilities {
  private final Facts facts;
  private final Tunnels tunnels;
  private final Country country;

  Utilities(Facts facts, Tunnels tunnels, Country country) {
    this.facts = facts;
    this.tunnels = tunnels;
    this.country = country;
  }

  List<Network> lay() {
    return List.of(new WaterLines(tunnels, country).lay());
  }

  static void addPoints(Points points, List<Network> networks, Tunnels tunnels) {
    for (Network network : networks) {
      new WaterPoints(points).addAll(network);
    }
  }
}
