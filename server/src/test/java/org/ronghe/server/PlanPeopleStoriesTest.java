package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ronghe.server.Typed.ronghe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `plan project` and `plan sdg` as they are typed.
class PlanPeopleStoriesTest {
  private static final String CENSUS =
      "place,age,sex,people\n韩店,0-4,女,100\n韩店,5-9,女,100\n韩店,10+,女,100\n"
          + "韩店,0-4,男,100\n韩店,5-9,男,100\n韩店,10+,男,100\n";
  private static final String RATES =
      "age,sex,survival,fertility,leaving_rate\n0,F,1,0,0\n5,F,1,0.1,0\n10,F,0.5,0,0\n"
          + "0,M,1,0,0\n5,M,1,0,0\n10,M,0.5,0,0\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void A01_people_by_place_year_age_and_sex() throws IOException {
    Path out = folder.resolve("out.csv");
    Typed typed =
        project(
            CENSUS, RATES, "--years", "10", "--from", "2020", "--out", out.toString(), "--json");
    assertThat(typed.code()).as(typed.err()).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(1 + 3 * 6);
    assertThat(lines).contains("韩店,2020,0,F,100", "韩店,2025,5,F,100", "韩店,2025,10,F,100");
    JsonNode first = typed.json().get(0);
    // 5 years · 0.1 · 100 women at both ends of the step
    assertThat(first.path("births").asDouble()).isCloseTo(50, within(1e-9));
    assertThat(first.path("deaths").asDouble()).isCloseTo(200, within(1e-9));
  }

  @Test
  void A02_years_must_fit_the_age_groups() {
    Typed typed = project(CENSUS, RATES, "--years", "7");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("no multiple of the age groups, 5 years wide");
  }

  @Test
  void A03_what_does_not_fit_is_refused() {
    assertThat(project(CENSUS.replace("0-4", "0"), RATES, "--years", "5").code()).isZero();
    assertThat(project(CENSUS.replace("100", "-1"), RATES, "--years", "5").err())
        .contains("row 2, people (-1)");
    assertThat(project(CENSUS.replace("10+", "11+"), RATES, "--years", "5").err())
        .contains("equally wide", "[0, 5, 11]");
    assertThat(project(CENSUS, RATES.replace("10,F,0.5", "10,F,1.5"), "--years", "5").err())
        .contains("survival of age 10 (1.5) must not be above 1");
    assertThat(project(CENSUS, RATES.replace("survival", "survivors"), "--years", "5").err())
        .contains("needs a column survival or a column death_rate");
    assertThat(project(CENSUS, RATES.replace("5,F,1,0.1,0", "5,F,1,0.1,0.9"), "--years", "5").err())
        .contains("more people of age 5 F leave than live there");
    assertThat(project(CENSUS.replace("女", "x"), RATES, "--years", "5").err()).contains("sex (x)");
  }

  @Test
  void B01_the_rural_access_index() throws IOException {
    Path places = folder.resolve("places.csv");
    Path roads = folder.resolve("roads.geojson");
    Files.writeString(
        places,
        "id,lon,lat,population,class\nA,113.1,36.101,300,乡\nB,113.1,36.2,100,乡\nC,113.1,36.2,999,城\n");
    Files.writeString(
        roads,
        """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"all_season":true},
           "geometry":{"type":"LineString","coordinates":[[113.0,36.1],[113.2,36.1]]}},
          {"type":"Feature","properties":{"all_season":"no"},
           "geometry":{"type":"LineString","coordinates":[[113.0,36.2],[113.2,36.2]]}}]}
        """);
    Typed typed =
        ronghe(
            "plan",
            "sdg",
            "9.1.1",
            "--places",
            places.toString(),
            "--roads",
            roads.toString(),
            "--rural",
            "class",
            "--json");
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.json().path("rural_access_index").asDouble()).isEqualTo(0.75);
    assertThat(typed.json().path("without_access").get(0).asString()).isEqualTo("B");
    assertThat(typed.err()).contains("1 roads are not all-season");
    assertThat(indexOfPoints(roads, "Point", "[113.1,36.101]").json().path("with_access").asInt())
        .isEqualTo(300);
    assertThat(indexOfPoints(roads, "Polygon", "[]").err()).contains("feature 1 is no point");
    Files.writeString(roads, "{}");
    assertThat(
            ronghe(
                    "plan",
                    "sdg",
                    "9.1.1",
                    "--places",
                    places.toString(),
                    "--roads",
                    roads.toString())
                .code())
        .isEqualTo(1);
  }

  /// Places as points in GeoJSON, the first of them with this geometry.
  private Typed indexOfPoints(Path roads, String type, String coordinates) throws IOException {
    Path points = folder.resolve("places.geojson");
    Files.writeString(
        points,
        """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"id":"A","population":300},
           "geometry":{"type":"%s","coordinates":%s}},
          {"type":"Feature","id":"B","properties":{"population":100},
           "geometry":{"type":"Point","coordinates":[113.1,36.2]}}]}
        """
            .formatted(type, coordinates));
    return ronghe(
        "plan",
        "sdg",
        "9.1.1",
        "--places",
        points.toString(),
        "--roads",
        roads.toString(),
        "--json");
  }

  @Test
  void B02_land_consumption_against_population_growth() throws IOException {
    Path table = folder.resolve("land.csv");
    Files.writeString(table, "year,land,people\n2010,100,50000\n2020,120,55000\n");
    Typed typed = ronghe("plan", "sdg", "11.3.1", "--table", table.toString(), "--json");
    JsonNode span = typed.json().path("spans").get(0);
    assertThat(span.path("ratio").asDouble()).isCloseTo(0.2 / Math.log(1.1), within(1e-12));
    Files.writeString(table, "year,land,people\n2010,100,0\n");
    Typed wrong = ronghe("plan", "sdg", "11.3.1", "--table", table.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("row 2, people (0) must be a number above 0");
  }

  private Typed project(String census, String rates, String... more) {
    try {
      Path censusFile = Files.writeString(folder.resolve("census.csv"), census);
      Path ratesFile = Files.writeString(folder.resolve("rates.csv"), rates);
      List<String> line =
          new ArrayList<>(
              List.of(
                  "plan",
                  "project",
                  "--census",
                  censusFile.toString(),
                  "--rates",
                  ratesFile.toString()));
      line.addAll(List.of(more));
      return ronghe(line.toArray(String[]::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
