package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// Medium-voltage power: a 220 kV station feeds three 110 kV substations at the edge of the town;
/// their 10 kV feeders run along the streets (in tunnels in their power compartments) from switch
/// cabinet to switch cabinet, and as overhead lines to every township and village; two 35 kV
/// substations stand in the country.
///
/// Switching devices are nodes of kind `valve`: what separates a part of the network.
final class PowerLines {
  private static final Network.Make HIGH = new Network.Make(null, "架空钢芯铝绞线", 2011, null);
  private static final Network.Make TRUNK = new Network.Make(null, "交联聚乙烯电缆 3×400", 2018, 0.9);
  private static final Network.Make CABLE = new Network.Make(null, "交联聚乙烯电缆 3×240", 2015, 0.8);
  private static final Network.Make LOW = new Network.Make(null, "交联聚乙烯电缆 3×70", 2015, 0.7);
  private static final Network.Make OVERHEAD =
      new Network.Make(null, "架空绝缘导线 JKLYJ-120", 2013, null);
  private static final List<String> COUNTRY_SUBSTATIONS = List.of("140404101", "140404102");

  /// A 110 kV substation and the rows of streets it feeds.
  private record Substation(
      String number,
      String name,
      double column,
      double row,
      Town.Crossing gate,
      int from,
      int to) {}

  private static final List<Substation> SUBSTATIONS =
      List.of(
          new Substation("1", "城南变", 4.4, -1.1, new Town.Crossing(Town.AXIS_COLUMN, 0), 0, 3),
          new Substation("2", "城西变", -1.2, 6.4, new Town.Crossing(0, 6), 4, 8),
          new Substation("3", "城东变", 9.3, 9.4, new Town.Crossing(8, 9), 9, 12));

  private final Network network = new Network(Utility.POWER);
  private final StreetLayer streets;
  private final CountryLayer country;

  PowerLines(Tunnels tunnels, Country country) {
    streets = new StreetLayer(network, tunnels, -12, 11, "环网柜");
    this.country = new CountryLayer(network, streets, country);
  }

  Network lay() {
    Network.Node source =
        streets.add("SRC1", NodeKind.SOURCE, "城西 220 kV 变电站", Town.spot(-4.2, 3.4));
    for (Substation substation : SUBSTATIONS) {
      Network.Node station =
          streets.add(
              "SUB" + substation.number(),
              NodeKind.STATION,
              substation.name() + " 110 kV 变电站",
              Town.spot(substation.column(), substation.row()));
      network.link(
          "110 kV " + substation.name() + "线",
          source,
          station,
          HIGH,
          null,
          around(source, station, substation));
      Network.Node gate = cabinet(substation.gate());
      network.link(substation.name() + " 10 kV 出线", station, gate, TRUNK);
    }
    for (Town.Street street : Town.streets()) {
      if (street.alongRow() || street.from().column() == Town.AXIS_COLUMN) {
        layStreet(street);
      }
    }
    layLots();
    layCountry();
    return network;
  }

  /// High-voltage lines go around the town.
  private static Path around(Network.Node source, Network.Node station, Substation substation) {
    List<Spot> spots = new ArrayList<>(List.of(source.spot()));
    switch (substation.number()) {
      case "1" -> spots.add(Town.spot(-1.5, -1.2));
      case "3" -> {
        spots.add(Town.spot(-1.8, 10));
        spots.add(Town.spot(0, 13.2));
        spots.add(Town.spot(8, 13));
      }
      default -> spots.add(Town.spot(-2.6, 4.6));
    }
    spots.add(station.spot());
    return new Path(spots);
  }

  private Network.Node cabinet(Town.Crossing crossing) {
    String id = streets.id("J" + crossing.code());
    return network.has(id)
        ? network.node(id)
        : streets.add(
            "J" + crossing.code(), NodeKind.VALVE, crossing.name() + "环网柜", crossing.spot());
  }

  private static Substation feeding(int row) {
    return SUBSTATIONS.stream()
        .filter(substation -> substation.from() <= row && row <= substation.to())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no substation feeds row " + row));
  }

  private void layStreet(Town.Street street) {
    cabinet(street.from());
    cabinet(street.to());
    Substation substation = feeding(street.from().row());
    if (!street.alongRow()) {
      Substation next = feeding(street.to().row());
      String line =
          next.equals(substation)
              ? substation.name() + "中轴 10 kV 干线"
              : substation.name() + "—" + next.name() + " 10 kV 联络线";
      streets.lay(street, line, List.of(), TRUNK);
      return;
    }
    Network.Stop branchBox =
        streets.stop(
            street, 0.5, "B" + street.from().code(), NodeKind.JUNCTION, street.where() + "分支箱");
    streets.lay(
        street, substation.name() + " 10 kV " + street.name() + "线", List.of(branchBox), CABLE);
  }

  private void layLots() {
    for (Town.Lot lot : Town.lots()) {
      Network.Node box = network.node(streets.id("B" + lot.street().from().code()));
      Network.Node transformer =
          network.add(
              Areas.TOWN,
              "C" + lot.code(),
              NodeKind.CONSUMER,
              lot.name() + "配电变压器",
              Areas.TOWN_CODE,
              lot.spot().shifted(0, -10));
      Path street = lot.street().path();
      Spot corner = streets.beside(street.at(street.length_m() * lot.share()));
      network.link(
          lot.street().name() + " 10 kV 分支线",
          box,
          transformer,
          LOW,
          null,
          new Path(List.of(box.spot(), corner, transformer.spot())));
    }
  }

  private void layCountry() {
    for (Country.Branch branch : country.everywhere()) {
      String name = branch.hub().name();
      List<Network.Stop> stops = List.of(country.stop(branch, 70, "W", NodeKind.VALVE, "柱上开关"));
      String line = country.isMain(branch) ? "10 kV 至" + name + "架空干线" : "10 kV " + name + "架空支线";
      country.lay(branch, line, NodeKind.JUNCTION, "电杆", stops, OVERHEAD);
      Network.Node transformer = country.add(branch, "C", NodeKind.CONSUMER, "配电变压器", -60, 50);
      network.link("10 kV " + name + "台区线", country.at(branch), transformer, OVERHEAD);
    }
    for (String township : COUNTRY_SUBSTATIONS) {
      layCountrySubstation(township);
    }
  }

  /// A 35 kV line along the road to the seat, on poles of its own on the other side.
  private void layCountrySubstation(String township) {
    List<Country.Branch> way = country.towardSeats(township::equals);
    Country.Branch end = way.getLast();
    Network.Node station = country.add(end, "SUB", NodeKind.STATION, " 35 kV 变电站", 260, -210);
    Network.Node from =
        network.node(streets.id("SUB" + (township.equals("140404101") ? "3" : "1")));
    List<Spot> spots = new ArrayList<>(List.of(from.spot()));
    if (township.equals("140404101")) {
      spots.add(Town.spot(8.5, 12.6));
      spots.add(Town.spot(6, 13.1));
    }
    for (Country.Branch branch : way) {
      spots.addAll(branch.path().shifted(35, -28).spots());
    }
    spots.add(station.spot());
    network.link("35 kV " + end.hub().name() + "线", from, station, HIGH, null, new Path(spots));
    network.link("35 kV " + end.hub().name() + "变 10 kV 出线", station, country.at(end), OVERHEAD);
  }
}
