package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// District heat: one source east of the town, primary supply and return mains, a heat exchange
/// station in every stretch of the west–east streets, secondary pipes to the lots; and on to the
/// nearest townships.
///
/// Supply nodes and links run from the source, return nodes (letter `K`) and links run back to it.
final class HeatLines {
  /// Townships near enough for district heat.
  static final Set<String> NEAR =
      Set.of("140404101", "140404202", "140404203", "140404401", "140404406");

  private static final int SOURCE_ROW = 3;
  private static final Network.Make TRUNK = new Network.Make(800, "预制直埋保温管", 2017, 1.8);
  private static final Network.Make LATERAL = new Network.Make(300, "预制直埋保温管", 2015, 1.5);
  private static final Network.Make SECONDARY = new Network.Make(200, "预制直埋保温管", 2013, 1.2);
  private static final Network.Make RURAL = new Network.Make(400, "预制直埋保温管", 2019, 1.6);

  private final Network network = new Network(Utility.HEAT);
  private final StreetLayer supply;
  private final CountryLayer country;

  HeatLines(Tunnels tunnels, Country country) {
    supply = new StreetLayer(network, tunnels, -6, -6, "供热节点");
    this.country = new CountryLayer(network, supply, country);
  }

  Network lay() {
    Town.Crossing gate = new Town.Crossing(Town.COLUMNS - 1, SOURCE_ROW);
    Network.Node source =
        supply.add("SRC1", NodeKind.SOURCE, "城东热源厂", Town.spot(9.4, SOURCE_ROW - 0.2));
    Network.Node pump =
        supply.add("PMP1", NodeKind.PUMP, "城东热源厂循环泵房", Town.spot(9.25, SOURCE_ROW - 0.15));
    network.link("热源厂出口管", source, pump, TRUNK);
    network.link("热源厂出口管", pump, supply.crossing(gate), TRUNK);
    network.link("热源厂回水管", back(gate), source, TRUNK);
    for (Town.Street street : Town.streets()) {
      if (street.alongRow()) {
        layRow(street);
      } else if (street.from().column() == Town.AXIS_COLUMN) {
        layAxis(street);
      }
    }
    layLots();
    layCountry();
    return network;
  }

  /// The return node beside a crossing.
  private Network.Node back(Town.Crossing crossing) {
    String id = supply.id("K" + crossing.code());
    return network.has(id)
        ? network.node(id)
        : supply.add(
            "K" + crossing.code(),
            NodeKind.JUNCTION,
            crossing.name() + "回水",
            crossing.spot().shifted(-2.5, -2.5));
  }

  private void layAxis(Town.Street street) {
    boolean southward = street.from().row() < SOURCE_ROW;
    List<Network.Stop> stops = new ArrayList<>();
    stops.add(valve(street, southward ? 0.94 : 0.06));
    supply.lay(street, "中轴供热一级网供水管", stops, TRUNK, southward);
    network.link(
        "中轴供热一级网回水管",
        back(southward ? street.from() : street.to()),
        back(southward ? street.to() : street.from()),
        TRUNK);
  }

  private void layRow(Town.Street street) {
    int row = street.from().row();
    boolean feed = row == SOURCE_ROW && street.from().column() >= Town.AXIS_COLUMN;
    boolean westward = feed || street.to().column() <= Town.AXIS_COLUMN;
    List<Network.Stop> stops = new ArrayList<>();
    if (street.from().column() == Town.AXIS_COLUMN || street.to().column() == Town.AXIS_COLUMN) {
      stops.add(valve(street, street.from().column() == Town.AXIS_COLUMN ? 0.06 : 0.94));
    }
    stops.add(
        supply.stop(
            street, 0.5, "S" + street.from().code(), NodeKind.STATION, street.where() + "换热站"));
    Network.Make make = feed ? TRUNK : LATERAL;
    supply.lay(street, street.name() + "供热一级网供水管", stops, make, westward);
    String line = street.name() + "供热一级网回水管";
    Network.Node station = network.node(supply.id("S" + street.from().code()));
    Network.Node near = back(westward ? street.to() : street.from());
    Network.Node far = back(westward ? street.from() : street.to());
    network.link(line, station, near, make);
    network.link(line, far, station, make);
  }

  private Network.Stop valve(Town.Street street, double share) {
    return supply.stop(
        street,
        share,
        "V" + StreetLayer.streetCode(street),
        NodeKind.VALVE,
        street.where() + "供热分段阀");
  }

  private void layLots() {
    for (Town.Lot lot : Town.lots()) {
      Network.Node station = network.node(supply.id("S" + lot.street().from().code()));
      Network.Node consumer =
          network.add(
              Areas.TOWN,
              "C" + lot.code(),
              NodeKind.CONSUMER,
              lot.name() + "热力入口",
              Areas.TOWN_CODE,
              lot.spot().shifted(-9, 0));
      Spot corner =
          supply.beside(lot.street().path().at(lot.street().path().length_m() * lot.share()));
      network.link(
          lot.street().name() + "供热二级网",
          station,
          consumer,
          SECONDARY,
          null,
          new Path(List.of(station.spot(), corner, consumer.spot())));
    }
  }

  private void layCountry() {
    for (Country.Branch branch : country.towardSeats(NEAR::contains)) {
      String name = branch.hub().name();
      List<Network.Stop> stops = List.of(country.stop(branch, 50, "V", NodeKind.VALVE, "供热分段阀"));
      country.lay(branch, "至" + name + "供热干管", NodeKind.JUNCTION, "供热节点", stops, RURAL);
      Network.Node station = country.add(branch, "S", NodeKind.STATION, "换热站", 90, 70);
      network.link(name + "供热支管", country.at(branch), station, LATERAL);
      Network.Node consumer = country.add(branch, "C", NodeKind.CONSUMER, "热力入口", 190, 90);
      network.link(name + "供热二级网", station, consumer, SECONDARY);
    }
  }
}
