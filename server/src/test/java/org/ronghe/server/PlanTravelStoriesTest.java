package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;

/// `./ronghe plan matrix` and `./ronghe plan isochrone`, typed.
class PlanTravelStoriesTest {
  /// One street along the equator from 113.000 to 113.010, 111.2 m for each 0.001 degree; walked at
  /// 5 km/h, 80.06 s for each.
  private static final String STREET =
      """
      <osm version="0.6">
        <node id="1" lat="0" lon="113"/>
        <node id="2" lat="0" lon="113.005"/>
        <node id="3" lat="0" lon="113.010"/>
        <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
        <way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
      </osm>
      """;

  @TempDir Path folder;

  @BeforeEach
  void aStreetAndThreePoints() throws IOException {
    write("street.osm", STREET);
    write(
        "points.csv",
        """
        id,lon,lat
        west,113.001,0.0001
        "mid, dle",113.004,0
        sea,114,1
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Typed matrix(String out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "plan",
                "matrix",
                "--osm",
                path("street.osm"),
                "--profile",
                "foot",
                "--origins",
                path("points.csv"),
                "--destinations",
                path("points.csv"),
                "--out",
                path(out)));
    words.addAll(List.of(more));
    return Typed.ronghe(words.toArray(String[]::new));
  }

  @Test
  void A01_every_pair_is_there_and_empty_where_there_is_no_way() throws IOException {
    Typed typed = matrix("matrix.csv");
    assertThat(typed.code()).isZero();
    assertThat(typed.err()).contains("1 of 3 points").contains("sea");
    List<String> lines = Files.readAllLines(folder.resolve("matrix.csv"));
    assertThat(lines).hasSize(10).startsWith("from_id,to_id,seconds,metres", "west,west,0,0");
    assertThat(lines).contains("west,sea,,", "sea,west,,", "sea,sea,,");
    String[] there = lines.get(2).replace("\"mid, dle\"", "middle").split(",");
    assertThat(Double.parseDouble(there[2])).isBetween(240.0, 240.4);
    assertThat(Double.parseDouble(there[3])).isBetween(333.4, 333.8);
    assertThat(lines.get(2)).startsWith("west,\"mid, dle\",");
  }

  @Test
  void A02_packed_and_parquet_say_the_same() throws IOException {
    matrix("matrix.csv");
    assertThat(matrix("matrix.csv.gz").code()).isZero();
    assertThat(matrix("matrix.parquet").code()).isZero();
    byte[] plain = Files.readAllBytes(folder.resolve("matrix.csv"));
    try (var packed = new GZIPInputStream(Files.newInputStream(folder.resolve("matrix.csv.gz")))) {
      assertThat(packed.readAllBytes()).isEqualTo(plain);
    }
    StringBuilder said = new StringBuilder("from_id,to_id,seconds,metres\n");
    byte[] parquet = Files.readAllBytes(folder.resolve("matrix.parquet"));
    try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(parquet)));
        RowReader rows = file.rowReader()) {
      while (rows.hasNext()) {
        rows.next();
        said.append(rows.getString(0).replace("mid, dle", "\"mid, dle\"")).append(',');
        said.append(rows.getString(1).replace("mid, dle", "\"mid, dle\"")).append(',');
        said.append(rows.isNull(2) ? "" : number(rows.getDouble(2))).append(',');
        said.append(rows.isNull(3) ? "" : number(rows.getDouble(3))).append('\n');
      }
    }
    assertThat(said.toString()).isEqualTo(new String(plain, StandardCharsets.UTF_8));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  @Test
  void A03_the_way_to_the_road_counts_when_asked_for() throws IOException {
    matrix("matrix.csv");
    matrix("counted.csv", "--off-road-speed", "4");
    double before = seconds("matrix.csv");
    // 0.0001 degree north of the street: 11.12 m, 10.0 s at 4 km/h
    assertThat(seconds("counted.csv") - before).isBetween(9.9, 10.1);
    assertThat(Files.readAllLines(folder.resolve("counted.csv"))).contains("west,west,0,0");
  }

  private double seconds(String name) throws IOException {
    String line = Files.readAllLines(folder.resolve(name)).get(2);
    return Double.parseDouble(line.replace("\"mid, dle\"", "middle").split(",")[2]);
  }

  @Test
  void A04_a_scenario_changes_the_answer() throws IOException {
    write("slow.yaml", "changes: [{slow: {road: 10, factor: 2}}]");
    write("none.yaml", "changes: [{close: {road: 4711}}]");
    matrix("matrix.csv");
    assertThat(matrix("slow.csv", "--scenario", path("slow.yaml")).code()).isZero();
    assertThat(seconds("slow.csv") / seconds("matrix.csv")).isBetween(1.999, 2.001);
    Typed refused = matrix("none.csv", "--scenario", path("none.yaml"));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("changes[0]").contains("finds no road");
    assertThat(folder.resolve("none.csv")).doesNotExist();
  }

  @Test
  void B01_what_is_wrong_is_refused_in_words() throws IOException {
    assertThat(matrix("matrix.xls").err()).contains(".parquet");
    assertThat(matrix("matrix.csv", "--snap-limit", "-1").code()).isEqualTo(1);
    assertThat(matrix("no/such/folder/matrix.csv").code()).isEqualTo(1);
    write("points.csv", "id,lon,lat\na,36,113\n");
    assertThat(matrix("matrix.csv").err()).contains("row 2").contains("swapped");
    write("street.osm", "<osm version='0.6'></osm>");
    write("points.csv", "id,lon,lat\na,113,0\n");
    assertThat(matrix("matrix.csv").err()).contains("no road open to foot");
    assertThat(
            Typed.ronghe("plan", "matrix", "--osm", path("street.osm"), "--profile", "plane")
                .code())
        .isEqualTo(2);
  }

  @Test
  void C01_isochrones_are_nested_polygons_one_for_each_origin_and_time() throws Exception {
    Typed typed =
        Typed.ronghe(
            "plan",
            "isochrone",
            "--osm",
            path("street.osm"),
            "--profile",
            "foot",
            "--origins",
            path("points.csv"),
            "--minutes",
            "4,2",
            "--out",
            path("reach.geojson"));
    assertThat(typed.code()).isZero();
    JsonNode features =
        Visitor.JSON.readTree(Files.readString(folder.resolve("reach.geojson"))).path("features");
    assertThat(features).hasSize(6);
    assertThat(features.get(0).path("properties").toString())
        .isEqualTo("{\"id\":\"west\",\"minutes\":2}");
    assertThat(features.get(5).path("geometry").isNull()).isTrue();
    GeoJsonReader reader = new GeoJsonReader();
    Geometry two = reader.read(features.get(0).path("geometry").toString());
    Geometry four = reader.read(features.get(1).path("geometry").toString());
    assertThat(two.isValid() && four.isValid() && four.covers(two)).isTrue();
    // 4 minutes at 5 km/h: 333 m, 0.003 degrees
    assertThat(four.getEnvelopeInternal().getMaxX()).isBetween(113.0035, 113.0045);
  }
}
