package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// Rain water: west–east streets fall to four culverts, each runs north to its own outfall in the
/// river; underpasses have a pumping station that lifts into the nearest culvert.
final class DrainageLines {
  private static final List<Integer> CULVERT_COLUMNS = List.of(1, 3, 5, 7);
  private static final Network.Make STREET = new Network.Make(600, "钢筋混凝土管", 2010, 2.0);
  private static final Network.Make CULVERT = new Network.Make(1800, "钢筋混凝土箱涵", 2010, 3.5);
  private static final Network.Make RISING = new Network.Make(500, "钢管", 2014, 1.5);

  private final Network network = new Network(Utility.DRAINAGE);
  private final StreetLayer streets;

  DrainageLines(Tunnels tunnels) {
    streets = new StreetLayer(network, tunnels, -3, 3, "雨水井");
  }

  Network lay() {
    for (Town.Street street : Town.streets()) {
      if (street.alongRow()) {
        layRow(street);
      } else if (CULVERT_COLUMNS.contains(street.from().column())) {
        streets.lay(street, street.name() + "雨水箱涵", inlets(street), CULVERT);
      }
    }
    for (int column : CULVERT_COLUMNS) {
      Network.Node end = streets.crossing(new Town.Crossing(column, Town.ROWS - 1));
      Network.Node outfall =
          streets.add(
              "OUT" + column,
              NodeKind.OUTFALL,
              Town.columnName(column) + "雨水排口",
              Town.spot(column - 0.2, Town.ROWS - 0.3));
      network.link(Town.columnName(column) + "雨水排口段", end, outfall, CULVERT);
    }
    underpass("1", "经五路北下穿通道", Town.spot(Town.AXIS_COLUMN, 10.5), "M0411E3");
    underpass("2", "纬七街西下穿通道", Town.spot(0.5, 6), "M0107E2");
    underpass("3", "纬七街东下穿通道", Town.spot(7.5, 6), "M0807E2");
    new GravityLevels(0.001, 1.2).set(network);
    return network;
  }

  private void layRow(Town.Street street) {
    String line = street.name() + "雨水管";
    boolean summit = !westward(street) && Town.has(street.from().column() - 1, street.from().row());
    if (summit) {
      streets.layFromFirstStop(street, line, inlets(street), STREET);
    } else {
      streets.lay(street, line, inlets(street), STREET, westward(street));
    }
  }

  /// Streets west of a culvert fall east to it, those east of it fall west.
  private static boolean westward(Town.Street street) {
    return CULVERT_COLUMNS.contains(street.from().column());
  }

  private List<Network.Stop> inlets(Town.Street street) {
    List<Network.Stop> stops = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      stops.add(
          streets.stop(
              street,
              i * 0.25,
              "M" + StreetLayer.streetCode(street) + i,
              NodeKind.MANHOLE,
              street.where() + i + " 号雨水井"));
    }
    return stops;
  }

  private void underpass(String number, String name, Spot spot, String into) {
    Network.Node station = streets.add("UND" + number, NodeKind.STATION, name, spot);
    Network.Node pump =
        streets.add("PMP" + number, NodeKind.PUMP, name + "排水泵站", spot.shifted(30, 40));
    network.link(name + "集水管", station, pump, RISING);
    network.link(name + "压力排水管", pump, network.node(streets.id(into)), RISING);
  }
}
