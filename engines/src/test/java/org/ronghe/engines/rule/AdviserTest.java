package org.ronghe.engines.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionModel.Declared;
import org.ronghe.model.decision.DeclaredDecision;
import org.ronghe.model.decision.HitPolicy;

/// You can; you lack X; this would change it.
class AdviserTest {
  private static final DecisionModel PENSION = pension();

  private static DecisionModel pension() {
    List<Declared> inputs =
        List.of(
            new Declared("birth", "date", ""),
            new Declared("years", "number", ""),
            new Declared("employee", "boolean", ""),
            new Declared("day", "date", ""));
    Boxed age = new Boxed.Literal("years and months duration(birth, day).years");
    Boxed.Table table =
        new Boxed.Table(
            HitPolicy.UNIQUE,
            List.of(
                new Boxed.InputColumn("", "employee", "boolean", ""),
                new Boxed.InputColumn("", "age", "number", ""),
                new Boxed.InputColumn("", "years", "number", "")),
            List.of(new Boxed.OutputColumn("", "boolean", "", "false")),
            List.of(),
            List.of(
                new Boxed.Rule(
                    "", List.of("false", ">= 60", ">= 15"), List.of("true"), List.of())));
    return new DecisionModel(
        "pension.dmn",
        "pension",
        "urn:p",
        List.of(),
        inputs,
        List.of(
            new DeclaredDecision("age", "number", "", List.of("birth", "day"), age),
            new DeclaredDecision(
                "eligible", "boolean", "", List.of("employee", "age", "years"), table)),
        List.of(),
        List.of());
  }

  private static Advice advise(
      @Nullable LocalDate birth, @Nullable Integer years, boolean employee) {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("birth", birth);
    inputs.put("years", years == null ? null : BigDecimal.valueOf(years));
    inputs.put("employee", employee);
    inputs.put("day", LocalDate.of(2025, 6, 1));
    Decision eligible = Decisions.compile(PENSION).decision("eligible").orElseThrow();
    return Adviser.yesOrNo(eligible, Set.of("birth")).advise(inputs);
  }

  @Test
  void A01_you_can() {
    assertThat(advise(LocalDate.of(1965, 6, 1), 15, false))
        .isEqualTo(new Advice(true, List.of(), List.of()));
  }

  @Test
  void A02_too_few_years_the_smallest_change_is_named() {
    Advice advice = advise(LocalDate.of(1960, 1, 1), 12, false);
    assertThat(advice.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.path()).isEqualTo("years");
          assertThat(change.to()).isEqualTo(BigDecimal.valueOf(15));
          assertThat(change.words().zh()).isEqualTo("years 由 12 变为 15");
        });
  }

  @Test
  void A03_a_day_too_young_wait_until_the_birthday() {
    Advice advice = advise(LocalDate.of(1965, 6, 2), 15, false);
    assertThat(advice.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.path()).isEqualTo("day");
          assertThat(change.to()).isEqualTo(LocalDate.of(2025, 6, 2));
        });
  }

  @Test
  void A04_what_is_not_known_is_named() {
    Advice advice = advise(LocalDate.of(1960, 1, 1), null, false);
    assertThat(advice.missing()).containsExactly("years");
    assertThat(advice.changes()).extracting(Advice.Change::path).containsExactly("years");
  }

  @Test
  void A05_two_things_wrong_no_single_change_helps() {
    assertThat(advise(LocalDate.of(1960, 1, 1), 3, true).changes()).isEmpty();
  }
}
