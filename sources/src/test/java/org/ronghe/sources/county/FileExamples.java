package org.ronghe.sources.county;

import static org.ronghe.sources.county.PackageFolder.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.locationtech.jts.io.WKTReader;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.GeometryNotice;
import org.ronghe.sources.county.notice.PackageNotice;

/// One package for each thing that can be wrong with county.yaml or with a whole file.
final class FileExamples {
  private static final String PLACES = "id,name,kind,division,lon,lat\n";
  private static final String PLACE = "P1,韩店村,village,140404101001,113.05,36.05\n";
  private static final String PLACES_ENTRY = entry("places.csv", "places", "WGS-84");

  private FileExamples() {}

  static List<Example> packages() {
    return List.of(
        Example.of(
                PackageNotice.PACKAGE_FOLDER_MISSING, folder -> Files.deleteIfExists(folder.dir()))
            .says("county.yaml:0"),
        Example.of(
                PackageNotice.COUNTY_YAML_MISSING,
                folder -> new PackageFolder(folder.dir().resolve("shangdang")).county())
            .says("county.yaml:0")
            .maybe("Maybe the folder above was given: there is a county.yaml in shangdang."),
        Example.of(
                PackageNotice.COUNTY_YAML_UNREADABLE,
                folder -> folder.file("county.yaml", "format: ronghe-county/1\nname: {zh: 上党区\n"))
            .says("county.yaml:3")
            .maybe(
                "Maybe a tab was used to indent, a space is missing after a colon,"
                    + " or a full-width colon was typed."),
        Example.of(
                PackageNotice.COUNTY_YAML_INVALID,
                folder -> folder.county(entry("places.csv", "place", "WGS-84")))
            .says("county.yaml:7 files[1].kind=place")
            .maybe("Maybe places is meant."),
        Example.of(
                PackageNotice.COUNTY_YAML_UNKNOWN_ENTRY,
                folder -> folder.county(entry("places.csv", "places", "WGS-84", "encodng: UTF-8")))
            .says("county.yaml:7 files[1].encodng=UTF-8")
            .maybe("Maybe encoding is meant."),
        Example.of(
                PackageNotice.COUNTY_YAML_MISSING_ENTRY,
                folder -> folder.county(PLACES_ENTRY.replace("licence: CC0, ", "")))
            .says("county.yaml:7 files[1].licence="),
        Example.of(
                PackageNotice.SYNTHETIC_WITHOUT_NOTICE,
                folder -> folder.county(PLACES_ENTRY.replace("false", "true")))
            .says("county.yaml:1 notice="),
        Example.of(
                PackageNotice.FILE_LISTED_TWICE,
                folder -> folder.county(PLACES_ENTRY, PLACES_ENTRY))
            .says("county.yaml:8 files[2].file=places.csv")
            .maybe("Maybe one of them needs a `sheet` or a `layer`."),
        Example.of(
                PackageNotice.FILE_NOT_LISTED, folder -> folder.county().file("places.csv", PLACES))
            .says("places.csv:0"),
        Example.of(
                PackageNotice.COUNTY_DIVISION_MISSING,
                folder ->
                    folder
                        .county()
                        .file(
                            "divisions.csv",
                            PackageFolder.DIVISIONS
                                .replace("140404,上党区", "140405,屯留区")
                                .replace("140404", "140405")))
            .says("county.yaml:0"));
  }

