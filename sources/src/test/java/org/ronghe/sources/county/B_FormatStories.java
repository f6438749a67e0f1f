package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.sources.county.PackageFolder.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.ronghe.model.county.County;

/// The same rows give the same county, whatever format they come in.
class B_FormatStories {
  private static final String ROAD = "LINESTRING (113.05 36.05, 113.06 36.055, 113.07 36.05)";
  private static final String IN_VILLAGE = "defaults: {division: '140404101001'}";

  @TempDir Path dir;

  private County fromCsv() {
    return good(
        new PackageFolder(dir.resolve("csv"))
            .county(
                entry("places.csv", "places", "WGS-84", IN_VILLAGE),
                entry("roads.csv", "roads", "WGS-84"))
            .file("places.csv", "id,name,kind,lon,lat\nn1,韩店村,village,113.05,36.05\n")
            .file("roads.csv", "id,name,class,width_m,wkt\nw9,光明路,street,7.5,\"" + ROAD + "\"\n"));
  }

  private static County good(PackageFolder folder) {
    PackageReading reading = folder.read();
    assertThat(reading.notices()).isEmpty();
    return reading.county().orElseThrow();
  }

  private static void same(County actual, County expected) {
    assertThat(actual.places()).isEqualTo(expected.places());
    assertThat(actual.roads()).isEqualTo(expected.roads());
    assertThat(actual.divisions()).isEqualTo(expected.divisions());
  }

  @Test
  void B01_excel() throws IOException {
    PackageFolder folder =
        new PackageFolder(dir)
            .yaml(
                entry("book.xlsx", "divisions", "none", "sheet: 区划"),
                entry("book.xlsx", "places", "WGS-84", "sheet: 地点, " + IN_VILLAGE),
                entry("book.xlsx", "roads", "WGS-84", "sheet: 道路"));
    folder.file("book.xlsx", workbook());

    same(good(folder), fromCsv());
  }

