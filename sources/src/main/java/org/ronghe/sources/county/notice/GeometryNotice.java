package org.ronghe.sources.county.notice;

import static org.ronghe.sources.county.notice.NoticeWords.error;
import static org.ronghe.sources.county.notice.NoticeWords.warning;

/// What can be wrong with a position or a shape.
@SuppressWarnings("ImmutableEnumChecker") // a record of records of strings
public enum GeometryNotice implements NoticeKind {
  POSITION_MISSING(
      error(
          new Text("没有位置。", "There is no position."),
          new Text("", ""),
          new Text(
              "填 lon 和 lat，或 wkt；空间文件则检查这个要素的几何是否为空。",
              "Fill lon and lat, or wkt; in a spatial file look whether the feature's geometry is empty."))),
  WKT_MALFORMED(
      error(
          new Text("wkt 看不懂：{0}", "The wkt cannot be read: {0}"),
          new Text("", ""),
          new Text(
              "写成 LINESTRING (113.05 36.05, 113.06 36.06) 这样：经度在前，经纬度之间是空格，点之间是逗号。",
              "Write it like LINESTRING (113.05 36.05, 113.06 36.06): longitude first, a space inside a point, a comma between points."))),
  SHAPE_UNREADABLE(
      error(
          new Text("这个要素的几何读不出来。", "The geometry of this feature cannot be read."),
          new Text(
              "也许是曲线：先在 QGIS 里用“线段化”转成折线。",
              "Maybe it is a curve: turn it into straight pieces with “Segmentize” in QGIS."),
          new Text("在 QGIS 里重新导出这个图层。", "Export the layer again from QGIS."))),
  SHAPE_WRONG(
      error(
          new Text("这里应当是{0}，实际是 {1}。", "This must be a {2} but is a {1}."),
          new Text(
              "也许要先在 QGIS 里用“多部件转单部件”拆开。",
              "Maybe split it first with “Multipart to singleparts” in QGIS."),
          new Text(
              "点状的用点，管线和道路用线，边界用面。",
              "Positions are points, pipes and roads lines, boundaries polygons."))),
  LINE_TOO_SHORT(
      error(
          new Text("线至少要有两个不同的点。", "A line needs at least two different points."),
          new Text("", ""),
          new Text("重画这条线，或删掉。", "Draw the line again, or delete it."))),
  POLYGON_INVALID(
      error(
          new Text("面自相交或没有闭合，在 {0} 附近。", "The polygon crosses itself or is not closed, near {0}."),
          new Text("也许可以用 QGIS 的“修复几何图形”。", "Maybe QGIS can mend it with “Fix geometries”."),
          new Text(
              "在 QGIS 里用“检查有效性”找到并修复。", "Find it with “Check validity” in QGIS and mend it."))),
  LON_LAT_SWAPPED(
      error(
          new Text("经度 {0}、纬度 {1} 不在中国。", "Longitude {0} and latitude {1} are not in China."),
          new Text("也许经度和纬度写反了。", "Maybe lon and lat are swapped."),
          new Text(
              "经度（东经 73–135）在 lon，纬度（北纬 3–54）在 lat。",
              "lon holds the longitude (73 to 135), lat the latitude (3 to 54)."))),
  COORDINATES_IN_METRES(
      error(
          new Text("{0}, {1} 不是经纬度。", "{0}, {1} are no degrees."),
          new Text(
              "也许是以米为单位的投影坐标（如 CGCS2000 3 度带）：先在 QGIS 里转成 EPSG:4490。",
              "Maybe they are metres of a projected system (such as CGCS2000 3-degree): reproject to EPSG:4490 in QGIS first."),
          new Text("数据包里一律用经纬度（度）。", "A package holds degrees only."))),
  POSITION_ZERO(
      error(
          new Text("位置是 0, 0。", "The position is 0, 0."),
          new Text("也许位置未知，被系统填成了 0。", "Maybe it is unknown and some system filled in 0."),
          new Text("补上位置，或删掉这一行。", "Fill in the position, or remove the row."))),
  POSITION_OUTSIDE_CHINA(
      warning(
          new Text("{0}, {1} 不在中国。", "{0}, {1} is not in China."),
          new Text("", ""),
          new Text(
              "检查坐标；中国以外没有 GCJ-02 偏移。",
              "Check the position; there is no GCJ-02 shift outside China."))),
  POSITION_FAR_AWAY(
      warning(
          new Text("离本县约 {0} 公里。", "This is about {0} km from the county."),
          new Text(
              "也许是别的县的数据，或坐标抄错了一位。",
              "Maybe it belongs to another county, or a digit was copied wrong."),
          new Text("核对坐标。", "Check the position."))),
  LINE_MISSES_NODE(
      warning(
          new Text("线的{0}离节点 {1} 有 {2} 米。", "The {3} of the line is {2} m away from node {1}."),
          new Text(
              "也许线画反了，或节点和线的坐标系不同。",
              "Maybe the line was drawn the other way, or node and line are in different coordinate systems."),
          new Text(
              "让线从 from 画到 to，并开启 QGIS 的捕捉。",
              "Draw the line from `from` to `to`, with snapping on in QGIS."))),
  LENGTH_DISAGREES(
      warning(
          new Text(
              "length_m 写的是 {0} 米，线长是 {1} 米。", "length_m says {0} m, the line measures {1} m."),
          new Text("也许单位是公里。", "Maybe the unit is kilometres."),
          new Text(
              "以实测为准；留空则按线计算。", "Keep the surveyed length; leave it empty to have it computed.")));

  private final NoticeWords words;

  GeometryNotice(NoticeWords words) {
    this.words = words;
  }

  @Override
  public NoticeWords words() {
    return words;
  }
}
