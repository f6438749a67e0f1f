package org.ronghe.engines.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ronghe.model.decision.HitPolicy;

/// Gaps, overlaps and dead rules, each with a case that shows it.
class TableAnalysisTest {
  private static TableAnalysis look(HitPolicy policy, String otherwise, String[]... rules) {
    return TableAnalysis.of(Models.table(Models.table(policy, "", otherwise, rules)));
  }

  @Test
  void A01_a_whole_table_is_silent() {
    assertThat(
            look(HitPolicy.UNIQUE, "", Models.rule("< 60", "1"), Models.rule(">= 60", "2"))
                .notices())
        .isEmpty();
  }

  @Test
  void A02_a_forgotten_boundary_is_a_gap() {
    assertThat(
            look(HitPolicy.UNIQUE, "", Models.rule("< 60", "1"), Models.rule("> 60", "2"))
                .notices())
        .singleElement()
        .satisfies(notice ->
            assertThat(notice.english())
                .isEqualTo("test.dmn answer “a = 60”: no rule matches and there is no default."));
  }

  @Test
  void A03_a_boundary_in_two_rules_is_an_overlap() {
    assertThat(
            look(HitPolicy.UNIQUE, "", Models.rule("<= 60", "1"), Models.rule(">= 60", "2"))
                .notices())
        .singleElement()
        .satisfies(notice ->
            assertThat(notice.english())
                .isEqualTo(
                    "test.dmn answer “a = 60”: rules 1, 2 match, which hit policy U forbids."));
  }

  @Test
  void A04_a_rule_behind_a_wider_one_is_dead() {
    assertThat(
            look(HitPolicy.FIRST, "0", Models.rule("> 1", "1"), Models.rule("> 5", "2")).notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.code()).isEqualTo("table-dead-rule"));
  }

  @Test
  void A05_a_default_fills_gaps_and_any_may_overlap_with_equal_outputs() {
    assertThat(look(HitPolicy.ANY, "0", Models.rule("> 1", "1"), Models.rule("> 5", "1")).notices())
        .isEmpty();
    assertThat(look(HitPolicy.ANY, "0", Models.rule("> 1", "1"), Models.rule("> 5", "2")).notices())
        .isNotEmpty();
  }

  @Test
  void B01_tests_with_variables_are_passed_over_and_named() {
    TableAnalysis analysis = look(HitPolicy.UNIQUE, "", Models.rule("> b", "1"));
    assertThat(analysis.notices()).isEmpty();
    assertThat(analysis.passedOver()).singleElement().asString().contains("“b”");
  }
}
