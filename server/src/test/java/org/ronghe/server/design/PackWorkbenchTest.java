package org.ronghe.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.serve.design.Workbench;
import org.ronghe.sources.calendar.CalendarReader;
import org.ronghe.sources.service.CatalogueReader;

/// What the designer is told about a text that is not right yet.
class PackWorkbenchTest {
  private static final Path PACKS = Path.of("../packs");
  private static PackWorkbench bench;
  private static Catalogue catalogue;
  private static Map<String, String> texts;

  @BeforeAll
  static void read() throws IOException {
    bench =
        new PackWorkbench(
            PACKS.resolve("services"), CalendarReader.read(PACKS.resolve("calendar")).calendar());
    catalogue = CatalogueReader.read(PACKS.resolve("services")).catalogue();
    texts = bench.shipped("elder-allowance", "1");
  }

  private static Workbench.Reading read(String file, String old, String fresh) {
    assertThat(texts.get(file)).contains(old);
    Map<String, String> changed = new HashMap<>(texts);
    changed.compute(file, (_, text) -> String.valueOf(text).replace(old, fresh));
    return bench.read(catalogue, "elder-allowance", "1", changed);
  }

  @Test
  void A01_what_is_shipped_is_sound_and_its_examples_pass() {
    var reading = bench.read(catalogue, "elder-allowance", "1", texts);
    assertThat(reading.faults()).isEmpty();
    var service = reading.catalogue().service(new ServiceKey("elder-allowance", "1")).orElseThrow();
    assertThat(bench.play(reading.catalogue(), service).failures()).isEmpty();
    assertThat(bench.play(reading.catalogue(), service).examples()).isEqualTo(2);
  }

  @Test
  void A02_a_slip_is_shown_on_its_line_with_a_guess() {
    var fault =
        read("service.yaml", "element: elder.birthDate", "element: elder.birthDat")
            .faults()
            .getFirst();
    assertThat(fault.file()).isEqualTo("service.yaml");
    assertThat(line(fault)).contains("elder.birthDat,");
    assertThat(fault.maybe()).isNotNull();
  }

  @Test
  void A03_what_is_not_yaml_is_shown_where_it_breaks() {
    var fault = read("service.yaml", "keywords: [", "keywords: [[").faults().getFirst();
    assertThat(fault.code()).isEqualTo("yaml");
    assertThat(fault.line()).isBetween(12, 16);
  }

  @Test
  void A04_an_example_that_comes_out_otherwise_is_told() {
    var reading = read("examples.yaml", "do: approve, state: issued", "do: approve, state: filed");
    var service = reading.catalogue().service(new ServiceKey("elder-allowance", "1")).orElseThrow();
    assertThat(bench.play(reading.catalogue(), service).failures()).hasSize(1);
  }

  @Test
  void A05_nothing_outside_the_packs_is_read() {
    assertThat(bench.shipped("..", "calendar")).isEmpty();
    assertThat(bench.shipped("../..", "docs")).isEmpty();
    assertThat(bench.shipped("no-such", "1")).isEmpty();
  }

  @Test
  void B01_rules_that_are_not_understood_or_leave_a_gap_are_told() {
    Map<String, String> permit = new HashMap<>(bench.shipped("residence-permit", "1"));
    assertThat(bench.read(catalogue, "residence-permit", "1", permit).faults()).isEmpty();
    permit.compute(
        "eligibility.dmn", (_, text) -> String.valueOf(text).replace("&lt; 6", "&lt; 5"));
    assertThat(bench.read(catalogue, "residence-permit", "1", permit).faults())
        .anySatisfy(fault -> {
          assertThat(fault.file()).isEqualTo("eligibility.dmn");
          assertThat(fault.code()).isEqualTo("table-gap");
        });
    permit.compute(
        "eligibility.dmn", (_, text) -> String.valueOf(text).replace("&lt; 5", "&lt; sx"));
    assertThat(bench.read(catalogue, "residence-permit", "1", permit).faults()).isNotEmpty();
  }

  @Test
  void B02_an_example_that_says_another_answer_than_the_rules_is_told() {
    Map<String, String> permit = new HashMap<>(bench.shipped("residence-permit", "1"));
    permit.compute(
        "examples.yaml",
        (_, text) -> String.valueOf(text).replace("eligible: false", "eligible: true"));
    var reading = bench.read(catalogue, "residence-permit", "1", permit);
    var service =
        reading.catalogue().service(new ServiceKey("residence-permit", "1")).orElseThrow();
    assertThat(bench.play(reading.catalogue(), service).failures())
        .anyMatch(words -> words.en().contains("eligible is false, the example says true"));
  }

  private static String line(Workbench.Fault fault) {
    Integer line = fault.line();
    assertThat(line).isNotNull();
    return String.valueOf(texts.get(fault.file()))
        .replace("element: elder.birthDate", "element: elder.birthDat")
        .lines()
        .skip(java.util.Objects.requireNonNull(line) - 1L)
        .findFirst()
        .orElseThrow();
  }
}
