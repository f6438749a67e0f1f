package org.ronghe.counties;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The road sheet: streets of the town, long roads, village roads.
final class Roads {
  private Roads() {}

  static Sheet sheet(Country country) {
    Sheet sheet = new Sheet("id", "name", "class", "width_m", "wkt");
    streets(sheet);
    Set<String> used = new LinkedHashSet<>();
    int number = 1;
    for (Country.Trunk trunk : country.trunks()) {
      for (Country.Way way : trunk.ways()) {
        if (used.add(way.id())) {
          row(sheet, "R.M" + String.format(Locale.ROOT, "%03d", number++), trunk.name(), way);
        }
      }
    }
    number = 1;
    for (Country.Way way : country.ways()) {
      if (used.add(way.id())) {
        String name = way.from().name() + "—" + way.to().name();
        row(sheet, "R.V" + String.format(Locale.ROOT, "%03d", number++), name, way);
      }
    }
    return sheet;
  }

  private static void row(Sheet sheet, String id, String name, Country.Way way) {
    sheet.row(
        id,
        name,
        way.roadClass().name().toLowerCase(Locale.ROOT),
        Frame.text(way.roadClass().width_m, 1),
        Frame.lineWkt(way.path().spots()));
  }

  private static void streets(Sheet sheet) {
    for (int row = 0; row < Town.ROWS; row++) {
      List<Spot> spots = new ArrayList<>();
      for (int column = 0; column < Town.COLUMNS; column++) {
        if (Town.has(column, row)) {
          spots.add(Town.spot(column, row));
        }
      }
      String id = String.format(Locale.ROOT, "R.W%02d", row + 1);
      String width = row % 3 == 0 ? "32" : "18";
      sheet.row(id, Town.rowName(row), "street", width, Frame.lineWkt(spots));
    }
    for (int column = 0; column < Town.COLUMNS; column++) {
      List<Spot> spots = new ArrayList<>();
      for (int row = 0; row < Town.ROWS; row++) {
        if (Town.has(column, row)) {
          spots.add(Town.spot(column, row));
        }
      }
      String id = String.format(Locale.ROOT, "R.J%02d", column + 1);
      String width = column % 2 == 0 ? "36" : "20";
      sheet.row(id, Town.columnName(column), "street", width, Frame.lineWkt(spots));
    }
  }
}
