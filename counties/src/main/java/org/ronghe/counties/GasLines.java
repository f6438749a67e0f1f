package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// Natural gas: a gate station north of the town, a looped medium-pressure grid (in tunnels in
/// their gas compartments), a regulator station in every stretch of the west–east streets, and a
/// medium-pressure main to every township.
final class GasLines {
  private static final Network.Make MAIN = new Network.Make(300, "钢管", 2016, 1.4);
  private static final Network.Make STREET = new Network.Make(160, "PE", 2014, 1.2);
  private static final Network.Make LOW = new Network.Make(110, "PE", 2014, 1.0);
  private static final Network.Make RURAL = new Network.Make(160, "PE", 2018, 1.3);

  private final Network network = new Network(Utility.GAS);
  private final StreetLayer streets;
  private final Tunnels tunnels;
  private final CountryLayer country;

  GasLines(Tunnels tunnels, Country country) {
    this.tunnels = tunnels;
    streets = new StreetLayer(network, tunnels, 10, -9, "燃气节点");
    this.country = new CountryLayer(network, streets, country);
  }

  Network lay() {
    Town.Crossing gate = new Town.Crossing(5, Town.ROWS - 1);
    Network.Node source =
        streets.add("SRC1", NodeKind.SOURCE, "城北天然气门站", Town.spot(5, Town.ROWS - 0.7));
    network.link("门站出站管", source, streets.crossing(gate), MAIN.sized(400));
    for (Town.Street street : Town.streets()) {
      boolean inTunnel = tunnels.compartmentUnder(street, Utility.GAS) != null;
      if (street.alongRow() || street.isMain() || inTunnel) {
        layStreet(street);
      }
    }
    layLots();
    layCountry();
    return network;
  }

  private void layStreet(Town.Street street) {
    List<Network.Stop> stops = new ArrayList<>();
    String where = street.where();
    stops.add(
        streets.stop(
            street, 0.08, "V" + StreetLayer.streetCode(street), NodeKind.VALVE, where + "燃气阀井"));
    if (street.alongRow()) {
      stops.add(
          streets.stop(street, 0.5, "S" + street.from().code(), NodeKind.STATION, where + "调压站"));
    }
    String line = street.name() + (street.isMain() ? "中压燃气干管" : "中压燃气管");
    streets.lay(street, line, stops, street.isMain() ? MAIN : STREET);
  }

  private void layLots() {
    for (Town.Lot lot : Town.lots()) {
      Network.Node station = network.node(streets.id("S" + lot.street().from().code()));
      Network.Node consumer =
          network.add(
              Areas.TOWN,
              "C" + lot.code(),
              NodeKind.CONSUMER,
              lot.name() + "燃气表箱",
              Areas.TOWN_CODE,
              lot.spot().shifted(0, 9));
      Path street = lot.street().path();
      Spot corner = streets.beside(street.at(street.length_m() * lot.share()));
      network.link(
          lot.street().name() + "低压燃气管",
          station,
          consumer,
          LOW,
          null,
          new Path(List.of(station.spot(), corner, consumer.spot())));
    }
  }

  private void layCountry() {
    for (Country.Branch branch : country.towardSeats(township -> true)) {
      String name = branch.hub().name();
      List<Network.Stop> stops = List.of(country.stop(branch, 60, "V", NodeKind.VALVE, "燃气阀井"));
      country.lay(branch, "至" + name + "中压燃气干管", NodeKind.JUNCTION, "燃气节点", stops, RURAL);
      Network.Node station = country.add(branch, "S", NodeKind.STATION, "调压柜", 60, -80);
      network.link(name + "中压燃气支管", country.at(branch), station, STREET);
      Network.Node consumer = country.add(branch, "C", NodeKind.CONSUMER, "燃气总表", 150, -90);
      network.link(name + "低压燃气管", station, consumer, LOW);
    }
  }
}
