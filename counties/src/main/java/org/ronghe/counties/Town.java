package org.ronghe.counties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The county town: a slightly turned grid of streets, with building lots in its blocks.
///
/// Columns run south to north (经路, counted from the west), rows west to east (纬街, counted from the
/// south). The corners of the grid are cut, as towns do not grow square.
final class Town {
  static final int COLUMNS = 9;
  static final int ROWS = 13;

  /// The north–south main street that carries a tunnel.
  static final int AXIS_COLUMN = 4;

  /// The western and eastern collectors of sewers.
  static final List<Integer> COLLECTOR_COLUMNS = List.of(2, 6);

  private static final List<Double> COLUMN_EAST_M = offsets("town/columns", COLUMNS, 610);
  private static final List<Double> ROW_NORTH_M = offsets("town/rows", ROWS, 620);
  private static final double TURN_COS = StrictMath.cos(StrictMath.toRadians(4));
  private static final double TURN_SIN = StrictMath.sin(StrictMath.toRadians(4));
  static final List<String> NUMBERS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三");

  private Town() {}

  /// A crossing of two streets.
  record Crossing(int column, int row) {
    Spot spot() {
      return Town.spot(column, row);
    }

    /// Short and unique, e.g. `0407`.
    String code() {
      return (column < 9 ? "0" : "") + (column + 1) + (row < 9 ? "0" : "") + (row + 1);
    }

    String name() {
      return columnName(column) + rowName(row) + "路口";
    }
  }

  /// A stretch of street between neighbouring crossings, from west to east or south to north.
  record Street(Crossing from, Crossing to) {
    boolean alongRow() {
      return from.row() == to.row();
    }

    Path path() {
      return Path.straight(from.spot(), to.spot());
    }

    String name() {
      return alongRow() ? rowName(from.row()) : columnName(from.column());
    }

    /// Which stretch it is, e.g. `纬四街经三路东`.
    String where() {
      return alongRow()
          ? name() + columnName(from.column()) + "东"
          : name() + rowName(from.row()) + "北";
    }

    boolean isMain() {
      return alongRow() ? from.row() % 3 == 0 : from.column() % 2 == 0;
    }
  }

  /// A group of buildings that takes its services from the street south or north of it.
  ///
  /// @param street the stretch it is served from, always along a row
  /// @param share where along that street its connection leaves, 0 to 1
  /// @param northSide true when it lies north of that street
  record Lot(Street street, double share, boolean northSide) {
    Spot spot() {
      Spot door = street.path().at(street.path().length_m() * share);
      double away = northSide ? 155 : -155;
      return door.shifted(-away * TURN_SIN, away * TURN_COS);
    }

    String code() {
      return street.from().code() + (northSide ? "N" : "S") + (share < 0.5 ? "1" : "2");
    }

    String name() {
      return street.name()
          + (northSide ? "北侧" : "南侧")
          + columnName(street.from().column()).replace("路", "")
          + "至"
          + columnName(street.to().column()).replace("路", "")
          + (share < 0.5 ? "西组团" : "东组团");
    }
  }

  static String columnName(int column) {
    return "经" + NUMBERS.get(column) + "路";
  }

  static String rowName(int row) {
    return "纬" + NUMBERS.get(row) + "街";
  }

  static Spot spot(double column, double row) {
    double east = between(COLUMN_EAST_M, column);
    double north = between(ROW_NORTH_M, row);
    return new Spot(east * TURN_COS - north * TURN_SIN, east * TURN_SIN + north * TURN_COS);
  }

  static boolean has(int column, int row) {
    if (column < 0 || row < 0 || column >= COLUMNS || row >= ROWS) {
      return false;
    }
    boolean edgeColumn = column == 0 || column == COLUMNS - 1;
    boolean edgeRow = row == 0 || row == ROWS - 1;
    return !(edgeColumn && edgeRow);
  }

  static List<Crossing> crossings() {
    List<Crossing> all = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        if (has(column, row)) {
          all.add(new Crossing(column, row));
        }
      }
    }
    return all;
  }

  static List<Street> streets() {
    List<Street> all = new ArrayList<>();
    for (Crossing crossing : crossings()) {
      int column = crossing.column();
      int row = crossing.row();
      if (has(column + 1, row)) {
        all.add(new Street(crossing, new Crossing(column + 1, row)));
      }
      if (has(column, row + 1)) {
        all.add(new Street(crossing, new Crossing(column, row + 1)));
      }
    }
    return all;
  }

  /// A narrow lane in the middle of the town, between two main columns.
  ///
  /// @param column the column west of it
  record Lane(int column, int fromRow, int toRow) {
    String name() {
      return columnName(column) + "东巷";
    }

    Path path() {
      List<Spot> spots = new ArrayList<>();
      for (int row = fromRow; row <= toRow; row++) {
        spots.add(Town.spot(column + 0.5, row));
      }
      return new Path(spots);
    }

    boolean meets(int row) {
      return fromRow <= row && row <= toRow;
    }
  }

  /// Lanes halve the blocks around the centre.
  static List<Lane> lanes() {
    return List.of(
        new Lane(1, 4, 8),
        new Lane(2, 3, 9),
        new Lane(3, 2, 10),
        new Lane(4, 3, 10),
        new Lane(5, 4, 9),
        new Lane(6, 5, 8));
  }

  /// The crossing nearest to a spot.
  static Crossing nearest(Spot spot) {
    return crossings().stream()
        .min(Comparator.comparingDouble(crossing -> crossing.spot().distanceTo_m(spot)))
        .orElseThrow(() -> new IllegalStateException("a town without crossings"));
  }

  /// Four lots for every block that has streets on its south and north side.
  static List<Lot> lots() {
    List<Lot> all = new ArrayList<>();
    for (Street street : streets()) {
      if (street.alongRow()) {
        int column = street.from().column();
        int row = street.from().row();
        if (has(column, row + 1) && has(column + 1, row + 1)) {
          all.add(new Lot(street, 0.28, true));
          all.add(new Lot(street, 0.72, true));
        }
        if (has(column, row - 1) && has(column + 1, row - 1)) {
          all.add(new Lot(street, 0.28, false));
          all.add(new Lot(street, 0.72, false));
        }
      }
    }
    return all;
  }

  /// The built-up area: the streets and `margin_m` around them.
  static Area builtUp(double margin_m) {
    List<Spot> ring = new ArrayList<>();
    ring.add(spot(1, 0));
    ring.add(spot(COLUMNS - 2, 0));
    ring.add(spot(COLUMNS - 1, 1));
    ring.add(spot(COLUMNS - 1, ROWS - 2));
    ring.add(spot(COLUMNS - 2, ROWS - 1));
    ring.add(spot(1, ROWS - 1));
    ring.add(spot(0, ROWS - 2));
    ring.add(spot(0, 1));
    ring.add(spot(1, 0));
    return new Area(Area.of(ring).polygon().buffer(margin_m));
  }

  private static double between(List<Double> offsets, double position) {
    int below = (int) Math.min(offsets.size() - 2, Math.max(0, Math.floor(position)));
    double from = offsets.get(below);
    return from + (offsets.get(below + 1) - from) * (position - below);
  }

  private static List<Double> offsets(String theme, int count, double step_m) {
    Chance chance = Chance.of(theme);
    List<Double> offsets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double shake = i == 0 || i == count - 1 ? 0 : chance.between(-70, 70);
      offsets.add((i - (count - 1) / 2.0) * step_m + shake);
    }
    return List.copyOf(offsets);
  }
}
