package org.ronghe.office.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.provenance.Provenance;

/// What the first screen needs to know about the county: name, notice, extent, sources, counts.
///
/// @param notice shown as a banner while anything is synthetic; empty texts otherwise
/// @param bbox west, south, east, north in WGS-84 degrees; empty when nothing has a position
/// @param centre lon, lat; empty when nothing has a position
/// @param counts rows by collection
record CountyFacts(
    String code,
    Words name,
    String version,
    boolean synthetic,
    Words notice,
    List<Double> bbox,
    List<Double> centre,
    List<Source> sources,
    Map<String, Integer> counts) {

  record Words(String zh, String en) {}

  /// One file of the county package.
  record Source(String file, String source, String vintage, String licence, boolean synthetic) {}

  static CountyFacts of(County county) {
    var head = county.head();
    Envelope extent = extent(county);
    return new CountyFacts(
        head.code(),
        new Words(head.nameZh(), head.nameEn()),
        head.packageVersion(),
        head.synthetic(),
        new Words(head.noticeZh(), head.noticeEn()),
        extent.isNull()
            ? List.of()
            : List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()),
        centre(county, extent),
        head.sources().stream().map(file -> source(file.file(), file.provenance())).toList(),
        counts(county));
  }

  private static Source source(String file, Provenance p) {
    return new Source(file, p.source(), p.vintage(), p.licence(), p.synthetic());
  }

  private static Envelope extent(County county) {
    List<Geometry> all = new ArrayList<>();
    county.divisions().stream().map(Division::geometry).filter(Objects::nonNull).forEach(all::add);
    county.places().forEach(place -> all.add(place.location()));
    county.facilities().forEach(facility -> all.add(facility.location()));
    county.nodes().forEach(node -> all.add(node.location()));
    county.links().forEach(link -> all.add(link.geometry()));
    county.tunnels().forEach(tunnel -> all.add(tunnel.centreline()));
    county.roads().forEach(road -> all.add(road.geometry()));
    county.points().forEach(point -> all.add(point.location()));
    var extent = new Envelope();
    all.forEach(geometry -> extent.expandToInclude(geometry.getEnvelopeInternal()));
    return extent;
  }

  /// Inside the county's own boundary where there is one, else the middle of the extent.
  private static List<Double> centre(County county, Envelope extent) {
    for (Division division : county.divisions()) {
      Geometry boundary = division.geometry();
      if (division.level() == DivisionLevel.COUNTY && boundary != null && !boundary.isEmpty()) {
        var inside = boundary.getInteriorPoint();
        return List.of(inside.getX(), inside.getY());
      }
    }
    var middle = extent.centre();
    return middle == null ? List.of() : List.of(middle.x, middle.y);
  }

  private static Map<String, Integer> counts(County county) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("divisions", county.divisions().size());
    counts.put("places", county.places().size());
    counts.put("people", county.people().size());
    counts.put("facilities", county.facilities().size());
    counts.put("nodes", county.nodes().size());
    counts.put("links", county.links().size());
    counts.put("tunnels", county.tunnels().size());
    counts.put("compartments", county.compartments().size());
    counts.put("sections", county.sections().size());
    counts.put("equipment", county.equipment().size());
    counts.put("roads", county.roads().size());
    counts.put("points", county.points().size());
    return counts;
  }
}
