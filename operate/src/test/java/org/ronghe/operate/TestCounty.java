package org.ronghe.operate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.county.County;
import org.ronghe.model.county.CountyHead;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKey;
import org.ronghe.model.division.DivisionKind;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.network.NodeKind;
import org.ronghe.model.pack.LimitOverride;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.people.Sex;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.PointOwner.OwnerKind;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.CompartmentKind;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;

/// The smallest county with something of everything: one township of two villages, one tunnel of
/// two sections with a fan, one water main with a pump, four points.
public final class TestCounty {
  public static final String METHANE = "T1.R.001.CH4";
  public static final String OXYGEN = "T1.R.002.O2";
  public static final String FAN = "T1.R.001.FAN";
  public static final String PRESSURE = "W.CD.P001.PRES";

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Provenance MADE_UP = new Provenance("test", "2026", "none", true);
  private static final String TOWN = "140404100";

  private TestCounty() {}

  public static County county() {
    return new County(
        new CountyHead(
            "140404", "上党区", "Shangdang", "1", true, "合成", "Synthetic", List.of(), List.of()),
        List.of(
            division(TOWN, "韩店", DivisionLevel.TOWNSHIP, DivisionKind.TOWN, square()),
            division(
                "140404100001",
                "城关社区",
                DivisionLevel.VILLAGE,
                DivisionKind.RESIDENT_COMMITTEE,
                null),
            division(
                "140404100201", "东村", DivisionLevel.VILLAGE, DivisionKind.VILLAGE_COMMITTEE, null)),
        List.of(),
        List.of(
            people("140404100001", Sex.FEMALE, 120),
            people("140404100001", Sex.MALE, 130),
            people("140404100201", Sex.FEMALE, 400),
            people("140404100201", Sex.MALE, 350)),
        List.of(),
        List.of(node("W1", NodeKind.SOURCE, 113.01), node("W2", NodeKind.PUMP, 113.02)),
        List.of(
            new NetworkLink(
                "P1",
                Utility.WATER,
                "城东供水干线",
                "W1",
                "W2",
                300.0,
                850.0,
                "DI",
                2010,
                1.2,
                "T1.R",
                line(113.01, 113.02),
                MADE_UP)),
        List.of(new Tunnel("T1", "城北管廊", 300, line(113.0, 113.003), MADE_UP)),
        List.of(new Compartment("T1.R", "T1", "燃气舱", CompartmentKind.GAS, MADE_UP)),
        List.of(
            new FireSection("T1.R.001", "T1.R", 1, 0, 150, MADE_UP),
            new FireSection("T1.R.002", "T1.R", 2, 150, 300, MADE_UP)),
        List.of(new Equipment("T1.R.001.F1", "T1.R.001", "1 号风机", "fan", 75, MADE_UP)),
        List.of(),
        List.of(
            point(
                METHANE, Utility.TUNNEL, OwnerKind.SECTION, "T1.R.001", "tunnel.ch4", "%", 113.001),
            point(OXYGEN, Utility.TUNNEL, OwnerKind.SECTION, "T1.R.002", "tunnel.o2", "%", 113.002),
            point(FAN, Utility.TUNNEL, OwnerKind.EQUIPMENT, "T1.R.001.F1", null, "", 113.001),
            point(PRESSURE, Utility.WATER, OwnerKind.NODE, "W2", null, "MPa", 114.5)));
  }

  /// The same county with a limit of its own for one point.
  public static County withLimit(String point, String rule, double limit) {
    County same = county();
    return new County(
        same.head(),
        same.divisions(),
        same.places(),
        same.people(),
        same.facilities(),
        same.nodes(),
        same.links(),
        same.tunnels(),
        same.compartments(),
        same.sections(),
        same.equipment(),
        same.roads(),
        same.points(),
        List.of(new LimitOverride(point, rule, limit, null, MADE_UP)));
  }

  /// A point that a replayed log brought along.
  public static MeasuringPoint pointOfLog(String id) {
    return point(id, Utility.HEAT, OwnerKind.PLACE, "plant", null, "°C", 113.05);
  }

  private static Division division(
      String code,
      String name,
      DivisionLevel level,
      DivisionKind kind,
      @Nullable Geometry geometry) {
    return new Division(
        new DivisionKey(code, "NBS", "2023-06-30"),
        name,
        level,
        kind,
        null,
        null,
        geometry,
        MADE_UP);
  }

  private static PeopleCount people(String division, Sex sex, long count) {
    return new PeopleCount(division, "2020-11-01", sex, 0, 120, count, MADE_UP);
  }

  private static NetworkNode node(String id, NodeKind kind, double lon) {
    return new NetworkNode(id, Utility.WATER, kind, "节点" + id, TOWN, null, at(lon), MADE_UP);
  }

  /// A point that a replayed log brought along, judged like methane in a tunnel.
  public static MeasuringPoint ofLog(String id) {
    return point(id, Utility.TUNNEL, OwnerKind.FACILITY, "REPLAY.X", "tunnel.ch4", "%", 113.05);
  }

  private static MeasuringPoint point(
      String id,
      Utility utility,
      OwnerKind kind,
      String owner,
      @Nullable String profile,
      String unit,
      double lon) {
    return new MeasuringPoint(
        id,
        "测点 " + id,
        utility,
        new PointOwner(kind, owner, 0),
        profile,
        "quantity",
        unit,
        ValueKind.NUMBER,
        List.of(),
        null,
        null,
        60,
        RetentionClass.NORMAL,
        at(lon),
        MADE_UP);
  }

  private static Point at(double lon) {
    return GEOMETRY.createPoint(new Coordinate(lon, 36));
  }

  private static LineString line(double fromLon, double toLon) {
    return GEOMETRY.createLineString(
        new Coordinate[] {new Coordinate(fromLon, 36), new Coordinate(toLon, 36)});
  }

  private static Geometry square() {
    return GEOMETRY.toGeometry(new Envelope(112.9, 113.1, 35.9, 36.1));
  }
}
