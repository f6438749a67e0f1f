package org.ronghe.office.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.office.postgres.TestOffice;
import org.ronghe.office.register.SmallCounty;

/// Tables for Excel and files for QGIS, over a socket.
class ExportTest {
  @TempDir static Path folder;
  private static TestOffice office;

  @BeforeAll
  static void open() {
    office = TestOffice.with(SmallCounty.county());
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static Path saved(String name) throws IOException {
    HttpResponse<byte[]> answer = office.bytesAsViewer("/api/v1/export/" + name);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Files.write(folder.resolve(name), answer.body());
  }

  @Test
  void A01_a_csv_for_excel_has_ids_first_and_says_what_is_synthetic() {
    HttpResponse<String> answer = office.get("/api/v1/export/places.csv");
    assertThat(answer.body().lines())
        .containsExactly(
            "\ufeffid,name,name_en,kind,division,synthetic,source,vintage,licence,lon,lat",
            "P-1,黎岭村,,village,140404100,true,generator,2026,CC0-1.0,113.02,36.02",
            "P-2,长子门村,,village,140404100,true,generator,2026,CC0-1.0,113.1,36.1");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("140404-places-synthetic.csv");
  }

  @Test
  void A02_programs_get_it_without_the_mark() {
    assertThat(office.get("/api/v1/export/places.csv?bom=false").body()).startsWith("id,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void A03_a_text_that_looks_like_a_formula_is_defused(String text) {
    assertThat(CsvSheet.safe(text)).isEqualTo("'" + text);
    assertThat(CsvSheet.safe("上党区")).isEqualTo("上党区");
  }

  @Test
  void A04_lines_carry_their_shape_as_text() {
    assertThat(office.get("/api/v1/export/roads.csv").body())
        .contains("wkt")
        .contains("LINESTRING (113 36.0001, 113.02 36.0001)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "divisions",
        "places",
        "facilities",
        "roads",
        "people",
        "tunnels",
        "compartments",
        "sections",
        "equipment",
        "network-nodes",
        "network-links",
        "points"
      })
  void B01_every_collection_is_a_valid_geopackage(String name) throws IOException, SQLException {
    Path file = saved(name + ".gpkg");
    byte[] head = Files.readAllBytes(file);
    assertThat(new String(head, 0, 15, StandardCharsets.US_ASCII)).isEqualTo("SQLite format 3");
    assertThat(new String(head, 68, 4, StandardCharsets.US_ASCII)).isEqualTo("GPKG");
    String table = name.replace('-', '_');
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertThat(ask(sqlite, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(ask(sqlite, "SELECT table_name FROM gpkg_contents")).isEqualTo(table);
      assertThat(ask(sqlite, "SELECT count(*) FROM " + table + " WHERE synthetic IS NULL"))
          .isEqualTo("0");
      assertThat(ask(sqlite, "SELECT count(*) FROM gpkg_spatial_ref_sys")).isEqualTo("3");
    }
  }

  private static String ask(Connection sqlite, String sql) throws SQLException {
    try (var statement = sqlite.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @Test
  void B02_gdal_reads_the_geopackage_without_a_complaint() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ogrinfo")),
        "GDAL is not installed (Debian: gdal-bin): its checks are left out");
    assertThat(gdal(saved("network-links.gpkg")))
        .contains("Feature Count: 1", "Geometry: Line String", "城北供热干线", "EPSG\",4326")
        .doesNotContain("Warning", "ERROR");
    assertThat(gdal(saved("divisions.gpkg")))
        .contains("Feature Count: 2", "Geometry: Multi Polygon", "上党区")
        .doesNotContain("Warning", "ERROR");
  }

  private static String gdal(Path file) throws IOException, InterruptedException {
    Path out = folder.resolve("ogrinfo.txt");
    Process process =
        new ProcessBuilder("ogrinfo", "-ro", "-al", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }

  @Test
  void C01_strangers_get_open_collections_only() {
    assertThat(office.get("/api/v1/export/points.csv").statusCode()).isEqualTo(401);
    assertThat(office.get("/api/v1/export/points.gpkg").statusCode()).isEqualTo(401);
    assertThat(office.get("/api/v1/export/castles.csv").statusCode()).isEqualTo(404);
  }
}
