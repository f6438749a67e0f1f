package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.provenance.Provenance;

/// The package goes through the reader that every county package goes through.
class PackageReadTest {
  @Test
  void a01_no_row_is_wrong() {
    assertThat(Sample.READING.errors()).isEmpty();
  }

  @Test
  void a02_nothing_needs_a_warning() {
    assertThat(Sample.READING.warnings()).isEmpty();
  }

  @Test
  void a03_the_county_says_that_it_is_partly_generated() {
    assertThat(Sample.COUNTY.head().synthetic()).isTrue();
    assertThat(Sample.COUNTY.head().noticeZh()).contains("合成");
    assertThat(Sample.COUNTY.head().noticeEn()).contains("synthetic");
  }

  @Test
  void a04_codes_are_real_and_everything_placed_on_the_map_is_synthetic() {
    assertThat(Sample.COUNTY.divisions())
        .as("only the townships, whose boundaries are generated, are marked")
        .allMatch(d -> d.provenance().synthetic() == (d.level() == DivisionLevel.TOWNSHIP));
    assertThat(Sample.COUNTY.places()).allMatch(p -> p.provenance().synthetic());
    assertThat(Sample.COUNTY.facilities()).allMatch(f -> f.provenance().synthetic());
    assertThat(Sample.COUNTY.nodes()).allMatch(n -> n.provenance().synthetic());
    assertThat(Sample.COUNTY.points()).allMatch(p -> p.provenance().synthetic());
  }

  @Test
  void a05_every_file_names_its_source_and_licence() {
    assertThat(Sample.COUNTY.head().sources())
        .allSatisfy(file -> {
          Provenance provenance = file.provenance();
          assertThat(provenance.source()).isNotBlank();
          assertThat(provenance.vintage()).isNotBlank();
          assertThat(provenance.licence()).isNotBlank();
        });
  }
}
