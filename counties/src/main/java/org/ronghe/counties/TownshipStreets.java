package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;

/// The few streets of a township seat: a small turned grid around the seat.
///
/// @param township 9-digit code
/// @param name short name of the township
/// @param turn_degrees of the grid, counter-clockwise
record TownshipStreets(String township, String name, double turn_degrees) {
  static final int COLUMNS = 4;
  static final int ROWS = 3;
  private static final double STEP_M = 185;

  /// Of every township but the county town, in the order of their codes.
  static List<TownshipStreets> all() {
    List<TownshipStreets> all = new ArrayList<>();
    for (Facts.Unit unit : Facts.read().townships()) {
      if (!unit.code().equals(Areas.TOWN_CODE)) {
        double turn = Chance.of("township-streets/" + unit.code()).between(-18, 18);
        all.add(new TownshipStreets(unit.code(), placeName(unit), turn));
      }
    }
    return all;
  }

  private static String placeName(Facts.Unit unit) {
    return switch (unit.code()) {
      case "140404400" -> "振兴";
      case "140404401" -> "上党经开区";
      case "140404406" -> "长治经开区上党片";
      default -> unit.shortName();
    };
  }

  /// A crossing; the seat itself is crossing (1, 1).
  Spot spot(int column, int row) {
    double cos = StrictMath.cos(StrictMath.toRadians(turn_degrees));
    double sin = StrictMath.sin(StrictMath.toRadians(turn_degrees));
    double east = (column - 1) * STEP_M;
    double north = (row - 1) * STEP_M;
    return Settlement.seat(township).shifted(east * cos - north * sin, east * sin + north * cos);
  }
}
