package org.ronghe.office.register;

import java.util.List;
import org.ronghe.model.county.County;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.network.NodeKind;
import org.ronghe.model.pack.LimitOverride;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;

/// Network nodes and links and the measuring points, in the register.
final class NetworkShelves {
  /// Stands between state labels; no label holds it.
  private static final String BETWEEN_STATES = "\u001f";

  private NetworkShelves() {}

  static final Shelf<NetworkNode> NODES =
      new Shelf<>(
          "network-nodes",
          "office.network_node",
          List.of(
              "id",
              "utility",
              "kind",
              "name",
              "name_en",
              "division_code",
              "elevation_m",
              "lon",
              "lat"),
          "id",
          County::nodes,
          NetworkNode::id,
          NetworkNode::provenance,
          (line, n) ->
              line.add(n.id())
                  .add(n.utility())
                  .add(n.kind())
                  .add(n.name())
                  .add(n.nameEn())
                  .add(n.divisionCode())
                  .add(n.elevation_m())
                  .addPosition(n.location()),
          row ->
              new NetworkNode(
                  row.text(),
                  row.choice(Utility.class),
                  row.choice(NodeKind.class),
                  row.text(),
                  row.textOrNull(),
                  row.textOrNull(),
                  row.numberOrNull(),
                  row.position(),
                  row.provenance()));

  static final Shelf<NetworkLink> LINKS =
      new Shelf<>(
          "network-links",
          "office.network_link",
          List.of(
              "id",
              "utility",
              "line",
              "line_en",
              "from_node",
              "to_node",
              "diameter_mm",
              "length_m",
              "material",
              "built_year",
              "buried_depth_m",
              "compartment_id",
              "geometry"),
          "id",
          County::links,
          NetworkLink::id,
          NetworkLink::provenance,
          (line, l) ->
              line.add(l.id())
                  .add(l.utility())
                  .add(l.line())
                  .add(l.lineEn())
                  .add(l.fromNode())
                  .add(l.toNode())
                  .add(l.diameter_mm())
                  .add(l.length_m())
                  .add(l.material())
                  .add(l.builtYear())
                  .add(l.buriedDepth_m())
                  .add(l.compartmentId())
                  .addGeometry(l.geometry()),
          row ->
              new NetworkLink(
                  row.text(),
                  row.choice(Utility.class),
                  row.text(),
                  row.textOrNull(),
                  row.text(),
                  row.text(),
                  row.numberOrNull(),
                  row.number(),
                  row.textOrNull(),
                  row.wholeOrNull(),
                  row.numberOrNull(),
                  row.textOrNull(),
                  row.line(),
                  row.provenance()));

  static final Shelf<LimitOverride> LIMITS =
      new Shelf<>(
          "limits",
          "office.point_limit",
          List.of("point_id", "rule", "limit_value", "hysteresis"),
          "point_id || ' ' || rule",
          County::limits,
          limit -> limit.point() + " " + limit.rule(),
          LimitOverride::provenance,
          (line, limit) ->
              line.add(limit.point()).add(limit.rule()).add(limit.limit()).add(limit.hysteresis()),
          row ->
              new LimitOverride(
                  row.text(), row.text(), row.number(), row.numberOrNull(), row.provenance()));

  static final Shelf<MeasuringPoint> POINTS =
      new Shelf<>(
          "points",
          "office.measuring_point",
          List.of(
              "id",
              "name",
              "name_en",
              "utility",
              "owner_kind",
              "owner_id",
              "chainage_m",
              "profile",
              "quantity",
              "unit",
              "value_kind",
              "states",
              "states_en",
              "range_low",
              "range_high",
              "expected_interval_s",
              "retention",
              "lon",
              "lat"),
          "id",
          County::points,
          MeasuringPoint::id,
          MeasuringPoint::provenance,
          NetworkShelves::writePoint,
          row ->
              new MeasuringPoint(
                  row.text(),
                  row.text(),
                  row.textOrNull(),
                  row.choice(Utility.class),
                  new PointOwner(row.choice(PointOwner.OwnerKind.class), row.text(), row.number()),
                  row.textOrNull(),
                  row.text(),
                  row.text(),
                  row.choice(ValueKind.class),
                  states(row.text()),
                  states(row.text()),
                  row.numberOrNull(),
                  row.numberOrNull(),
                  row.number(),
                  row.choice(RetentionClass.class),
                  row.position(),
                  row.provenance()));

  private static void writePoint(CopyLine line, MeasuringPoint p) {
    line.add(p.id())
        .add(p.name())
        .add(p.nameEn())
        .add(p.utility())
        .add(p.owner().kind())
        .add(p.owner().id())
        .add(p.owner().chainage_m())
        .add(p.profile())
        .add(p.quantity())
        .add(p.unit())
        .add(p.valueKind())
        .add(String.join(BETWEEN_STATES, p.states()))
        .add(String.join(BETWEEN_STATES, p.statesEn()))
        .add(p.rangeLow())
        .add(p.rangeHigh())
        .add(p.expectedInterval_s())
        .add(p.retention())
        .addPosition(p.location());
  }

  private static List<String> states(String stored) {
    return stored.isEmpty() ? List.of() : List.of(stored.split(BETWEEN_STATES, -1));
  }
}
