package org.ronghe.office.atlas;

import static org.ronghe.office.atlas.Fields.code;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.point.MeasuringPoint;

/// Network nodes and links and the measuring points as layers.
final class NetworkLayers {
  private NetworkLayers() {}

  static Layer<NetworkNode> nodes(County county) {
    return new Layer<>(
        "network-nodes",
        Shape.POINT,
        "管网节点",
        "Network nodes",
        Fields.with(
            NetworkNode::provenance,
            List.of(
                Field.text("name", "名称", "Name", NetworkNode::name),
                Field.text("name_en", "英文名称", "English name", NetworkNode::nameEn),
                Field.text("utility", "专业", "Utility", n -> n.utility().code()),
                Field.text("kind", "类别", "Kind", n -> code(n.kind())),
                Field.text("division", "行政区划代码", "Division code", NetworkNode::divisionCode),
                Field.number("elevation_m", "高程（米）", "Elevation (m)", NetworkNode::elevation_m))),
        county.nodes().stream().map(n -> new Feature<>(n.id(), n.location(), null, n)).toList());
  }

  static Layer<NetworkLink> links(County county) {
    return new Layer<>(
        "network-links",
        Shape.LINE,
        "管线",
        "Network links",
        Fields.with(
            NetworkLink::provenance,
            List.of(
                Field.text("line", "线路", "Line", NetworkLink::line),
                Field.text("line_en", "线路英文名", "Line in English", NetworkLink::lineEn),
                Field.text("utility", "专业", "Utility", l -> l.utility().code()),
                Field.text("from", "起点", "From node", NetworkLink::fromNode),
                Field.text("to", "终点", "To node", NetworkLink::toNode),
                Field.number("diameter_mm", "管径（毫米）", "Diameter (mm)", NetworkLink::diameter_mm),
                Field.number("length_m", "长度（米）", "Length (m)", NetworkLink::length_m),
                Field.text("material", "材质", "Material", NetworkLink::material),
                Field.integer("built_year", "建成年份", "Built", l -> Fields.whole(l.builtYear())),
                Field.number("depth_m", "埋深（米）", "Depth (m)", NetworkLink::buriedDepth_m),
                Field.text("compartment", "舱室", "Compartment", NetworkLink::compartmentId))),
        county.links().stream()
            .map(l -> new Feature<>(l.id(), l.geometry(), builtOn(l), l))
            .toList());
  }

  private static @Nullable LocalDate builtOn(NetworkLink link) {
    Integer year = link.builtYear();
    return year == null ? null : LocalDate.of(year, 1, 1);
  }

  static Layer<MeasuringPoint> points(County county) {
    return new Layer<>(
        "points",
        Shape.POINT,
        "测点",
        "Measuring points",
        Fields.with(
            MeasuringPoint::provenance,
            List.of(
                Field.text("name", "名称", "Name", MeasuringPoint::name),
                Field.text("name_en", "英文名称", "English name", MeasuringPoint::nameEn),
                Field.text("utility", "专业", "Utility", p -> p.utility().code()),
                Field.text("owner_kind", "所属类别", "Owner kind", p -> code(p.owner().kind())),
                Field.text("owner", "所属", "Owner", p -> p.owner().id()),
                Field.number("chainage_m", "里程（米）", "Chainage (m)", p -> p.owner().chainage_m()),
                Field.text("profile", "配置", "Profile", MeasuringPoint::profile),
                Field.text("quantity", "测量量", "Quantity", MeasuringPoint::quantity),
                Field.text("unit", "单位", "Unit", MeasuringPoint::unit),
                Field.text("value_kind", "值类型", "Value kind", p -> code(p.valueKind())),
                Field.text("states", "状态", "States", p -> String.join("|", p.states())),
                Field.text(
                    "states_en", "状态英文", "States in English", p -> String.join("|", p.statesEn())),
                Field.number("range_low", "量程下限", "Range low", MeasuringPoint::rangeLow),
                Field.number("range_high", "量程上限", "Range high", MeasuringPoint::rangeHigh),
                Field.number(
                    "interval_s", "间隔（秒）", "Interval (s)", MeasuringPoint::expectedInterval_s),
                Field.text("retention", "保留", "Retention", p -> code(p.retention())))),
        county.points().stream().map(p -> new Feature<>(p.id(), p.location(), null, p)).toList());
  }
}
