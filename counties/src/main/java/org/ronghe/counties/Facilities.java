package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Public facilities and utility works, generated: the county's in the town, each township's at its
/// seat, a clinic and a service point in villages.
final class Facilities {
  /// One facility.
  record Facility(
      String id,
      String name,
      String type,
      String division,
      int capacity,
      String capacityUnit,
      String operator,
      Spot spot) {}

  private final List<Facility> all = new ArrayList<>();
  private final Facts facts;
  private final Settlement settlement;
  private final People people;

  Facilities(Facts facts, Settlement settlement, People people) {
    this.facts = facts;
    this.settlement = settlement;
    this.people = people;
    town();
    facts.townships().forEach(this::township);
    facts.villages().forEach(this::village);
  }

  List<Facility> all() {
    return all;
  }

  Sheet sheet(EnglishNames english) {
    Sheet sheet =
        new Sheet(
            "id",
            "name",
            "name_en",
            "type",
            "division",
            "capacity",
            "capacity_unit",
            "operator",
            "lon",
            "lat");
    for (Facility facility : all) {
      sheet.row(
          facility.id(),
          facility.name(),
          english.of(facility.name()),
          facility.type(),
          facility.division(),
          facility.capacity() == 0 ? "" : String.valueOf(facility.capacity()),
          facility.capacityUnit(),
          facility.operator(),
          Frame.lonText(facility.spot()),
          Frame.latText(facility.spot()));
    }
    return sheet;
  }

  private void town() {
    inTown("county-government", "上党区人民政府（示意位置）", 0, "", "", 4.5, 6.5);
    inTown("hospital", "区人民医院（示例）", 620, "bed", "示例医疗集团", 3.5, 7.5);
    inTown("hospital", "区中医院（示例）", 260, "bed", "示例医疗集团", 5.5, 5.5);
    inTown("hospital", "区妇幼保健院（示例）", 160, "bed", "示例医疗集团", 2.5, 8.5);
    inTown("service-centre", "区政务服务中心（示例）", 60, "window", "", 4.5, 7.5);
    inTown("monitoring-centre", "地下综合管廊监控中心（示例）", 24, "seat", "示例管廊公司", 5.25, 8.35);
    for (int i = 0; i < 6; i++) {
      int line = i / 3;
      inTown(
          "primary-school",
          "县城第" + number(i) + "小学（示例）",
          1260,
          "seat",
          "",
          1.5 + (i % 3) * 2,
          2.5 + line * 6);
    }
    for (int i = 0; i < 3; i++) {
      inTown("middle-school", "县城第" + number(i) + "初级中学（示例）", 1500, "seat", "", 1.5 + i * 2.5, 5.5);
    }
    inTown("high-school", "县城第一高级中学（示例）", 2400, "seat", "", 6.5, 9.5);
    inTown("high-school", "县城第二高级中学（示例）", 1800, "seat", "", 1.5, 10.5);
    for (int i = 0; i < 4; i++) {
      inTown("kindergarten", "县城第" + number(i) + "幼儿园（示例）", 360, "seat", "", 1.7 + i * 1.6, 4.4);
      inTown("elder-home", "县城第" + number(i) + "养老院（示例）", 180, "bed", "", 1.4 + i * 1.7, 10.6);
      inTown("shelter", "县城第" + number(i) + "应急避难场所（示例）", 5000, "person", "", 0.5 + i * 2.3, 3.5);
      inTown("fire-station", "县城第" + number(i) + "消防站（示例）", 6, "vehicle", "", 0.6 + i * 2.2, 6.4);
    }
    for (int i = 0; i < 12; i++) {
      int line = i / 4;
      inTown(
          "charging-station",
          "县城" + (i + 1) + " 号充电站（示例）",
          12 + (i % 4) * 6,
          "charger",
          "示例充电公司",
          0.7 + (i % 4) * 2.2,
          1.4 + line * 4);
      inTown(
          "parking",
          "县城" + (i + 1) + " 号停车场（示例）",
          120 + (i % 5) * 60,
          "space",
          "",
          1.2 + (i % 4) * 2,
          2.4 + line * 3.6);
    }
    works();
  }

