package org.ronghe.office.search;

import static java.util.stream.Collectors.toSet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;

/// Gathers what can be found in a county.
final class Entries {
  private final County county;
  private final Atlas atlas;
  private final Map<String, Division> divisions = new HashMap<>();
  private final List<Entry> all = new ArrayList<>();

  private Entries(County county, Atlas atlas) {
    this.county = county;
    this.atlas = atlas;
    county.divisions().forEach(d -> divisions.put(d.code(), d));
  }

  /// @param ofLogs points that replayed logs brought; one of the county's with the same id wins
  static List<Entry> of(County county, Atlas atlas, List<MeasuringPoint> ofLogs) {
    var entries = new Entries(county, atlas);
    entries.addLand();
    entries.addTunnels();
    entries.addNetworks();
    county.points().forEach(entries::addPoint);
    Set<String> known = county.points().stream().map(MeasuringPoint::id).collect(toSet());
    ofLogs.stream().filter(point -> !known.contains(point.id())).forEach(entries::addPoint);
    return entries.all;
  }

  private void addLand() {
    for (Division d : county.divisions()) {
      boolean itself = d.level() == DivisionLevel.COUNTY && d.code().equals(county.head().code());
      String parent = d.parentCode();
      add(
          Kind.DIVISION,
          d.code(),
          d.name(),
          itself ? county.head().nameEn() : d.nameEn(),
          d.code() + " " + (parent == null ? "" : divisionName(parent)),
          d.code() + " " + (parent == null ? "" : divisionNameEn(parent)),
          d.geometry() == null ? middleOfPlaces(d.code()) : d.geometry(),
          d.provenance().synthetic(),
          ogc("divisions", d.code() + "." + d.key().source() + "." + d.key().vintage()));
    }
    county
        .places()
        .forEach(p ->
            add(
                Kind.PLACE,
                p.id(),
                p.name(),
                p.nameEn(),
                divisionName(p.divisionCode()),
                divisionNameEn(p.divisionCode()),
                p.location(),
                p.provenance().synthetic(),
                ogc("places", p.id())));
    county
        .facilities()
        .forEach(f ->
            add(
                Kind.FACILITY,
                f.id(),
                f.name(),
                f.nameEn(),
                Objects.requireNonNullElse(f.nameEn(), "") + " " + f.type().replace('-', ' '),
                divisionName(f.divisionCode()),
                divisionNameEn(f.divisionCode()),
                f.location(),
                f.provenance().synthetic(),
                "/api/v1/facilities/" + encoded(f.id())));
    county
        .roads()
        .forEach(r ->
            add(
                Kind.ROAD,
                r.id(),
                r.name(),
                r.nameEn(),
                r.roadClass(),
                null,
                r.geometry(),
                r.provenance().synthetic(),
                ogc("roads", r.id())));
  }

  private @Nullable Geometry middleOfPlaces(String code) {
    return county.places().stream()
        .filter(place -> place.divisionCode().startsWith(code))
        .findFirst()
        .map(place -> (Geometry) place.location())
        .orElse(null);
  }

  private void addTunnels() {
    county
        .tunnels()
        .forEach(t ->
            add(
                Kind.TUNNEL,
                t.id(),
                t.name(),
                t.nameEn(),
                Math.round(t.length_m()) + " m",
                null,
                t.centreline(),
                t.provenance().synthetic(),
                "/api/v1/tunnels/" + encoded(t.id())));
    addSections(atlas.layer("sections").orElseThrow());
  }

  private <T> void addSections(Layer<T> sections) {
    Field<T> name = sections.field("name").orElseThrow();
    Field<T> nameEn = sections.field("name_en").orElseThrow();
    Field<T> synthetic = sections.field("synthetic").orElseThrow();
    for (Feature<T> section : sections.features()) {
      T row = section.row();
      add(
          Kind.SECTION,
          section.id(),
          Objects.toString(name.value().apply(row), section.id()),
          (String) nameEn.value().apply(row),
          section.id(),
          null,
          section.geometry(),
          Boolean.TRUE.equals(synthetic.value().apply(row)),
          ogc("sections", section.id()));
    }
  }

  private record LineKey(Utility utility, String line) {}

  private void addNetworks() {
    Map<LineKey, NetworkLink> lines = new LinkedHashMap<>();
    for (NetworkLink link : county.links()) {
      lines.putIfAbsent(new LineKey(link.utility(), link.line()), link);
      addLink(link);
    }
    lines.forEach((key, first) ->
        add(
            Kind.LINE,
            key.utility().code() + ":" + key.line(),
            key.line(),
            first.lineEn(),
            key.utility().code(),
            null,
            first.geometry(),
            first.provenance().synthetic(),
            "/api/v1/lines?utility=" + key.utility().code()));
    county
        .nodes()
        .forEach(n ->
            add(
                Kind.NODE,
                n.id(),
                n.name().isBlank() ? n.id() : n.name(),
                n.nameEn(),
                n.utility().code() + " " + n.id(),
                null,
                n.location(),
                n.provenance().synthetic(),
                "/api/v1/nodes/" + encoded(n.id())));
  }

  /// A single pipe is known by its id; its line has the name.
  private void addLink(NetworkLink link) {
    add(
        Kind.LINK,
        link.id(),
        link.id(),
        null,
        link.line(),
        link.lineEn(),
        link.geometry(),
        link.provenance().synthetic(),
        "/api/v1/links/" + encoded(link.id()));
  }

  private void addPoint(MeasuringPoint point) {
    add(
        Kind.POINT,
        point.id(),
        point.name(),
        point.nameEn(),
        point.id(),
        null,
        point.location(),
        point.provenance().synthetic(),
        "/api/v1/points/" + encoded(point.id()));
  }

  private void add(
      Kind kind,
      String id,
      String name,
      @Nullable String nameEn,
      String detail,
      @Nullable String detailEn,
      @Nullable Geometry geometry,
      boolean synthetic,
      String href) {
    add(kind, id, name, nameEn, nameEn, detail, detailEn, geometry, synthetic, href);
  }

  /// @param alias what it is found by beside its name and id
  private void add(
      Kind kind,
      String id,
      String name,
      @Nullable String nameEn,
      @Nullable String alias,
      String detail,
      @Nullable String detailEn,
      @Nullable Geometry geometry,
      boolean synthetic,
      String href) {
    all.add(
        new Entry(
            kind,
            id,
            name,
            nameEn,
            name.toLowerCase(Locale.ROOT),
            id.toLowerCase(Locale.ROOT),
            alias == null ? null : alias.toLowerCase(Locale.ROOT).replace(" ", ""),
            detail.strip(),
            detailEn == null ? null : detailEn.strip(),
            geometry,
            synthetic,
            href));
  }

  private String divisionName(String code) {
    Division division = divisions.get(code);
    return division == null ? code : division.name();
  }

  private @Nullable String divisionNameEn(String code) {
    Division division = divisions.get(code);
    return division == null ? code : division.nameEn();
  }

  private static String ogc(String layer, String id) {
    return "/ogc/collections/" + layer + "/items/" + encoded(id);
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
