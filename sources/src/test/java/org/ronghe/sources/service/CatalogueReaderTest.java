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

  @Test
  void C01_rules_may_only_look_at_what_the_form_asks() throws IOException {
    assertThat(rules("name=\"since\"", "name=\"sinse\""))
        .anyMatch(line -> line.contains("residence.sinse") && line.contains("residence.since"));
    assertThat(rules("name=\"residence\" label", "name=\"residense\" label"))
        .anyMatch(line -> line.contains("(residense.since)"));
  }

  @Test
  void C02_rules_with_a_wrong_type_or_without_their_decision_are_refused() throws IOException {
    assertThat(rules("<typeRef>date</typeRef>", "<typeRef>string</typeRef>"))
        .anyMatch(line -> line.contains("residence.since") && line.contains("Maybe: date"));
    assertThat(rules("name=\"eligible\"", "name=\"eligibel\""))
        .anyMatch(line -> line.contains("The decision eligible is missing"));
  }

  @Test
  void C03_rules_with_a_document_type_are_not_read_at_all() throws IOException {
    assertThat(
            rules(
                "<definitions ",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><definitions "))
        .anyMatch(line -> line.contains("DOCTYPE"));
  }

  @Test
  void D01_what_a_drawing_cannot_say_is_refused_by_id_and_line_with_a_guess() throws IOException {
    assertThat(drawn("<userTask id=\"green\"", "<serviceTask id=\"green\"", "</serviceTask>"))
        .anyMatch(line ->
            line.startsWith("outside-connection-works/1/path.bpmn L35 green (serviceTask)")
                && line.contains("Maybe: userTask"));
    assertThat(drawn("<parallelGateway id=\"consult\"", "<inclusiveGateway id=\"consult\""))
        .anyMatch(line -> line.contains("consult (inclusiveGateway)") && line.contains("Maybe:"));
    assertThat(drawn("<endEvent id=\"end\"", "<laneSet id=\"lanes\"/><endEvent id=\"end\""))
        .anyMatch(line -> line.contains("lanes (laneSet)") && line.contains("department"));
  }

  @Test
  void D02_a_link_into_nothing_is_named_with_a_guess() throws IOException {
    assertThat(drawn("targetRef=\"decide\"", "targetRef=\"decid\""))
        .anyMatch(line -> line.contains("f19 (decid)") && line.contains("Maybe: decide"));
  }

  @Test
  void D03_days_and_stages_are_needed() throws IOException {
    assertThat(drawn("<timeDuration>P2D", "<timeDuration>PT48H"))
        .anyMatch(line -> line.contains("posted (PT48H)") && line.contains("Maybe: P5D"));
    assertThat(drawn("ronghe:stage=\"decide\"", "ronghe:stage=\"decided\""))
        .anyMatch(line -> line.contains("(decided)") && line.contains("Maybe: decide"));
    assertThat(drawn("ronghe:stage=\"accept\" ronghe:days=\"1\"", "ronghe:stage=\"accept\""))
        .anyMatch(line -> line.contains("needs ronghe:days"));
    assertThat(drawn("ronghe:department=\"landscape\"", "ronghe:department=\"landscap\""))
        .anyMatch(line -> line.contains("(landscap)") && line.contains("Maybe: landscape"));
  }

  @Test
  void D04_a_choice_needs_its_usual_way_and_conditions() throws IOException {
    assertThat(drawn(" default=\"f11\"", ""))
        .anyMatch(line -> line.contains("traffic-asked") && line.contains("needs its default"));
    assertThat(drawn("<conditionExpression>dig.affectsGreen</conditionExpression>", ""))
        .anyMatch(line -> line.contains("f14") && line.contains("conditionExpression is missing"));
  }

  @Test
  void D05_entities_and_document_types_are_not_read() throws IOException {
    assertThat(
            drawn(
                "<definitions ",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><definitions "))
        .anyMatch(line -> line.contains("(DOCTYPE)"));
    assertThat(drawn("name=\"决定 / Decide\"", "name=\"&x;\""))
        .anyMatch(line -> line.contains("no XML that can be read"));
  }

  @Test
  void D06_steps_are_either_listed_or_drawn() throws IOException {
    Map<String, String> texts = texts("outside-connection-works");
    texts.remove("path.bpmn");
    var known = CatalogueReader.read(SHIPPED).catalogue();
    assertThat(
            CatalogueReader.read(SHIPPED, known, "outside-connection-works", "1", texts).notices())
        .extracting(PackNotice::english)
        .anyMatch(line -> line.contains("either path or path.bpmn"));
  }

  private static Map<String, String> texts(String service) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (var files = Files.list(SHIPPED.resolve(service).resolve("1"))) {
      for (Path file : files.toList()) {
        texts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return texts;
  }

  private static List<String> drawn(String shipped, String instead) throws IOException {
    return drawn(shipped, instead, "");
  }

  /// @param end closing tag to put after the element that was renamed; empty for none
  private static List<String> drawn(String shipped, String instead, String end) throws IOException {
    Map<String, String> texts = texts("outside-connection-works");
    String text = Objects.requireNonNull(texts.get("path.bpmn"));
    assertThat(text).contains(shipped);
    String changed = text.replace(shipped, instead);
    if (!end.isEmpty()) {
      int at = changed.indexOf("/>", changed.indexOf(instead));
      changed = changed.substring(0, at) + ">" + end + changed.substring(at + 2);
    }
    texts.put("path.bpmn", changed);
    var known = CatalogueReader.read(SHIPPED).catalogue();
    return CatalogueReader.read(SHIPPED, known, "outside-connection-works", "1", texts)
        .notices()
        .stream()
        .map(PackNotice::english)
        .toList();
  }

  private static List<String> rules(String shipped, String instead) throws IOException {
    Map<String, String> texts = texts("residence-permit");
    String text = Objects.requireNonNull(texts.get("eligibility.dmn"));
    assertThat(text).contains(shipped);
    texts.put("eligibility.dmn", text.replace(shipped, instead));
    var known = CatalogueReader.read(SHIPPED).catalogue();
    return CatalogueReader.read(SHIPPED, known, "residence-permit", "1", texts).notices().stream()
        .map(PackNotice::english)
        .toList();
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
