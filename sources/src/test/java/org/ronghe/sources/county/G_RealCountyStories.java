package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.ronghe.sources.county.PackageFolder.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.sources.county.notice.GeometryNotice;

/// Files that others made of real counties, read as they are.
class G_RealCountyStories {
  private static final Path REFERENCE = reference();
  private static final String AS_OF = "defaults: {issuer: NBS, vintage: '2023-06-30'}";

  @TempDir Path dir;

  private static Path reference() {
    String named = System.getenv("RONGHE_REFERENCE");
    return named == null ? Path.of("../../shared/data") : Path.of(named);
  }

  private static byte[] bytes(String name) throws IOException {
    assumeThat(REFERENCE.resolve(name))
        .as("reference data is not here: set RONGHE_REFERENCE to read " + name)
        .isRegularFile();
    return Files.readAllBytes(REFERENCE.resolve(name));
  }

  @Test
  void G01_the_2790_divisions_of_changzhi_and_56_places() throws IOException {
    String columns = "columns: {urban_rural_class: urbanRuralClass}, " + AS_OF;
    PackageReading reading =
        new PackageFolder(dir)
            .yaml(
                entry("divisions.csv", "divisions", "none", columns),
                entry("places.geojson", "places", "WGS-84", "columns: {division: code, id: code}"))
            .file("divisions.csv", bytes("county/changzhi/divisions.csv"))
            .file("places.geojson", bytes("county/changzhi/places.geojson"))
            .read();

    FileCount divisions = reading.files().getFirst();
    assertThat(divisions).isEqualTo(new FileCount("divisions.csv", "divisions", 2790, 2790, 0));
    County county = reading.county().orElseThrow();
    Map<DivisionLevel, Long> levels =
        county.divisions().stream()
            .collect(Collectors.groupingBy(Division::level, Collectors.counting()));
    assertThat(levels)
        .isEqualTo(
            Map.of(
                DivisionLevel.PREFECTURE, 1L,
                DivisionLevel.COUNTY, 12L,
                DivisionLevel.TOWNSHIP, 149L,
                DivisionLevel.VILLAGE, 2628L));
    assertThat(reading.files().getLast().read()).isEqualTo(56);
  }

  @Test
  void G02_a_boundary_in_gcj02_lands_where_another_converter_put_it() throws IOException {
    County gcj02 =
        boundaries(
            "county/changzhi/boundaries_datav_gcj02_original.geojson", "GCJ-02", "code: adcode");
    County wgs84 = boundaries("county/changzhi/boundaries.geojson", "WGS-84", "code: code");

    assertThat(gcj02.divisions()).hasSize(12);
    for (int i = 0; i < 12; i++) {
      Geometry ours = geometry(gcj02.divisions().get(i));
      Geometry theirs = geometry(wgs84.divisions().get(i));
      assertThat(ours.getNumPoints()).isEqualTo(theirs.getNumPoints());
      Coordinate[] a = ours.getCoordinates();
      Coordinate[] b = theirs.getCoordinates();
      for (int j = 0; j < a.length; j++) {
        assertThat(a[j].distance(b[j])).isLessThan(2e-6);
      }
    }
  }

  private static Geometry geometry(Division division) {
    return java.util.Objects.requireNonNull(division.geometry());
  }

  /// The counties of Changzhi with their boundaries; codes of 6 or 12 digits, as the file has them.
  private County boundaries(String name, String crs, String codeColumn) throws IOException {
    byte[] geojson = bytes(name);
    boolean six = codeColumn.contains("adcode");
    String divisions =
        new String(bytes("county/changzhi/divisions.csv"), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("code") || line.contains(",county,"))
            .map(line -> six ? line.replaceFirst("^(\\d{6})000000", "$1") : line)
            .collect(Collectors.joining("\n"));
    PackageReading reading =
        new PackageFolder(dir.resolve(crs))
            .yaml(
                entry("divisions.csv", "divisions", "none", AS_OF),
                entry("b.geojson", "boundaries", crs, "columns: {" + codeColumn + "}, " + AS_OF))
            .file("divisions.csv", divisions)
            .file("b.geojson", geojson)
            .read();
    assertThat(reading.errors()).isEmpty();
    return reading.county().orElseThrow();
  }

  @Test
  void G03_the_roads_and_places_of_two_small_countries() throws IOException {
    for (String country : new String[] {"andorra", "liechtenstein"}) {
      byte[] extract = bytes("plan/osm/" + country + ".osm.pbf");
      PackageReading reading =
          new PackageFolder(dir.resolve(country))
              .county(
                  entry("roads.osm.pbf", "roads", "WGS-84"),
                  entry("places.osm.pbf", "places", "WGS-84", "defaults: {division: '140404'}"))
              .file("roads.osm.pbf", extract)
              .file("places.osm.pbf", extract)
              .read();

      assertThat(reading.errors()).isEmpty();
      assertThat(reading.warnings())
          .allMatch(notice -> notice.kind() == GeometryNotice.POSITION_OUTSIDE_CHINA);
      assertThat(reading.files())
          .extracting(FileCount::kind, FileCount::good, FileCount::bad)
          .contains(
              tuple("roads", country.equals("andorra") ? 1326L : 3479L, 0L),
              tuple("places", country.equals("andorra") ? 68L : 43L, 0L));
    }
  }
}
