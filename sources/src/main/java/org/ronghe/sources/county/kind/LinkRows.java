package org.ronghe.sources.county.kind;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.sources.county.notice.GeometryNotice;
import org.ronghe.sources.county.notice.LinkNotice;
import org.ronghe.sources.county.notice.ValueNotice;

/// 管段.
record LinkRows(Draft draft) implements RowReader {
  private static final double TINY_MM = 5;
  private static final double MISSES_M = 50;

  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.LINK);
    Utility utility = cells.utility();
    String line = cells.text("line");
    String from = cells.reference("from", Thing.NODE);
    String to = cells.reference("to", Thing.NODE);
    Double diameter_mm = diameter(cells);
    Double length_m = cells.maybeNotNegative("length_m");
    Integer builtYear = builtYear(cells);
    Double depth_m = cells.maybeNumber("depth_m");
    String compartment = cells.maybeReference("compartment", Thing.COMPARTMENT);
    LineString drawn = shapes.maybeLine();
    NetworkNode start = end(cells, "from", from, utility);
    NetworkNode end = end(cells, "to", to, utility);
    if (!from.isEmpty() && from.equals(to)) {
      cells.say(LinkNotice.LINK_TO_ITSELF, "to", from);
    }
    if (!cells.isGood() || utility == null || start == null || end == null) {
      return;
    }
    LineString shape = drawn == null ? straight(start, end) : drawn;
    if (drawn != null) {
      checkEnd(cells, drawn.getStartPoint().getCoordinate(), start, "起点", "start");
      checkEnd(cells, drawn.getEndPoint().getCoordinate(), end, "终点", "end");
    }
    double measured_m = Ground.length_m(shape);
    checkLength(cells, length_m, measured_m);
    NetworkLink link =
        new NetworkLink(
            id,
            utility,
            line,
            cells.maybeText("line_en"),
            from,
            to,
            diameter_mm,
            length_m == null ? measured_m : length_m,
            cells.maybeText("material"),
            builtYear,
            depth_m,
            compartment,
            shape,
            cells.provenance());
    draft.links.put(id, link);
  }

  private static @Nullable Double diameter(Cells cells) {
    Double diameter_mm = cells.maybeNumber("diameter_mm");
    if (diameter_mm != null && diameter_mm <= 0) {
      cells.say(ValueNotice.DIAMETER_NOT_POSITIVE, "diameter_mm", Numbers.plain(diameter_mm));
    } else if (diameter_mm != null && diameter_mm < TINY_MM) {
      cells.say(
          ValueNotice.DIAMETER_TINY,
          "diameter_mm",
          Numbers.plain(diameter_mm),
          Numbers.plain(diameter_mm * 1000, 3));
    }
    return diameter_mm;
  }

  private static @Nullable Integer builtYear(Cells cells) {
    if (cells.maybeText("built_year") == null) {
      return null;
    }
    long year = cells.whole("built_year");
    if (cells.isGood() && (year < 1900 || year > 2100)) {
      cells.say(ValueNotice.YEAR_IMPLAUSIBLE, "built_year", String.valueOf(year));
      return null;
    }
    return (int) year;
  }

  private @Nullable NetworkNode end(
      Cells cells, String field, String id, @Nullable Utility utility) {
    NetworkNode node = draft.nodes.get(id);
    if (node != null && utility != null && node.utility() != utility) {
      cells.say(LinkNotice.UTILITY_DIFFERS, field, utility.code(), id, node.utility().code());
    }
    return node;
  }

  private static LineString straight(NetworkNode start, NetworkNode end) {
    return Ground.SHAPES.createLineString(
        new Coordinate[] {start.location().getCoordinate(), end.location().getCoordinate()});
  }

  private static void checkEnd(Cells cells, Coordinate at, NetworkNode node, String zh, String en) {
    double away_m = Ground.distance_m(at, node.location().getCoordinate());
    if (away_m > MISSES_M) {
      cells.say(
          GeometryNotice.LINE_MISSES_NODE, "wkt", zh, node.id(), Numbers.plain(away_m, 0), en);
    }
  }

  private static void checkLength(Cells cells, @Nullable Double given_m, double measured_m) {
    if (given_m == null || measured_m == 0) {
      return;
    }
    boolean farOff = given_m < measured_m * 0.5 || given_m > measured_m * 2 + 20;
    if (farOff) {
      cells.say(
          GeometryNotice.LENGTH_DISAGREES,
          "length_m",
          Numbers.plain(given_m),
          Numbers.plain(measured_m, 0));
    }
  }
}
