package org.ronghe.sources.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ronghe.model.service.Service;
import org.ronghe.sources.pack.PackNotice;

/// The catalogue is data: what is shipped is sound, and each slip of the hand is named.
class CatalogueReaderTest {
  private static final Path SHIPPED = Path.of("../packs/services");

  @Test
  void A01_what_is_shipped_is_sound() throws IOException {
    CatalogueReading read = CatalogueReader.read(SHIPPED);
    assertThat(read.notices()).extracting(PackNotice::english).isEmpty();
    assertThat(read.catalogue().services())
        .extracting(Service::id)
        .contains("birth-registration", "resident-insurance-newborn", "dig-permit");
    assertThat(read.catalogue().bundle("newborn")).isPresent();
  }

  @Test
  void A02_dates_decide_which_version_a_new_case_begins_with() throws IOException {
    var catalogue = CatalogueReader.read(SHIPPED).catalogue();
    assertThat(catalogue.current("dig-permit", LocalDate.of(2026, 3, 1))).isPresent();
    assertThat(catalogue.current("dig-permit", LocalDate.of(2020, 3, 1))).isEmpty();
  }

  @Test
  void B01_a_slip_in_an_element_is_named_with_a_guess() throws IOException {
    assertThat(notices("      - dig.road\n", "      - dig.raod\n"))
        .anyMatch(line -> line.contains("(dig.raod)") && line.contains("Maybe: dig.road"));
  }

  @Test
  void B02_a_promise_longer_than_the_law_is_refused() throws IOException {
    assertThat(notices("promise_day: 5", "promise_day: 25"))
        .anyMatch(line -> line.contains("/header/promise_day (25)"));
  }

  @Test
  void B03_a_missing_decision_is_refused() throws IOException {
    assertThat(notices("  - {stage: decide, days: 1}\n", ""))
        .anyMatch(line -> line.contains("one accept and one decide step"));
  }

  @Test
  void B04_a_condition_on_what_is_not_asked_is_refused() throws IOException {
    assertThat(
            notices(
                "when: {element: dig.purpose, is: new-line}",
                "when: {element: child.sex, is: male}"))
        .anyMatch(line -> line.contains("(child.sex)"));
  }

  @Test
  void B05_what_is_no_yaml_is_refused() throws IOException {
    assertThat(notices("format: ronghe-service/1", "format: ["))
        .anyMatch(l -> l.contains("not YAML"));
  }

  @Test
  void B06_an_unknown_field_is_refused() throws IOException {
    assertThat(notices("  is_online: 是", "  is_onlin: 是"))
        .anyMatch(line -> line.contains("is_onlin"));
  }

  @Test
  void B07_a_day_that_is_none_is_refused() throws IOException {
    assertThat(notices("effective_from: 2026-01-01", "effective_from: 2026-02-30"))
        .anyMatch(line -> line.contains("no such day"));
  }

  /// The notices about the shipped dig permit with one passage written otherwise.
  private static List<String> notices(String shipped, String instead) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Path folder = SHIPPED.resolve("dig-permit/1");
    for (String name : List.of("service.yaml", "examples.yaml")) {
      texts.put(name, Files.readString(folder.resolve(name)));
    }
    String text = Objects.requireNonNull(texts.get("service.yaml"));
    assertThat(text).contains(shipped);
    texts.put("service.yaml", text.replace(shipped, instead));
    var known = CatalogueReader.read(SHIPPED).catalogue();
    return CatalogueReader.read(SHIPPED, known, "dig-permit", "1", texts).notices().stream()
        .map(PackNotice::english)
        .toList();
  }
}