  /// Codes and days are typed as Excel likes them: as numbers and as dates.
  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "story", "1.0")) {
      Worksheet divisions = book.newWorksheet("区划");
      int row = 0;
      for (String line : PackageFolder.DIVISIONS.lines().toList()) {
        String[] cells = line.split(",", -1);
        for (int column = 0; column < cells.length; column++) {
          String cell = cells[column];
          if (cell.matches("\\d+")) {
            divisions.value(row, column, Long.parseLong(cell));
          } else if (cell.matches("\\d{4}-\\d\\d-\\d\\d")) {
            divisions.value(row, column, LocalDate.parse(cell));
            divisions.style(row, column).format("yyyy/m/d").set();
          } else {
            divisions.value(row, column, cell);
          }
        }
        row++;
      }
      rows(
          book.newWorksheet("地点"),
          List.of("id", "name", "kind", "lon", "lat"),
          List.of("n1", "韩店村", "village", 113.05, 36.05));
      rows(
          book.newWorksheet("道路"),
          List.of("id", "name", "class", "width_m", "wkt"),
          List.of("w9", "光明路", "street", 7.5, ROAD));
    }
    return bytes.toByteArray();
  }

  private static void rows(Worksheet sheet, List<?> header, List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      sheet.value(0, i, (String) header.get(i));
      if (cells.get(i) instanceof Number number) {
        sheet.value(1, i, number);
      } else {
        sheet.value(1, i, (String) cells.get(i));
      }
    }
  }

  @Test
  void B02_geojson() {
    String places =
        """
        {"type": "FeatureCollection",
         "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
         "features": [{"type": "Feature",
           "properties": {"id": "n1", "name": "韩店村", "kind": "village", "division": 140404101001},
           "geometry": {"type": "Point", "coordinates": [113.05, 36.05, 930]}}]}
        """;
    String roads =
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"id": "w9", "name": "光明路", "class": "street", "width_m": 7.5},
          "geometry": {"type": "MultiLineString",
            "coordinates": [[[113.05, 36.05], [113.06, 36.055], [113.07, 36.05]]]}}]}
        """;
    PackageFolder folder =
        new PackageFolder(dir)
            .county(
                entry("places.geojson", "places", "WGS-84"),
                entry("roads.geojson", "roads", "EPSG:4326"))
            .file("places.geojson", places)
            .file("roads.geojson", roads);

    same(good(folder), fromCsv());
  }

  @Test
  void B03_geopackage() throws SQLException, ParseException {
    PackageFolder folder =
        new PackageFolder(dir)
            .county(
                entry("map.gpkg", "places", "CGCS2000", "layer: 村庄, " + IN_VILLAGE),
                entry("map.gpkg", "roads", "EPSG:4490", "layer: roads"));
    try (GeoPackageWriter map = new GeoPackageWriter(dir.resolve("map.gpkg"))) {
      map.layer(
          "村庄",
          4490,
          List.of("id TEXT", "name TEXT", "kind TEXT"),
          List.of(List.of("n1", "韩店村", "village")),
          List.of(shape("POINT (113.05 36.05)")));
      map.layer(
          "roads",
          4490,
          List.of("id TEXT", "name TEXT", "class TEXT", "width_m REAL"),
          List.of(List.of("w9", "光明路", "street", 7.5)),
          List.of(shape(ROAD)));
    }

    same(good(folder), fromCsv());
  }

  private static Geometry shape(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }

  @Test
  void B04_openstreetmap() throws IOException {
    byte[] extract =
        new OsmWriter()
            .node(1, 113.05, 36.05, Map.of("place", "village", "name", "韩店村"))
            .node(2, 113.06, 36.055, Map.of())
            .node(3, 113.07, 36.05, Map.of("place", "locality"))
            .node(4, 113.08, 36.05, Map.of())
            .way(9, Map.of("highway", "residential", "name", "光明路", "width", "7.5"), 1, 2, 3)
            .way(10, Map.of("highway", "footway", "name", "小路"), 3, 4)
            .way(11, Map.of("building", "yes"), 3, 4)
            .bytes();
    PackageFolder folder =
        new PackageFolder(dir)
            .county(
                entry("map.osm.pbf", "places", "WGS-84", IN_VILLAGE),
                entry("roads.osm.pbf", "roads", "WGS-84"))
            .file("map.osm.pbf", extract)
            .file("roads.osm.pbf", extract);

    same(good(folder), fromCsv());
  }

  @Test
  void B05_a_spatial_file_names_its_bad_rows() throws SQLException, ParseException {
    String places =
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"id": "n1", "name": "韩店村", "kind": "village"},
           "geometry": {"type": "Point", "coordinates": [36.05, 113.05]}},
          {"type": "Feature", "properties": {"id": "n2", "name": "东苗村", "kind": "village"},
           "geometry": null}]}
        """;
    PackageFolder folder =
        new PackageFolder(dir)
            .county(
                entry("places.geojson", "places", "WGS-84", IN_VILLAGE),
                entry("empty.geojson", "places", "WGS-84", IN_VILLAGE),
                entry("bare.geojson", "roads", "WGS-84"),
                entry("map.gpkg", "roads", "CGCS2000"))
            .file("places.geojson", places)
            .file("empty.geojson", "{\"type\": \"FeatureCollection\", \"features\": []}")
            .file(
                "bare.geojson",
                """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": null, "geometry": null}]}
                """);
    try (GeoPackageWriter map = new GeoPackageWriter(dir.resolve("map.gpkg"))) {
      map.layer(
          "roads",
          4490,
          List.of("id TEXT", "name TEXT", "class TEXT"),
          List.of(List.of("w9", "光明路", "street"), List.of("w9", "英雄路", "street")),
          List.of(shape(ROAD), shape("POINT (113.05 36.05)")));
    }

    assertThat(PackageFolder.lines(folder.read()))
        .containsExactlyInAnyOrder(
            "lon-lat-swapped places.geojson:1",
            "position-missing places.geojson:2",
            "file-without-rows empty.geojson:0",
            "column-missing bare.geojson:0 id=",
            "column-missing bare.geojson:0 name=",
            "column-missing bare.geojson:0 class=",
            "duplicate-id map.gpkg:2 id=w9",
            "shape-wrong map.gpkg:2");
  }
}