  private void works() {
    inTown("sewage-plant", "城区污水处理厂（示例）", 40000, "m³/d", "示例排水公司", -0.9, 12.9);
    inTown("water-plant", "城东水厂（示例）", 30000, "m³/d", "示例供水公司", 9.9, 5.4);
    inTown("water-plant", "城南水厂（示例）", 15000, "m³/d", "示例供水公司", 1.6, -1.4);
    inTown("heat-source", "城东热源厂（示例）", 232, "MW", "示例供热公司", 9.4, 2.6);
    inTown("gas-gate-station", "城北天然气门站（示例）", 20000, "m³/h", "示例燃气公司", 5.0, 13.3);
    inTown("bus-station", "县城客运站（示例）", 12, "bay", "", 4.6, 0.6);
  }

  private void inTown(
      String type,
      String name,
      int capacity,
      String unit,
      String operator,
      double column,
      double row) {
    int number = 1 + (int) all.stream().filter(f -> f.type().equals(type)).count();
    all.add(
        new Facility(
            "F." + Areas.TOWN + "." + type + "." + number,
            name,
            type,
            Areas.TOWN_CODE,
            capacity,
            unit,
            operator,
            Town.spot(column, row)));
  }

  private void township(Facts.Unit township) {
    if (township.kind().equals("subdistrict") || township.kind().equals("virtual")) {
      return;
    }
    long residents =
        facts.villages().stream()
            .filter(v -> v.parent().equals(township.code()))
            .mapToLong(v -> people.population(v.code()))
            .sum();
    String name = township.name();
    int scale = (int) Math.max(1, residents / 1000);
    at(township, "township-government", name + "人民政府（示意位置）", 0, "", "", 60, 90);
    at(township, "township-hospital", name + "卫生院（示例）", 10 + 2 * scale, "bed", "示例医疗集团", -140, 60);
    at(township, "primary-school", name + "中心小学（示例）", 45 * scale, "seat", "", 180, -130);
    at(township, "middle-school", name + "初级中学（示例）", 30 * scale, "seat", "", -220, -170);
    at(township, "service-centre", name + "便民服务中心（示例）", 6, "window", "", 100, 140);
    at(township, "elder-home", name + "养老服务中心（示例）", 4 * scale, "bed", "", -60, -260);
    at(township, "charging-station", name + "充电站（示例）", 6, "charger", "示例充电公司", 240, 60);
    at(township, "shelter", name + "应急避难场所（示例）", 1200, "person", "", 20, -340);
    at(
        township,
        "sewage-station",
        name + "污水处理站（示例）",
        300 + 40 * scale,
        "m³/d",
        "示例排水公司",
        -420,
        460);
    at(township, "waste-station", name + "垃圾转运站（示例）", 20, "t/d", "", 420, 300);
  }

  private void at(
      Facts.Unit township,
      String type,
      String name,
      int capacity,
      String unit,
      String operator,
      double east,
      double north) {
    all.add(
        new Facility(
            "F." + Areas.letters(township.code()) + "." + type + ".1",
            name,
            type,
            township.code(),
            capacity,
            unit,
            operator,
            Settlement.seat(township.code()).shifted(east, north)));
  }

  private void village(Facts.Unit village) {
    if (!village.kind().equals("village-committee")) {
      return;
    }
    String id =
        String.format(
            Locale.ROOT, "F.%s.%s.", Areas.letters(village.parent()), village.code().substring(9));
    Spot spot = settlement.village(village.code());
    all.add(
        new Facility(
            id + "clinic",
            village.shortName() + "卫生室（示例）",
            "clinic",
            village.code(),
            1,
            "doctor",
            "",
            spot.shifted(40, 35)));
    all.add(
        new Facility(
            id + "service-point",
            village.shortName() + "便民服务站（示例）",
            "service-point",
            village.code(),
            1,
            "window",
            "",
            spot.shifted(-35, 30)));
  }

  private static String number(int index) {
    return List.of("一", "二", "三", "四", "五", "六").get(index);
  }
}
