package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.place.Place;

/// Townships and villages: real in name and number, generated in place.
class DivisionTest {
  @Test
  void a01_thirteen_townships_and_191_villages_under_the_real_county() {
    assertThat(of(DivisionLevel.PROVINCE)).extracting(Division::name).containsExactly("山西省");
    assertThat(of(DivisionLevel.PREFECTURE)).extracting(Division::name).containsExactly("长治市");
    assertThat(of(DivisionLevel.COUNTY)).extracting(Division::code).containsExactly("140404");
    assertThat(of(DivisionLevel.TOWNSHIP)).hasSize(13);
    assertThat(of(DivisionLevel.VILLAGE)).hasSize(191);
  }

  @Test
  void a02_codes_and_names_are_those_of_the_statistics_bureau() throws IOException {
    Path list = reference().resolve("county/changzhi/divisions.csv");
    Assumptions.assumeTrue(
        Files.exists(list),
        "no reference data: set RONGHE_REFERENCE to compare the division codes");
    Map<String, String> published = new LinkedHashMap<>();
    for (String line : Files.readAllLines(list)) {
      String[] cells = line.split(",", -1);
      if (cells[0].startsWith("140404")) {
        published.put(cells[0], cells[1]);
      }
    }
    Map<String, String> ours = new LinkedHashMap<>();
    Sample.COUNTY.divisions().stream()
        .filter(division -> division.code().startsWith("140404"))
        .forEach(d -> ours.put(d.code() + "0".repeat(12 - d.code().length()), d.name()));
    assertThat(ours).containsExactlyInAnyOrderEntriesOf(published);
  }

  @Test
  void a03_the_townships_share_the_county_among_them() {
    Geometry county = geometry(of(DivisionLevel.COUNTY).getFirst());
    double sum = 0;
    for (Division township : of(DivisionLevel.TOWNSHIP)) {
      Geometry area = geometry(township);
      assertThat(area.isValid()).as(township.name()).isTrue();
      sum += area.getArea();
    }
    assertThat(sum / county.getArea()).isCloseTo(1, within(0.001));
  }

  @Test
  void a04_every_village_lies_in_its_own_township() {
    Map<String, Division> townships = new LinkedHashMap<>();
    of(DivisionLevel.TOWNSHIP).forEach(division -> townships.put(division.code(), division));
    for (Place place : Sample.COUNTY.places()) {
      Division township =
          Objects.requireNonNull(townships.get(place.divisionCode().substring(0, 9)));
      Point location = place.location();
      assertThat(geometry(township).distance(location)).as(place.name()).isLessThan(0.0001);
    }
  }

  @Test
  void a05_the_county_has_about_its_published_area() {
    Geometry county = geometry(of(DivisionLevel.COUNTY).getFirst());
    double square_km = county.getArea() * 110.96 * 90.106;
    assertThat(square_km).isBetween(483 * 0.97, 483 * 1.03);
  }

  private static List<Division> of(DivisionLevel level) {
    return Sample.COUNTY.divisions().stream().filter(d -> d.level() == level).toList();
  }

  private static Geometry geometry(Division division) {
    Geometry geometry = division.geometry();
    if (geometry == null) {
      throw new AssertionError(division.name() + " has no boundary");
    }
    return geometry;
  }

  private static Path reference() {
    String folder =
        Optional.ofNullable(System.getenv("RONGHE_REFERENCE")).orElse("../../shared/data");
    return Path.of(folder);
  }
}
