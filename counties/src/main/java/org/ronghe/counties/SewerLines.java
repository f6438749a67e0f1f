package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// Sewers: west–east streets fall to two collectors, these north to an interceptor, it west to the
/// town's plant; every township seat has a small tree of its own to its own plant.
final class SewerLines {
  private static final Network.Make STREET = new Network.Make(400, "HDPE 双壁波纹管", 2011, 2.5);
  private static final Network.Make COLLECTOR = new Network.Make(800, "钢筋混凝土管", 2009, 3.5);
  private static final Network.Make INTERCEPTOR = new Network.Make(1200, "钢筋混凝土管", 2009, 4.5);
  private static final Network.Make SERVICE = new Network.Make(300, "HDPE 双壁波纹管", 2011, 1.6);

  private final Network network = new Network(Utility.SEWER);
  private final StreetLayer streets;

  SewerLines(Tunnels tunnels) {
    streets = new StreetLayer(network, tunnels, 3, -3, "污水井");
  }

  Network lay() {
    for (Town.Street street : Town.streets()) {
      if (street.alongRow()) {
        layRow(street);
      } else if (Town.COLLECTOR_COLUMNS.contains(street.from().column())) {
        String line = street.name() + "污水主干管";
        streets.lay(street, line, manholes(street), COLLECTOR);
      }
    }
    for (Town.Lot lot : Town.lots()) {
      String asset = "M" + lot.street().from().code() + "E" + (lot.share() < 0.5 ? 1 : 3);
      Network.Node consumer =
          network.add(
              Areas.TOWN,
              "C" + lot.code(),
              NodeKind.CONSUMER,
              lot.name() + "排水户",
              Areas.TOWN_CODE,
              lot.spot().shifted(4, 4));
      network.link(
          lot.street().name() + "污水支管", consumer, network.node(streets.id(asset)), SERVICE);
    }
    plant();
    for (TownshipStreets township : TownshipStreets.all()) {
      layTownship(township);
    }
    new GravityLevels(0.001, 1.8).set(network);
    return network;
  }

  private void layRow(Town.Street street) {
    boolean top = street.from().row() == Town.ROWS - 1;
    int column = street.from().column();
    boolean westward = top || column == 2 || column == 3 || column >= 6;
    Network.Make make = top ? INTERCEPTOR : STREET;
    String line = street.name() + (top ? "污水截流干管" : "污水管");
    if (column == Town.AXIS_COLUMN && !westward) {
      streets.layFromFirstStop(street, line, manholes(street), make);
    } else {
      streets.lay(street, line, manholes(street), make, westward);
    }
  }

  private List<Network.Stop> manholes(Town.Street street) {
    List<Network.Stop> stops = new ArrayList<>();
    double[] shares = {0.28, 0.5, 0.72};
    for (int i = 0; i < shares.length; i++) {
      stops.add(
          streets.stop(
              street,
              shares[i],
              "M" + StreetLayer.streetCode(street) + (i + 1),
              NodeKind.MANHOLE,
              street.where() + (i + 1) + " 号污水井"));
    }
    return stops;
  }

  private void plant() {
    Network.Node inlet = streets.crossing(new Town.Crossing(1, Town.ROWS - 1));
    Network.Node well = streets.add("PMP1", NodeKind.PUMP, "城区污水处理厂进水泵房", Town.spot(-0.5, 12.8));
    Network.Node plant = streets.add("STN1", NodeKind.STATION, "城区污水处理厂", Town.spot(-0.8, 12.9));
    Network.Node outfall =
        streets.add("OUT1", NodeKind.OUTFALL, "城区污水处理厂排放口", Town.spot(-1.3, 13.4));
    network.link("污水厂进水总管", inlet, well, INTERCEPTOR);
    network.link("污水厂进水总管", well, plant, INTERCEPTOR);
    network.link("污水厂尾水管", plant, outfall, INTERCEPTOR);
  }

  private void layTownship(TownshipStreets township) {
    String code = township.township();
    String area = Areas.letters(code);
    Network.Node[][] grid = new Network.Node[TownshipStreets.COLUMNS][TownshipStreets.ROWS];
    for (int column = 0; column < TownshipStreets.COLUMNS; column++) {
      for (int row = 0; row < TownshipStreets.ROWS; row++) {
        String asset = "M" + (column + 1) + (row + 1);
        String name = township.name() + (column + 1) + "-" + (row + 1) + " 号污水井";
        Spot spot = streets.beside(township.spot(column, row));
        grid[column][row] = network.add(area, asset, NodeKind.MANHOLE, name, code, spot);
      }
    }
    String line = township.name() + "污水管";
    for (int column = 0; column < TownshipStreets.COLUMNS; column++) {
      for (int row = 0; row + 1 < TownshipStreets.ROWS; row++) {
        network.link(line, grid[column][row], grid[column][row + 1], STREET);
      }
      if (column > 0) {
        int top = TownshipStreets.ROWS - 1;
        network.link(line, grid[column][top], grid[column - 1][top], STREET.sized(500));
      }
    }
    Spot last = grid[0][TownshipStreets.ROWS - 1].spot();
    Network.Node plant =
        network.add(
            area,
            "STN1",
            NodeKind.STATION,
            township.name() + "污水处理站",
            code,
            last.shifted(-190, 230));
    Network.Node outfall =
        network.add(
            area,
            "OUT1",
            NodeKind.OUTFALL,
            township.name() + "污水排放口",
            code,
            last.shifted(-290, 330));
    network.link(
        township.name() + "污水总管", grid[0][TownshipStreets.ROWS - 1], plant, STREET.sized(600));
    network.link(township.name() + "尾水管", plant, outfall, STREET.sized(600));
  }
}
