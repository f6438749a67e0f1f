package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// Water: two works, clear-water tanks and pumps, a looped grid in the town with a valve in every
/// street, mains to every township and on to every village.
final class WaterLines {
  private static final Network.Make MAIN = new Network.Make(400, "球墨铸铁", 2016, 1.6);
  private static final Network.Make STREET = new Network.Make(200, "球墨铸铁", 2012, 1.4);
  private static final Network.Make SERVICE = new Network.Make(100, "PE", 2012, 1.2);
  private static final Network.Make RURAL_MAIN = new Network.Make(250, "PE", 2014, 1.5);
  private static final Network.Make RURAL = new Network.Make(110, "PE", 2010, 1.3);

  private final Network network = new Network(Utility.WATER);
  private final StreetLayer streets;
  private final CountryLayer country;

  WaterLines(Tunnels tunnels, Country country) {
    streets = new StreetLayer(network, tunnels, 5, 5, "供水节点");
    this.country = new CountryLayer(network, streets, country);
  }

  Network lay() {
    works("1", "城东水厂", new Town.Crossing(Town.COLUMNS - 1, 5), 1150, 260);
    works("2", "城南水厂", new Town.Crossing(2, 0), -220, -900);
    for (Town.Street street : Town.streets()) {
      layStreet(street);
    }
    for (Town.Lot lot : Town.lots()) {
      Network.Node tee = network.node(streets.id(tee(lot)));
      Network.Node meter =
          network.add(
              Areas.TOWN,
              "C" + lot.code(),
              NodeKind.CONSUMER,
              lot.name() + "总表",
              Areas.TOWN_CODE,
              lot.spot().shifted(8, 0));
      network.link(lot.street().name() + "供水支管", tee, meter, SERVICE);
    }
    layCountry();
    return network;
  }

  private void works(String number, String name, Town.Crossing gate, double east, double north) {
    Spot site = gate.spot().shifted(east, north);
    Network.Node source = streets.add("SRC" + number, NodeKind.SOURCE, name + "取水井群", site);
    Network.Node tank =
        streets.add("TNK" + number, NodeKind.TANK, name + "清水池", site.shifted(-60, 20));
    Network.Node pump =
        streets.add("PMP" + number, NodeKind.PUMP, name + "二级泵房", site.shifted(-110, 40));
    Network.Make main = MAIN.sized(600);
    network.link(name + "原水管", source, tank, main);
    network.link(name + "出水管", tank, pump, main);
    network.link(name + "输水干管", pump, streets.crossing(gate), main);
  }

  private void layStreet(Town.Street street) {
    String code = StreetLayer.streetCode(street);
    List<Network.Stop> stops = new ArrayList<>();
    stops.add(streets.stop(street, 0.05, "V" + code, NodeKind.VALVE, street.where() + "阀门"));
    if (street.alongRow()) {
      stops.add(tee(street, 0.28, "T" + street.from().code() + "1"));
      stops.add(tee(street, 0.72, "T" + street.from().code() + "2"));
    }
    streets.lay(
        street,
        street.name() + (street.isMain() ? "供水干管" : "供水管"),
        stops,
        street.isMain() ? MAIN : STREET);
  }

  private Network.Stop tee(Town.Street street, double share, String asset) {
    return streets.stop(
        street,
        share,
        asset,
        NodeKind.JUNCTION,
        street.where() + (share < 0.5 ? " 1 号三通" : " 2 号三通"));
  }

  private static String tee(Town.Lot lot) {
    return "T" + lot.street().from().code() + (lot.share() < 0.5 ? "1" : "2");
  }

  private void layCountry() {
    for (Country.Branch branch : country.everywhere()) {
      List<Network.Stop> stops = new ArrayList<>();
      stops.add(country.stop(branch, 40, "V", NodeKind.VALVE, "进水阀"));
      boolean seat = CountryLayer.isSeat(branch);
      if (seat) {
        double before = branch.path().length_m() - 60;
        stops.add(country.stop(branch, before, "PMP", NodeKind.PUMP, "加压泵站"));
      }
      boolean main = country.isMain(branch);
      String name = branch.hub().name();
      String line = main ? "至" + name + "供水干管" : name + "供水支线";
      country.lay(branch, line, NodeKind.JUNCTION, "供水节点", stops, main ? RURAL_MAIN : RURAL);
      Network.Node meter = country.add(branch, "C", NodeKind.CONSUMER, "总表", 70, 45);
      network.link(name + "入村管", country.at(branch), meter, SERVICE);
      if (seat) {
        Network.Node tank = country.add(branch, "TNK", NodeKind.TANK, "高位水池", -160, 190);
        network.link(name + "水池连管", country.at(branch), tank, SERVICE.sized(200));
      }
    }
  }
}