  static List<Example> files() {
    return List.of(
        Example.of(
                FileNotice.FILE_MISSING,
                folder -> folder.county(PLACES_ENTRY).file("place.csv", PLACES + PLACE))
            .says("places.csv:0", "file-not-listed place.csv:0")
            .maybe("Maybe place.csv is meant."),
        Example.of(
                FileNotice.FILE_OUTSIDE_PACKAGE,
                folder -> folder.county(entry("../places.csv", "places", "WGS-84")))
            .says("county.yaml:7 files[1].file=../places.csv"),
        Example.of(
                FileNotice.FILE_FORMAT_UNKNOWN,
                folder ->
                    folder.county(entry("roads.shp", "roads", "WGS-84")).file("roads.shp", "x"))
            .says("roads.shp:0")
            .maybe("Maybe QGIS can save it as .gpkg."),
        Example.of(
                FileNotice.FILE_FORMAT_UNSUITABLE,
                folder ->
                    folder
                        .county(entry("map.osm.pbf", "tunnels", "WGS-84"))
                        .file("map.osm.pbf", new OsmWriter().bytes()))
            .says("map.osm.pbf:0"),
        Example.of(
                FileNotice.FILE_UNREADABLE,
                folder ->
                    folder
                        .county(entry("places.xlsx", "places", "WGS-84"))
                        .file("places.xlsx", PLACES + PLACE))
            .says("places.xlsx:0")
            .maybe("Maybe the file is damaged, or was only renamed."),
        Example.of(
                FileNotice.FILE_EMPTY, folder -> folder.county(PLACES_ENTRY).file("places.csv", ""))
            .says("places.csv:0")
            .maybe("Maybe the export did not finish."),
        Example.of(
                FileNotice.FILE_WITHOUT_ROWS,
                folder -> folder.county(PLACES_ENTRY).file("places.csv", PLACES))
            .says("places.csv:0"),
        Example.of(
                FileNotice.ENCODING_WRONG,
                folder ->
                    folder
                        .county(PLACES_ENTRY)
                        .file("places.csv", PLACES + PLACE, Charset.forName("GB18030")))
            .says("places.csv:0")
            .maybe("Maybe it is GB18030: write `encoding: GB18030` in county.yaml."),
        Example.of(
                FileNotice.SEPARATOR_WRONG,
                folder ->
                    folder
                        .county(PLACES_ENTRY)
                        .file("places.csv", (PLACES + PLACE).replace(',', ';')))
            .says("places.csv:0")
            .maybe("Maybe the separator is ;: write `separator: \";\"` in county.yaml."),
        Example.of(
                FileNotice.QUOTES_MALFORMED,
                folder ->
                    folder
                        .county(PLACES_ENTRY)
                        .file("places.csv", PLACES + PLACE + "P2,\"东苗\"村,village,140404,113,36\n"))
            .says("places.csv:3")
            .maybe("Maybe a text holds a double quote: write it twice."),
        Example.of(
                FileNotice.CELL_COUNT_WRONG,
                folder ->
                    folder
                        .county(PLACES_ENTRY)
                        .file("places.csv", PLACES + PLACE + "P2,东苗,西苗,village,140404,113,36\n"))
            .says("places.csv:3")
            .maybe("Maybe a text holds the separator: put that text in double quotes."),
        Example.of(
                FileNotice.COLUMN_MISSING,
                folder ->
                    folder
                        .county(PLACES_ENTRY)
                        .file("places.csv", PLACES.replace("name", "namme") + PLACE))
            .says("places.csv:0 name=", "column-unused places.csv:0 namme=")
            .maybe("Maybe it is the column namme: write `columns: {name: namme}` in county.yaml."),
        Example.of(
                FileNotice.COLUMN_TWICE,
                folder ->
                    folder
                        .county(PLACES_ENTRY)
                        .file("places.csv", "id,name,name,kind,division,lon,lat\n"))
            .says("places.csv:0 name="),
        Example.of(
                FileNotice.COLUMN_UNUSED,
                folder ->
                    folder
                        .county(entry("roads.csv", "roads", "WGS-84"))
                        .file(
                            "roads.csv",
                            """
                            id,name,class,widht_m,wkt
                            R1,光明路,street,12,"LINESTRING (113 36, 113 36.1)"
                            """))
            .says("roads.csv:0 widht_m=")
            .maybe("Maybe width_m is meant."),
        Example.of(
                FileNotice.SHEET_MISSING,
                folder ->
                    folder
                        .county(entry("book.xlsx", "places", "WGS-84", "sheet: Place"))
                        .file("book.xlsx", workbook("Places")))
            .says("book.xlsx [Place]:0")
            .maybe("Maybe Places is meant."),
        Example.of(FileNotice.LAYER_MISSING, folder -> map(folder, "Places", 4326))
            .says("map.gpkg [places]:0")
            .maybe("Maybe Places is meant."),
        Example.of(
                FileNotice.CRS_MISSING,
                folder -> folder.county(entry("places.csv", "places", "none")))
            .says("county.yaml:7 files[1].crs=none"),
        Example.of(FileNotice.CRS_CONTRADICTED, folder -> map(folder, "places", 4547))
            .says("map.gpkg [places]:0")
            .maybe("Maybe reproject the layer to EPSG:4490 in QGIS first."));
  }

  /// A curve, which no simple-feature reader draws.
  static Example curve() {
    String geojson =
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"id": "R1", "name": "光明路", "class": "street"},
          "geometry": {"type": "CircularString", "coordinates": [[113, 36], [113.1, 36]]}}]}
        """;
    return Example.of(
            GeometryNotice.SHAPE_UNREADABLE,
            folder ->
                folder
                    .county(entry("roads.geojson", "roads", "WGS-84"))
                    .file("roads.geojson", geojson.getBytes(StandardCharsets.UTF_8)))
        .says("roads.geojson:1")
        .maybe("Maybe it is a curve: turn it into straight pieces with “Segmentize” in QGIS.");
  }

  private static byte[] workbook(String sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "example", "1.0")) {
      book.newWorksheet(sheet).value(0, 0, "id");
    }
    return bytes.toByteArray();
  }

  private static void map(PackageFolder folder, String layer, int srs) throws Exception {
    folder.county(entry("map.gpkg", "places", "CGCS2000", "layer: places"));
    try (GeoPackageWriter map = new GeoPackageWriter(folder.dir().resolve("map.gpkg"))) {
      map.layer(
          layer,
          srs,
          List.of("id TEXT"),
          List.of(List.of("P1")),
          List.of(new WKTReader().read("POINT (113.05 36.05)")));
    }
  }
}
