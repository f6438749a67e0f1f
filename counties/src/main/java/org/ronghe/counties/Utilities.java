package org.ronghe.counties;

import java.util.List;

/// All utilities of the county, each laid by its own class.
final class Utilities {
  private final Tunnels tunnels;
  private final Country country;

  Utilities(Tunnels tunnels, Country country) {
    this.tunnels = tunnels;
    this.country = country;
  }

  List<Network> lay() {
    return List.of(
        new WaterLines(tunnels, country).lay(),
        new SewerLines(tunnels).lay(),
        new DrainageLines(tunnels).lay(),
        new GasLines(tunnels, country).lay(),
        new HeatLines(tunnels, country).lay(),
        new PowerLines(tunnels, country).lay(),
        new TelecomLines(tunnels, country).lay());
  }
}
