package org.ronghe.engines.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionNotice;

/// What FEEL texts mean; expected values are those the DMN 1.5 standard gives in its chapter 10.
class FeelTest {
  private static String value(String feel) {
    Decisions decisions = Decisions.compile(Models.expression(feel));
    assertThat(decisions.notices()).as(feel).isEmpty();
    Map<String, ?> inputs =
        Map.of("a", Inputs.of(7), "b", "text", "c", Inputs.of(java.util.List.of(1, 2, 3)));
    return Text.of(decisions.decision("answer").orElseThrow().value(inputs));
  }

  private static DecisionNotice refused(String feel) {
    Decisions decisions = Decisions.compile(Models.expression(feel));
    assertThat(decisions.decision("answer")).isEmpty();
    return decisions.notices().getFirst();
  }

  @Test
  void A01_numbers_are_decimal() {
    assertThat(value("0.1 + 0.2 = 0.3")).isEqualTo("true");
    assertThat(value("1 / 3 * 3")).isEqualTo("0.9999999999999999999999999999999999");
    assertThat(value("-2 ** 2")).isEqualTo("4");
    assertThat(value("a / 0")).isEqualTo("null");
    assertThat(value("decimal(2.345, 2)")).isEqualTo("2.34");
  }

  @Test
  void A02_what_is_not_known_stays_unknown() {
    assertThat(value("null and false")).isEqualTo("false");
    assertThat(value("null or false")).isEqualTo("null");
    assertThat(value("a < \"x\"")).isEqualTo("null");
    assertThat(value("if null then 1 else 2")).isEqualTo("2");
  }

  @Test
  void B01_lists_filters_and_loops() {
    assertThat(value("c[item > 1]")).isEqualTo("[2, 3]");
    assertThat(value("c[-1]")).isEqualTo("3");
    assertThat(value("for i in c, j in 1..2 return i * j")).isEqualTo("[1, 2, 2, 4, 3, 6]");
    assertThat(value("some x in c satisfies x > 2")).isEqualTo("true");
    assertThat(value("every x in c satisfies x > 2")).isEqualTo("false");
    assertThat(value("[{k: 1, v: \"p\"}, {k: 2, v: \"q\"}][k = 2].v")).isEqualTo("[\"q\"]");
    assertThat(value("sort(c, function(x, y) x > y)")).isEqualTo("[3, 2, 1]");
  }

  @Test
  void B02_dates_and_durations() {
    assertThat(value("date(\"2024-02-29\") + duration(\"P1Y\")")).isEqualTo("2025-02-28");
    assertThat(value("years and months duration(date(\"1965-06-02\"), date(\"2025-06-01\")).years"))
        .isEqualTo("59");
    assertThat(value("@\"2026-01-31\" - @\"2026-01-01\"")).isEqualTo("P30D");
    assertThat(value("day of week(date(\"2026-11-26\"))")).isEqualTo("Thursday");
  }

  @Test
  void B03_ranges_and_tests() {
    assertThat(value("5 in (1..5]")).isEqualTo("true");
    assertThat(value("5 in [1..5)")).isEqualTo("false");
    assertThat(value("a in (< 5, [7..9])")).isEqualTo("true");
    assertThat(value("a between 7 and 8")).isEqualTo("true");
    assertThat(value("overlaps([1..5], [5..8])")).isEqualTo("true");
  }

  @Test
  void B05_what_makes_no_sense_is_null_and_not_a_guess() {
    assertThat(value("5 in (null..10]")).isEqualTo("null");
    assertThat(value("some x in [1, 2] satisfies if x = 2 then true else \"no\""))
        .isEqualTo("null");
    assertThat(value("round down(5.5, -6112)")).isEqualTo("null");
    assertThat(value("round down(5.5, -6111)")).isEqualTo("0");
    assertThat(value("@\"2021-01-02\" - @\"2021-01-01T10:10:10\"")).isEqualTo("null");
    assertThat(value("range(\"[duration(string(\\\"P1D\\\"))..@\\\"P2D\\\"]\")")).isEqualTo("null");
    assertThat(value("context put(context: {y: {b: 0}}, key: [\"y\", \"b\"], value: 2)"))
        .isEqualTo("null");
    assertThat(value("context put(context: {y: {b: 0}}, keys: [\"y\", \"b\"], value: 2)"))
        .isEqualTo("{y: {b: 2}}");
    assertThat(value("matches(\"h\", \"(.)\\\\3\")")).isEqualTo("null");
    assertThat(value("matches(\"hh\", \"(.)\\\\1\")")).isEqualTo("true");
    assertThat(value("matches(\"ab\", \"\\\\p{ IsBasicLatin}+\", \"x\")")).isEqualTo("true");
  }

  @Test
  void B06_equal_to_the_millisecond_and_ranges_as_they_are_written() {
    assertThat(value("time(\"10:30:00.0001\") = time(\"10:30:00.0002\")")).isEqualTo("true");
    assertThat(value("time(\"10:30:00.001\") = time(\"10:30:00.002\")")).isEqualTo("false");
    assertThat(value("(=10) = (=10)")).isEqualTo("true");
    assertThat(value("(=10) = [10..10]")).isEqualTo("false");
    assertThat(value("overlaps before([1..5], (1..5])")).isEqualTo("true");
    assertThat(value("overlaps after((1..5], [1..5])")).isEqualTo("true");
    assertThat(value("overlaps before([1..6], (1..5])")).isEqualTo("false");
  }

  @Test
  void B07_an_expression_s_own_type_is_kept_to() {
    assertThat(typed("[a]", "number")).isEqualTo("7");
    assertThat(typed("[[a]]", "number")).isEqualTo("null");
    assertThat(typed("\"x\"", "number")).isEqualTo("null");
  }

  private static String typed(String feel, String type) {
    Boxed logic = new Boxed.Typed(new Boxed.Literal(feel), type);
    return Text.of(
        Decisions.compile(Models.model(logic, List.of()))
            .decision("answer")
            .orElseThrow()
            .value(Map.of("a", new BigDecimal(7))));
  }

  @Test
  void B04_names_with_spaces_and_signs() {
    assertThat(value("{monthly income: 3, twice-paid: monthly income * 2}.twice-paid"))
        .isEqualTo("6");
    assertThat(value("string length(\"县域\")")).isEqualTo("2");
  }

  @Test
  void C01_what_is_not_understood_is_refused_and_named() {
    assertThat(refused("a + ").code()).isEqualTo("feel-syntax");
    assertThat(refused("a + unknown").english())
        .isEqualTo("test.dmn answer “a + unknown”: there is no variable or function “unknown”.");
    assertThat(refused("now()").code()).isEqualTo("feel-name");
    assertThat(refused("function(x) external {java: {}}").code()).isEqualTo("feel-external");
    assertThat(refused("count(1, 2)").code()).isEqualTo("feel-arguments");
    assertThat(refused("a instance of tNothing").chinese()).contains("没有名为“tNothing”的类型");
  }

  @Test
  void C02_deep_nesting_and_endless_recursion_end() {
    assertThat(refused("(".repeat(5_000) + "1" + ")".repeat(5_000)).code()).isEqualTo("feel-depth");
    assertThat(value("{f: function(n) f(n + 1), r: f(1)}.r")).isEqualTo("null");
  }
}
