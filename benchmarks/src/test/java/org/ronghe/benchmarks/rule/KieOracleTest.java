package org.ronghe.benchmarks.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.rule.Decision;
import org.ronghe.engines.rule.Decisions;
import org.ronghe.engines.rule.TableCases;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.engines.rule.feel.Trace;
import org.ronghe.engines.rule.feel.Values;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.sources.benefit.BenefitFolder;
import org.ronghe.sources.benefit.BenefitReader;

/// Every shipped decision model, asked by both engines: the same value for every decision, on
/// inputs that hit every rule of every table and on random ones.
class KieOracleTest {
  private static final Path BENEFITS = Path.of("../packs/benefits");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final int ROUNDS = 1_000;

  @Test
  void A01_every_benefit_decides_as_kie_does() throws IOException {
    BenefitFolder read = BenefitReader.read(BENEFITS);
    assertThat(read.notices()).isEmpty();
    assertThat(read.benefits()).hasSizeGreaterThanOrEqualTo(8);
    for (Benefit benefit : read.benefits()) {
      Kie kie = Kie.of(BENEFITS.resolve(benefit.id()).resolve("model.dmn"));
      Decisions ours = Decisions.compile(benefit.model());
      BenefitRules rules = BenefitRules.compile(benefit, new ArrayList<>()).orElseThrow();
      Map<String, ?> parameters = rules.figures(DAY, "140404").values();
      Random random = new Random(7);
      TableCases hit = new TableCases();
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("person", person(rules.fields(), random));
        inputs.put("parameters", parameters);
        inputs.put("day", DAY.plusDays(random.nextInt(300)));
        same(benefit.id(), kie, ours, inputs, hit);
      }
      assertThat(hit.never(benefit.model())).as("rules of %s no case hit", benefit.id()).isEmpty();
    }
  }

  /// The one difference on purpose: a value that is not among those its column allows. KIE notes an
  /// error and gives the table's default; to us nothing is decided, and the trace says why.
  @Test
  void B01_a_value_that_is_not_allowed_decides_nothing() throws IOException {
    Benefit care =
        BenefitReader.read(BENEFITS).benefits().stream()
            .filter(benefit -> benefit.id().equals("elder-care"))
            .findFirst()
            .orElseThrow();
    BenefitRules rules = BenefitRules.compile(care, new ArrayList<>()).orElseThrow();
    Map<String, @Nullable Object> person = person(rules.fields(), new Random(1));
    person.put("care_need", "something else");
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("person", person);
    inputs.put("parameters", rules.figures(DAY, "140404").values());
    inputs.put("day", DAY);
    var outcome = Decisions.compile(care.model()).decision("care").orElseThrow().evaluate(inputs);
    assertThat(outcome.value()).isNull();
    assertThat(outcome.fired().getLast().fault()).isEqualTo(Trace.Fault.INPUT_NOT_ALLOWED);
    Kie kie = Kie.of(BENEFITS.resolve("elder-care").resolve("model.dmn"));
    assertThat(kie.all(inputs).get("care")).isEqualTo(BigDecimal.ZERO);
  }

  private static void same(
      String id, Kie kie, Decisions ours, Map<String, @Nullable Object> inputs, TableCases hit) {
    Map<String, @Nullable Object> theirs = kie.all(inputs);
    for (Decision decision : ours.decisions()) {
      var outcome = decision.evaluate(inputs);
      hit.add(outcome);
      Object expected = theirs.get(decision.name());
      assertThat(Values.equal(outcome.value(), expected))
          .as(
              "%s %s %s: KIE says %s, we say %s",
              id, decision.name(), inputs, Text.of(expected), Text.of(outcome.value()))
          .isTrue();
    }
  }

  private static Map<String, @Nullable Object> person(Map<String, String> fields, Random random) {
    Map<String, @Nullable Object> person = new HashMap<>();
    fields.forEach((name, type) -> person.put(name, value(name, type, random)));
    return person;
  }

  private static Object value(String name, String type, Random random) {
    return switch (type) {
      case "boolean" ->
          random.nextInt(
                      name.contains("employee") || name.contains("poverty") || name.equals("orphan")
                          ? 5
                          : 2)
                  == 0
                  == !name.contains("hukou")
              || (name.contains("hukou") && random.nextInt(3) > 0);
      case "date" -> LocalDate.of(1915, 1, 1).plusDays(random.nextInt(40_000));
      case "number" -> number(name, random);
      default -> text(name, random);
    };
  }

  private static BigDecimal number(String name, Random random) {
    return switch (name) {
      case "hospital_level" -> BigDecimal.valueOf(random.nextInt(4));
      case "disability", "school_children" -> BigDecimal.valueOf(random.nextInt(5));
      case "months_here" -> BigDecimal.valueOf(random.nextInt(14));
      case "pension_years", "years_posted" -> BigDecimal.valueOf(random.nextInt(25));
      case "income_per_head" -> BigDecimal.valueOf(random.nextInt(200_000), 2);
      default -> BigDecimal.valueOf(random.nextInt(9_000_000), 2);
    };
  }

  private static String text(String name, Random random) {
    List<String> words =
        switch (name) {
          case "emergency" -> List.of("none", "accident", "illness", "education");
          case "care_need" -> List.of("none", "mild", "moderate", "severe");
          case "posting" -> List.of("none", "three-supports", "tech-envoy", "introduced");
          case "degree" -> List.of("none", "bachelor", "master", "doctor");
          case "works_in" -> List.of("none", "village", "township", "county");
          default -> List.of("140404001001");
        };
    return words.get(random.nextInt(words.size()));
  }
}
