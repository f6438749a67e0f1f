package org.ronghe.sources.county.kind;

import org.ronghe.sources.county.notice.Text;

/// What a row can refer to, in words.
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
enum Thing {
  DIVISION("区划", "division"),
  PLACE("地点", "place"),
  FACILITY("设施", "facility"),
  ROAD("道路", "road"),
  TUNNEL("管廊", "tunnel"),
  COMPARTMENT("舱室", "compartment"),
  SECTION("防火分区", "section"),
  EQUIPMENT("设备", "piece of equipment"),
  NODE("节点", "node"),
  LINK("管段", "link"),
  POINT("测点", "point"),
  LIMIT("限值", "limit");

  final Text words;

  Thing(String zh, String en) {
    this.words = new Text(zh, en);
  }
}
