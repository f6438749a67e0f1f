package org.ronghe.counties;

import java.util.List;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// Telecom: an optical backbone from one exchange along main streets (in tunnels in their general
/// compartments) and to every township.
final class TelecomLines {
  private static final Network.Make DUCT = new Network.Make(null, "144 芯光缆", 2019, 0.8);
  private static final Network.Make POLE = new Network.Make(null, "48 芯光缆", 2017, null);

  private final Network network = new Network(Utility.TELECOM);
  private final StreetLayer streets;
  private final Tunnels tunnels;
  private final CountryLayer country;

  TelecomLines(Tunnels tunnels, Country country) {
    this.tunnels = tunnels;
    streets = new StreetLayer(network, tunnels, 14, 15, "光缆接头");
    this.country = new CountryLayer(network, streets, country);
  }

  Network lay() {
    Town.Crossing middle = new Town.Crossing(Town.AXIS_COLUMN, 6);
    Network.Node exchange =
        streets.add("SRC1", NodeKind.SOURCE, "县城通信枢纽", Town.spot(Town.AXIS_COLUMN + 0.3, 6.2));
    network.link("枢纽出局光缆", exchange, streets.crossing(middle), DUCT);
    for (Town.Street street : Town.streets()) {
      boolean inTunnel = tunnels.compartmentUnder(street, Utility.TELECOM) != null;
      if (street.alongRow() || street.isMain() || inTunnel) {
        streets.lay(street, street.name() + "光缆", List.of(), DUCT);
      }
    }
    for (Country.Branch branch : country.towardSeats(township -> true)) {
      String name = branch.hub().name();
      country.lay(branch, "至" + name + "光缆", NodeKind.JUNCTION, "光缆接头", List.of(), POLE);
      if (CountryLayer.isSeat(branch)) {
        Network.Node station = country.add(branch, "S", NodeKind.STATION, "通信机房", -90, -60);
        network.link(name + "机房光缆", country.at(branch), station, POLE);
      }
    }
    return network;
  }
}
