package org.ronghe.engines.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.HitPolicy;

/// Every hit policy against a naive reading of the standard's words, on random tables and inputs.
class HitPolicyLawsTest {
  /// One rule: two intervals and an output.
  record Row(int lowA, int highA, int lowB, int highB, int output) {
    boolean matches(int a, int b) {
      return lowA <= a && a <= highA && lowB <= b && b < highB;
    }

    String[] cells() {
      return Models.rule(
          "[" + lowA + ".." + highA + "]", "[" + lowB + ".." + highB + ")", String.valueOf(output));
    }
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Integer> small = Arbitraries.integers().between(0, 6);
    return Combinators.combine(small, small, small, small, Arbitraries.integers().between(1, 4))
        .as((a, b, c, d, out) -> new Row(a, a + b, c, c + d + 1, out))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 400)
  void A01_all_policies_answer_as_the_standard_says(
      @ForAll("rows") List<Row> rows, @ForAll HitPolicy policy) {
    String[][] cells = rows.stream().map(Row::cells).toArray(String[][]::new);
    Boxed.Table table = Models.table(policy, "4, 2, 3, 1", "", cells);
    Decision decision = Decisions.compile(Models.table(table)).decision("answer").orElseThrow();
    for (int a = -1; a < 13; a++) {
      for (int b = -1; b < 14; b++) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("a", BigDecimal.valueOf(a));
        inputs.put("b", BigDecimal.valueOf(b));
        int at = a;
        int and = b;
        List<Integer> outputs =
            rows.stream().filter(row -> row.matches(at, and)).map(Row::output).toList();
        Outcome outcome = decision.evaluate(inputs);
        assertThat(Text.of(outcome.value())).isEqualTo(naive(policy, outputs));
        assertThat(outcome.value()).isEqualTo(decision.value(inputs));
      }
    }
  }

  private static String naive(HitPolicy policy, List<Integer> outputs) {
    if (outputs.isEmpty()) {
      return policy == HitPolicy.COLLECT_COUNT ? "0" : "null";
    }
    List<Integer> ranked = new ArrayList<>(outputs);
    ranked.sort(Comparator.comparing(List.of(4, 2, 3, 1)::indexOf));
    return switch (policy) {
      case UNIQUE -> outputs.size() == 1 ? outputs.getFirst().toString() : "null";
      case ANY -> outputs.stream().distinct().count() == 1 ? outputs.getFirst().toString() : "null";
      case PRIORITY -> ranked.getFirst().toString();
      case FIRST -> outputs.getFirst().toString();
      case COLLECT, RULE_ORDER -> outputs.toString();
      case OUTPUT_ORDER -> ranked.toString();
      case COLLECT_SUM -> String.valueOf(outputs.stream().mapToInt(n -> n).sum());
      case COLLECT_MIN -> String.valueOf(outputs.stream().mapToInt(n -> n).min().orElseThrow());
      case COLLECT_MAX -> String.valueOf(outputs.stream().mapToInt(n -> n).max().orElseThrow());
      case COLLECT_COUNT -> String.valueOf(outputs.size());
    };
  }

  @Property(tries = 300)
  void A02_the_analysis_finds_every_overlap_and_gap(@ForAll("rows") List<Row> rows) {
    String[][] cells = rows.stream().map(Row::cells).toArray(String[][]::new);
    TableAnalysis analysis =
        TableAnalysis.of(Models.table(Models.table(HitPolicy.UNIQUE, "", "", cells)));
    boolean overlap = false;
    for (int a = -1; a < 28; a++) {
      for (int b = -1; b < 30; b++) {
        double at = a / 2.0;
        double and = b / 2.0;
        long hits =
            rows.stream()
                .filter(row ->
                    row.lowA() <= at && at <= row.highA() && row.lowB() <= and && and < row.highB())
                .count();
        overlap |= hits > 1;
      }
    }
    List<String> codes =
        analysis.notices().stream().map(notice -> notice.code()).distinct().toList();
    assertThat(codes.contains("table-overlap")).isEqualTo(overlap);
    assertThat(codes).contains("table-gap");
  }
}
