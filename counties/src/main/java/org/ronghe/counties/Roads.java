package org.ronghe.counties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The road sheet: streets and lanes of the town, streets of township seats, long roads and their
/// ways out of the county, village roads.
final class Roads {
  private final Facts facts;
  private final Settlement settlement;
  private final EnglishNames english;
  private final Sheet sheet = new Sheet("id", "name", "name_en", "class", "width_m", "wkt");

  Roads(Facts facts, Settlement settlement, EnglishNames english) {
    this.facts = facts;
    this.settlement = settlement;
    this.english = english;
  }

  Sheet sheet(Country country) {
    townStreets();
    lanes();
    TownshipStreets.all().forEach(this::townshipStreets);
    Set<String> used = new LinkedHashSet<>();
    int number = 1;
    for (Country.Trunk trunk : country.trunks()) {
      for (Country.Way way : trunk.ways()) {
        if (used.add(way.id())) {
          row(
              String.format(Locale.ROOT, "R.M%03d", number++),
              trunk.name(),
              way.roadClass(),
              way.path());
        }
      }
    }
    number = 1;
    for (Country.Way way : country.ways()) {
      if (used.add(way.id())) {
        String name = way.from().name() + "—" + way.to().name();
        row(String.format(Locale.ROOT, "R.V%03d", number++), name, way.roadClass(), way.path());
      }
    }
    villagesInTown(country);
    exits();
    return sheet;
  }

  private void row(String id, String name, Country.RoadClass roadClass, Path path) {
    String code = roadClass.name().toLowerCase(Locale.ROOT);
    row(id, name, code, roadClass.width_m, path.spots());
  }

  private void row(String id, String name, String roadClass, double width_m, List<Spot> spots) {
    sheet.row(id, name, english.of(name), roadClass, Frame.text(width_m, 1), Frame.lineWkt(spots));
  }

  /// One line per street; it has a corner wherever another street or lane meets it.
  private void townStreets() {
    for (int row = 0; row < Town.ROWS; row++) {
      List<Spot> spots = new ArrayList<>();
      for (int column = 0; column < Town.COLUMNS; column++) {
        if (Town.has(column, row)) {
          spots.add(Town.spot(column, row));
          if (hasLane(column, row)) {
            spots.add(Town.spot(column + 0.5, row));
          }
        }
      }
      row(
          String.format(Locale.ROOT, "R.W%02d", row + 1),
          Town.rowName(row),
          "street",
          row % 3 == 0 ? 32 : 18,
          spots);
    }
    for (int column = 0; column < Town.COLUMNS; column++) {
      List<Spot> spots = new ArrayList<>();
      for (int row = 0; row < Town.ROWS; row++) {
        if (Town.has(column, row)) {
          spots.add(Town.spot(column, row));
        }
      }
      row(
          String.format(Locale.ROOT, "R.J%02d", column + 1),
          Town.columnName(column),
          "street",
          column % 2 == 0 ? 36 : 20,
          spots);
    }
  }

  private static boolean hasLane(int column, int row) {
    return Town.lanes().stream().anyMatch(lane -> lane.column() == column && lane.meets(row));
  }

  private void lanes() {
    for (Town.Lane lane : Town.lanes()) {
      String id = String.format(Locale.ROOT, "R.L%02d", lane.column() + 1);
      row(id, lane.name(), "street", 9, lane.path().spots());
    }
  }

  private void townshipStreets(TownshipStreets township) {
    String area = Areas.letters(township.township());
    for (int row = 0; row < TownshipStreets.ROWS; row++) {
      List<Spot> spots = new ArrayList<>();
      for (int column = 0; column < TownshipStreets.COLUMNS; column++) {
        spots.add(township.spot(column, row));
      }
      row(
          "R." + area + ".W" + (row + 1),
          township.name() + "横" + (row + 1) + "街",
          "street",
          8,
          spots);
    }
    for (int column = 0; column < TownshipStreets.COLUMNS; column++) {
      List<Spot> spots = new ArrayList<>();
      for (int row = 0; row < TownshipStreets.ROWS; row++) {
        spots.add(township.spot(column, row));
      }
      row(
          "R." + area + ".J" + (column + 1),
          township.name() + "纵" + (column + 1) + "街",
          "street",
          8,
          spots);
    }
  }

  /// Villages and communities inside the town hang on the nearest crossing.
  private void villagesInTown(Country country) {
    Set<String> hubs = new LinkedHashSet<>();
    country.hubs().forEach(hub -> hubs.add(hub.id()));
    int number = 1;
    for (Facts.Unit village : facts.villages()) {
      Spot spot = settlement.village(village.code());
      if (!hubs.contains(village.code())) {
        Town.Crossing crossing = Town.nearest(spot);
        row(
            String.format(Locale.ROOT, "R.C%03d", number++),
            village.shortName() + "连接路",
            Country.RoadClass.VILLAGE,
            Path.straight(crossing.spot(), spot));
      }
    }
  }

  /// National and provincial roads go on beyond the county.
  private void exits() {
    exit("R.X01", "国道示意线北段", Country.RoadClass.NATIONAL, "140404406", 0, 1);
    exit("R.X02", "国道示意线南段", Country.RoadClass.NATIONAL, "140404103", 0.2, -1);
    exit("R.X03", "省道示意线东段", Country.RoadClass.PROVINCIAL, "140404201", 1, 0.1);
    exit("R.X04", "省道示意线西段", Country.RoadClass.PROVINCIAL, "140404202", -1, 0.1);
    exit("R.X05", "苏郝线", Country.RoadClass.COUNTY, "140404106", -0.8, 0.6);
    exit("R.X06", "东八线", Country.RoadClass.COUNTY, "140404104", -0.7, -0.7);
    exit("R.X07", "荫南线", Country.RoadClass.COUNTY, "140404107", 1, -0.2);
  }

  /// From a seat to the point of the outline that lies best in the given direction.
  private void exit(
      String id,
      String name,
      Country.RoadClass roadClass,
      String township,
      double east,
      double north) {
    Spot seat = Settlement.seat(township);
    List<Spot> edge = new ArrayList<>();
    for (int i = 1; i < facts.outline().size(); i++) {
      for (int step = 0; step < 20; step++) {
        edge.add(facts.outline().get(i - 1).towards(facts.outline().get(i), step / 20.0));
      }
    }
    Spot end =
        edge.stream()
            .min(Comparator.comparingDouble(spot -> aside(seat, spot, east, north)))
            .orElse(seat);
    row(id, name, roadClass, Country.winding(id, roadClass, seat, end));
  }

  /// Small for spots that are near and in the direction.
  private static double aside(Spot seat, Spot spot, double east, double north) {
    double distance = seat.distanceTo_m(spot);
    double along =
        (spot.east_m() - seat.east_m()) * east + (spot.north_m() - seat.north_m()) * north;
    double turn = 1 - along / (distance * Math.sqrt(east * east + north * north));
    return distance * (1 + 6 * turn);
  }
}
