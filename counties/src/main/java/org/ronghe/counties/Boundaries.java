package org.ronghe.counties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/// Township boundaries, generated: each township is what lies nearer to its villages than to
/// others.
final class Boundaries {
  private final Map<String, Geometry> townships = new LinkedHashMap<>();
  private final Facts facts;

  Boundaries(Facts facts, Settlement settlement, Area county) {
    this.facts = facts;
    List<Coordinate> sites = new ArrayList<>();
    Map<Coordinate, String> townshipOf = new LinkedHashMap<>();
    for (Facts.Unit village : facts.villages()) {
      Coordinate site = Area.coordinate(settlement.village(village.code()));
      sites.add(site);
      townshipOf.put(site, village.parent());
    }
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    builder.setClipEnvelope(county.polygon().getEnvelopeInternal());
    Geometry cells = builder.getDiagram(Area.GEOMETRY);
    Map<String, List<Geometry>> parts = new LinkedHashMap<>();
    facts.townships().forEach(township -> parts.put(township.code(), new ArrayList<>()));
    for (int i = 0; i < cells.getNumGeometries(); i++) {
      Geometry cell = cells.getGeometryN(i);
      String township = townshipOf.get((Coordinate) cell.getUserData());
      List<Geometry> of = township == null ? null : parts.get(township);
      if (of == null) {
        throw new IllegalStateException("a cell without its village");
      }
      of.add(cell);
    }
    parts.forEach((township, of) ->
        townships.put(township, UnaryUnionOp.union(of).intersection(county.polygon()).norm()));
  }

  Geometry township(String code) {
    Geometry geometry = townships.get(code);
    if (geometry == null) {
      throw new IllegalArgumentException("no boundary of " + code);
    }
    return geometry;
  }

  /// The townships as GeoJSON.
  String townshipGeoJson() {
    List<String> features = new ArrayList<>();
    for (Facts.Unit township : facts.townships()) {
      features.add(
          feature(township.code(), "MultiPolygon", multiPolygon(township(township.code()))));
    }
    return collection(features);
  }

  /// The county as GeoJSON.
  static String countyGeoJson(String code, List<Spot> outline) {
    String ring =
        outline.stream()
            .map(spot -> "[" + Frame.lonText(spot) + "," + Frame.latText(spot) + "]")
            .collect(Collectors.joining(","));
    return collection(List.of(feature(code, "Polygon", "[[" + ring + "]]")));
  }

  private static String feature(String code, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\""
        + code
        + "\",\"issuer\":\"NBS\",\"vintage\":\""
        + CountyPackage.CODE_VINTAGE
        + "\"},\"geometry\":{\"type\":\""
        + type
        + "\",\"coordinates\":"
        + coordinates
        + "}}";
  }

  private static String collection(List<String> features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}\n";
  }

  private static String multiPolygon(Geometry geometry) {
    List<String> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > 1) {
        List<String> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing().getCoordinates()));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring(polygon.getInteriorRingN(hole).getCoordinates()));
        }
        polygons.add("[" + String.join(",", rings) + "]");
      }
    }
    return "[" + String.join(",", polygons) + "]";
  }

  /// GeoJSON wants outer rings counter-clockwise and holes clockwise; `norm` gives the reverse.
  private static String ring(Coordinate[] coordinates) {
    List<String> corners = new ArrayList<>();
    for (int i = coordinates.length - 1; i >= 0; i--) {
      Spot spot = new Spot(coordinates[i].x, coordinates[i].y);
      corners.add("[" + Frame.lonText(spot) + "," + Frame.latText(spot) + "]");
    }
    return "[" + String.join(",", corners) + "]";
  }
}
