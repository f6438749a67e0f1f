package org.ronghe.benchmarks.rule;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.ronghe.engines.rule.Decision;
import org.ronghe.engines.rule.Decisions;
import org.ronghe.engines.rule.Outcome;
import org.ronghe.sources.decision.DmnReader;

/// One table of ten rules asked by our engine, with the explanation on, and by KIE DMN, in turns,
/// in one process, on one thread. Prints evaluations per second of processor time, each round, and
/// the ratio. `java … RuleRace [rounds]`.
public final class RuleRace {
  private static final int CASES = 4_096;
  private static final String[][] RULES = {
    {"< 6", "-", "\"none\""},
    {"[6..16)", "-", "\"school\""},
    {"[16..60)", "< 600", "\"dibao\""},
    {"[16..60)", "[600..900)", "\"edge\""},
    {"[16..60)", ">= 900", "\"none\""},
    {"[60..70)", "< 600", "\"pension and dibao\""},
    {"[60..70)", ">= 600", "\"pension\""},
    {"[70..80)", "-", "\"pension\""},
    {"[80..90)", "-", "\"allowance\""},
    {">= 90", "-", "\"care\""}
  };

  private RuleRace() {}

  /// @param arguments how many rounds, 12 when none is given
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12;
    Path file = Files.createTempFile("ten-rules", ".dmn");
    try {
      Files.writeString(file, model(), StandardCharsets.UTF_8);
      race(file, rounds, System.out);
    } finally {
      Files.delete(file);
    }
  }

  private static void race(Path file, int rounds, PrintStream out) throws IOException {
    Decision ours =
        Decisions.compile(DmnReader.read(file, "ten-rules.dmn").model().orElseThrow())
            .decision("result")
            .orElseThrow();
    Kie kie = Kie.of(file);
    List<Map<String, Object>> cases = cases();
    for (Map<String, Object> one : cases) {
      Object theirs = kie.all(one).get("result");
      if (!String.valueOf(ours.evaluate(one).value()).equals(String.valueOf(theirs))) {
        throw new IllegalStateException("they differ on " + one);
      }
    }
    ToLongFunction<Map<String, Object>> explained =
        one -> {
          Outcome outcome = ours.evaluate(one);
          return outcome.fired().getFirst().rules().getFirst()
              + String.valueOf(outcome.value()).length();
        };
    ToLongFunction<Map<String, Object>> asked =
        one ->
            String.valueOf(kie.evaluated(one).getDecisionResults().getFirst().getResult()).length();
    double[] ratios = new double[rounds];
    double[] mine = new double[rounds];
    double[] theirs = new double[rounds];
    for (int round = -3; round < rounds; round++) {
      double a = perSecond(explained, cases, 1_500_000);
      double b = perSecond(asked, cases, 150_000);
      if (round >= 0) {
        mine[round] = a;
        theirs[round] = b;
        ratios[round] = a / b;
        out.printf(
            Locale.ROOT,
            "round %2d  ronghe %,11.0f/s  kie %,9.0f/s  ratio %5.1f%n",
            round + 1,
            a,
            b,
            a / b);
      }
    }
    out.printf(
        Locale.ROOT,
        "median    ronghe %,11.0f/s  kie %,9.0f/s  ratio %5.1f (lowest %.1f, highest %.1f)%n",
        median(mine),
        median(theirs),
        median(ratios),
        Arrays.stream(ratios).min().orElse(0),
        Arrays.stream(ratios).max().orElse(0));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double perSecond(
      ToLongFunction<Map<String, Object>> engine, List<Map<String, Object>> cases, int count) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long sum = 0;
    long from = clock.getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      sum += engine.applyAsLong(cases.get(i & (CASES - 1)));
    }
    long spent_ns = clock.getCurrentThreadCpuTime() - from;
    if (sum == 42) {
      throw new IllegalStateException("never, but the compiler does not know");
    }
    return count * 1e9 / spent_ns;
  }

  private static List<Map<String, Object>> cases() {
    Random random = new Random(3);
    List<Map<String, Object>> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(
          Map.of(
              "age", BigDecimal.valueOf(random.nextInt(105)),
              "income", BigDecimal.valueOf(random.nextInt(150_000), 2)));
    }
    return cases;
  }

  private static String model() {
    StringBuilder rules = new StringBuilder();
    for (String[] rule : RULES) {
      rules
          .append("<rule><inputEntry><text>")
          .append(escaped(rule[0]))
          .append("</text></inputEntry><inputEntry><text>")
          .append(escaped(rule[1]))
          .append("</text></inputEntry><outputEntry><text>")
          .append(rule[2])
          .append("</text></outputEntry></rule>");
    }
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="ten" namespace="urn:ten">
    <inputData id="a" name="age"><variable name="age" typeRef="number"/></inputData>
    <inputData id="i" name="income"><variable name="income" typeRef="number"/></inputData>
    <decision id="r" name="result"><variable name="result" typeRef="string"/>
    <informationRequirement><requiredInput href="#a"/></informationRequirement>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <decisionTable hitPolicy="UNIQUE">
    <input><inputExpression typeRef="number"><text>age</text></inputExpression></input>
    <input><inputExpression typeRef="number"><text>income</text></inputExpression></input>
    <output typeRef="string"/>\
    """
        + rules
        + "</decisionTable></decision></definitions>";
  }

  private static String escaped(String text) {
    return text.replace("<", "&lt;");
  }
}
