package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `./ronghe serve benefits`, typed.
class BenefitStoriesTest {
  private static final String WOMAN =
      """
      {"division":"140404101001","birth":"1953-03-02","local_hukou":true,"employee_pension":false,
       "pension_years":15,"pension_account":6950}
      """;

  @TempDir private Path folder;
  private String before = "";

  @BeforeEach
  void home() {
    before = System.getProperty("ronghe.home", "");
    System.setProperty("ronghe.home", "..");
  }

  @AfterEach
  void back() {
    if (before.isEmpty()) {
      System.clearProperty("ronghe.home");
    } else {
      System.setProperty("ronghe.home", before);
    }
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static JsonNode benefit(JsonNode answer, String id) {
    for (JsonNode one : answer.path("benefits")) {
      if (one.path("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no benefit " + id);
  }

  /// 143 yuan minimum (2025), 10 local, 6950/139 from the account, 5 and 5 for her age.
  @Test
  void A01_a_pension_is_explained_to_the_clause() throws IOException {
    JsonNode answer =
        Typed.ronghe(
                "serve",
                "benefits",
                "--person",
                file("p.json", WOMAN),
                "--date",
                "2025-06-01",
                "--json")
            .json();
    JsonNode pension = benefit(answer, "basic-pension");
    assertThat(pension.path("eligible").asBoolean()).isTrue();
    assertThat(pension.path("amount").asDouble()).isEqualTo(213);
    assertThat(pension.toString()).contains("国发〔2014〕8号 七", "年满60周岁、累计缴费满15年");
  }

  @Test
  void A02_what_is_not_known_is_not_a_no() throws IOException {
    JsonNode answer =
        Typed.ronghe(
                "serve",
                "benefits",
                "--person",
                file("p.json", WOMAN),
                "--date",
                "2025-06-01",
                "--json")
            .json();
    JsonNode dibao = benefit(answer, "dibao");
    assertThat(dibao.path("eligible").isNull()).isTrue();
    assertThat(dibao.path("missing").toString()).contains("income_per_head", "assets_within");
  }

  @Test
  void B01_a_register_is_synthetic_and_always_the_same() {
    JsonNode first =
        Typed.ronghe("serve", "benefits", "--population", "3000", "--date", "2026-06-01", "--json")
            .json();
    JsonNode again =
        Typed.ronghe("serve", "benefits", "--population", "3000", "--date", "2026-06-01", "--json")
            .json();
    assertThat(first.path("synthetic").asBoolean()).isTrue();
    assertThat(first.path("people").asInt()).isEqualTo(3000);
    assertThat(first.path("benefits")).isEqualTo(again.path("benefits"));
  }

  @Test
  void B02_a_reform_costs_what_its_parts_cost_and_every_line_says_synthetic() throws IOException {
    String reform = file("r.yaml", "changes: [{benefit: dibao, parameter: rural, value: 700}]");
    Path out = folder.resolve("o.csv");
    JsonNode cost =
        Typed.ronghe(
                "serve",
                "benefits",
                "--population",
                "3000",
                "--date",
                "2026-06-01",
                "--reform",
                reform,
                "--out",
                out.toString(),
                "--json")
            .json()
            .path("reform")
            .path("benefits")
            .path(0);
    double total = cost.path("cost_yuan").asDouble();
    assertThat(total).isPositive();
    for (String split : List.of("byTownship", "byAge", "byPlace")) {
      double sum = 0;
      for (JsonNode part : cost.path(split)) {
        sum += part.path("cost_yuan").asDouble();
      }
      assertThat(sum).as(split).isCloseTo(total, org.assertj.core.data.Offset.offset(0.01));
    }
    assertThat(cost.path("byPlace").path("town").path("cost_yuan").asDouble()).isZero();
    assertThat(Files.readAllLines(out).stream().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.contains("合成"));
  }

  @Test
  void C01_wrong_input_is_refused_and_named() throws IOException {
    Typed wrong =
        Typed.ronghe(
            "serve",
            "benefits",
            "--person",
            file("q.json", "{\"division\":\"1404\",\"birth\":\"x\"}"),
            "--date",
            "2026-01-01");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("q.json", "birth", "“x”");
    Typed early =
        Typed.ronghe(
            "serve", "benefits", "--person", file("p.json", WOMAN), "--date", "2019-01-01");
    assertThat(early.code()).isEqualTo(1);
    assertThat(early.err()).contains("2019-01-01");
    assertThat(Typed.ronghe("serve", "benefits", "--date", "2026-01-01").code()).isEqualTo(2);
    String reform = file("r.yaml", "changes: [{benefit: dibao, parameter: rurall, value: 700}]");
    Typed unknown =
        Typed.ronghe(
            "serve", "benefits", "--population", "10", "--date", "2026-06-01", "--reform", reform);
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("rurall", "rural");
  }
}
