package org.ronghe.office.register;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.ronghe.model.county.County;
import org.ronghe.model.county.CountyHead;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKey;
import org.ronghe.model.division.DivisionKind;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.facility.Facility;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.network.NodeKind;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.people.Sex;
import org.ronghe.model.place.Place;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.model.road.Road;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.CompartmentKind;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;

/// A county small enough to hold in the head: two divisions, two villages, a hospital, one heat
/// main, one tunnel of 400 m with two sections, one road, four points.
public final class SmallCounty {
  public static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);
  public static final Provenance REAL = new Provenance("统计局", "2023-06-30", "open", false);
  public static final Provenance MADE = new Provenance("generator", "2026", "CC0-1.0", true);

  private SmallCounty() {}

  public static County county() {
    return new County(
        head("2026.1"),
        divisions(),
        places(),
        List.of(
            new PeopleCount("140404", "2020-11-01", Sex.FEMALE, 0, 14, 1000, REAL),
            new PeopleCount("140404", "2020-11-01", Sex.MALE, 0, 14, 1100, REAL)),
        List.of(
            new Facility(
                "F-1",
                "上党区人民医院",
                "hospital",
                "140404100",
                300.0,
                "beds",
                "卫健局",
                at(113.05, 36.05),
                MADE)),
        nodes(),
        List.of(
            new NetworkLink(
                "H-L1",
                Utility.HEAT,
                "城北供热干线",
                "H-N1",
                "H-N2",
                500.0,
                1200.5,
                "steel",
                2015,
                1.8,
                null,
                line(113.00, 36.00, 113.01, 36.00, 113.01, 36.01),
                MADE)),
        List.of(new Tunnel("T1", "光明路管廊", 400, line(113.0, 36.0, 113.004, 36.0), MADE)),
        List.of(new Compartment("T1.G", "T1", "综合舱", CompartmentKind.GENERAL, MADE)),
        List.of(
            new FireSection("T1.G.001", "T1.G", 1, 0, 200, MADE),
            new FireSection("T1.G.002", "T1.G", 2, 200, 400, MADE)),
        List.of(new Equipment("T1.G.001.FAN1", "T1.G.001", "1号风机", "fan", 50, MADE)),
        List.of(
            new Road("R-1", "光明路", "street", null, line(113.0, 36.0001, 113.02, 36.0001), MADE)),
        points());
  }

  public static CountyHead head(String version) {
    return new CountyHead(
        "140404",
        "上党区",
        "Shangdang District",
        version,
        true,
        "部分数据为合成数据",
        "Some of the data are synthetic",
        List.of("divisions", "places", "facilities", "roads"),
        List.of(
            new CountyHead.FileSource("divisions.csv", REAL),
            new CountyHead.FileSource("points.csv", MADE)));
  }

  private static List<Division> divisions() {
    return List.of(
        new Division(
            new DivisionKey("140404", "NBS", "2023-06-30"),
            "上党区",
            DivisionLevel.COUNTY,
            DivisionKind.DISTRICT,
            "1404",
            null,
            GEOMETRY.createPolygon(ring(112.9, 35.9, 113.2, 36.2)),
            REAL),
        new Division(
            new DivisionKey("140404100", "NBS", "2023-06-30"),
            "韩店街道",
            DivisionLevel.TOWNSHIP,
            DivisionKind.SUBDISTRICT,
            "140404",
            null,
            null,
            REAL));
  }

  private static List<Place> places() {
    return List.of(
        new Place("P-1", "黎岭村", "village", "140404100", at(113.02, 36.02), MADE),
        new Place("P-2", "长子门村", "village", "140404100", at(113.10, 36.10), MADE));
  }

  private static List<NetworkNode> nodes() {
    return List.of(
        new NetworkNode(
            "H-N1",
            Utility.HEAT,
            NodeKind.SOURCE,
            "城北热源厂",
            "140404100",
            930.5,
            at(113.00, 36.00),
            MADE),
        new NetworkNode(
            "H-N2", Utility.HEAT, NodeKind.STATION, "换热站", null, null, at(113.01, 36.01), MADE));
  }

  private static List<MeasuringPoint> points() {
    List<MeasuringPoint> points = new ArrayList<>();
    points.add(point("T1.G.001.CH4", PointOwner.OwnerKind.SECTION, "T1.G.001", 100, 113.001, 36.0));
    points.add(point("T1.G.002.CH4", PointOwner.OwnerKind.SECTION, "T1.G.002", 300, 113.003, 36.0));
    points.add(point("H.CB.N1.PRES", PointOwner.OwnerKind.NODE, "H-N1", 0, 113.0, 36.0));
    points.add(
        new MeasuringPoint(
            "T1.G.001.FAN",
            "风机\t状态\\1",
            Utility.TUNNEL,
            new PointOwner(PointOwner.OwnerKind.EQUIPMENT, "T1.G.001.FAN1", 50),
            null,
            "state",
            "",
            ValueKind.STATE,
            List.of("关", "开"),
            null,
            null,
            60,
            RetentionClass.SHORT,
            at(113.0005, 36.0),
            MADE));
    return points;
  }

  public static MeasuringPoint point(
      String id,
      PointOwner.OwnerKind kind,
      String owner,
      double chainage_m,
      double lon,
      double lat) {
    return new MeasuringPoint(
        id,
        id + " 测点",
        id.startsWith("H") ? Utility.HEAT : Utility.TUNNEL,
        new PointOwner(kind, owner, chainage_m),
        id.endsWith("CH4") ? "tunnel.ch4" : null,
        id.endsWith("CH4") ? "methane" : "pressure",
        id.endsWith("CH4") ? "%" : "MPa",
        ValueKind.NUMBER,
        List.of(),
        0.0,
        id.endsWith("CH4") ? 5.0 : 1.6,
        10,
        RetentionClass.NORMAL,
        at(lon, lat),
        MADE);
  }

  public static Point at(double lon, double lat) {
    return GEOMETRY.createPoint(new Coordinate(lon, lat));
  }

  public static LineString line(double... ordinates) {
    return GEOMETRY.createLineString(coordinates(ordinates));
  }

  private static Coordinate[] ring(double west, double south, double east, double north) {
    return coordinates(west, south, east, south, east, north, west, north, west, south);
  }

  private static Coordinate[] coordinates(double... ordinates) {
    var coordinates = new Coordinate[ordinates.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return coordinates;
  }
}
