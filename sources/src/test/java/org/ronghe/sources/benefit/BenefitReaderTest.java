package org.ronghe.sources.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.rule.benefit.BenefitProof;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.model.decision.DecisionNotice;

/// The shipped benefits prove themselves; a wrong one is named.
class BenefitReaderTest {
  private static final Path SHIPPED = Path.of("../packs/benefits");
  @TempDir private Path folder;

  /// A copy of one benefit with one text replaced in one of its files.
  private List<DecisionNotice> changed(String id, String file, String from, String to)
      throws IOException {
    Files.createDirectories(folder.resolve(id));
    for (String name : List.of("benefit.yaml", "model.dmn")) {
      String text = Files.readString(SHIPPED.resolve(id).resolve(name));
      if (name.equals(file)) {
        assertThat(text).contains(from);
        text = text.replace(from, to);
      }
      Files.writeString(folder.resolve(id).resolve(name), text);
    }
    Files.copy(SHIPPED.resolve("benefit.schema.json"), folder.resolve("benefit.schema.json"));
    BenefitFolder read = BenefitReader.read(folder);
    return read.benefits().isEmpty()
        ? read.notices()
        : BenefitProof.failures(read.benefits().getFirst());
  }

  @Test
  void A01_every_shipped_benefit_proves_itself() throws IOException {
    BenefitFolder read = BenefitReader.read(SHIPPED);
    assertThat(read.notices()).isEmpty();
    assertThat(read.benefits()).hasSize(8);
    for (Benefit benefit : read.benefits()) {
      assertThat(BenefitProof.failures(benefit)).as(benefit.id()).isEmpty();
    }
  }

  /// 2024 and 2025 government work reports, 2026 announcement of the ministry: 123, 143, 163 yuan.
  @Test
  void A02_the_minimum_basic_pension_by_year() throws IOException {
    Benefit.Parameter base =
        BenefitReader.read(SHIPPED).benefits().stream()
            .filter(benefit -> benefit.id().equals("basic-pension"))
            .flatMap(benefit -> benefit.parameters().stream())
            .filter(parameter -> parameter.id().equals("base"))
            .findFirst()
            .orElseThrow();
    for (int year = 2024; year <= 2026; year++) {
      assertThat(base.at(LocalDate.of(year, 1, 1), "140404").orElseThrow().value())
          .isEqualTo(BigDecimal.valueOf(123 + 20L * (year - 2024)));
    }
    assertThat(base.at(LocalDate.of(2023, 12, 31), "140404")).isEmpty();
  }

  @Test
  void B01_a_wrong_example_is_named_with_both_values() throws IOException {
    assertThat(changed("dibao", "benefit.yaml", "amount: 220", "amount: 221"))
        .singleElement()
        .satisfies(notice ->
            assertThat(notice.english())
                .isEqualTo(
                    "dibao/benefit.yaml 示例 / example “a rural family of three” “amount”:"
                        + " expected 221, got 220."));
  }

  @Test
  void B02_a_gap_in_a_table_is_named_with_a_case() throws IOException {
    assertThat(changed("elder-care", "model.dmn", "[80..90)", "(80..90)"))
        .extracting(DecisionNotice::code)
        .contains("table-gap");
  }

  @Test
  void B03_a_name_nobody_declared_is_refused() throws IOException {
    assertThat(
            changed(
                "dibao",
                "model.dmn",
                "person.income_per_head &lt; standard then",
                "income &lt; standard then"))
        .first()
        .satisfies(
            notice -> assertThat(notice.english()).contains("no variable or function “income”"));
  }

  @Test
  void B04_a_figure_without_source_must_say_example() throws IOException {
    assertThat(changed("dibao", "benefit.yaml", "value: 50, example: true", "value: 50"))
        .isNotEmpty()
        .allSatisfy(notice -> assertThat(notice.code()).isEqualTo("schema"));
  }

  @Test
  void B05_a_model_that_is_no_xml_or_brings_a_dtd_is_refused() throws IOException {
    assertThat(
            changed(
                "dibao",
                "model.dmn",
                "<definitions",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hosts\">]><definitions"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.code()).isEqualTo("dmn-xml"));
  }
}
