package org.ronghe.server.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.engines.rule.benefit.Reform;
import org.ronghe.engines.rule.benefit.Tally;
import org.ronghe.engines.rule.benefit.Tally.Sum;
import org.ronghe.server.benefit.RegisterRun;

/// What a synthetic register gets, for people and for scripts.
final class BenefitReport {
  private final List<BenefitRules> rules;
  private final RegisterRun run;
  private final @Nullable Reform reform;
  private final LocalDate day;
  private final long seed;
  private final Clock.Spent spent;

  BenefitReport(
      List<BenefitRules> rules,
      RegisterRun run,
      @Nullable Reform reform,
      LocalDate day,
      long seed,
      Clock.Spent spent) {
    this.rules = rules;
    this.run = run;
    this.reform = reform;
    this.day = day;
    this.seed = seed;
    this.spent = spent;
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("synthetic", true);
    result.put("label", "合成 / synthetic");
    result.put("date", day.toString());
    result.put("seed", seed);
    result.put("people", run.before().people());
    result.put("seconds", spent.wall_s());
    result.put("cpuSeconds", spent.cpu_s());
    List<Map<String, @Nullable Object>> benefits = new ArrayList<>();
    for (BenefitRules one : rules) {
      benefits.add(benefit(one));
    }
    result.put("benefits", benefits);
    if (reform != null) {
      result.put("reform", reformed(reform));
    }
    return result;
  }

  private Map<String, @Nullable Object> benefit(BenefitRules one) {
    String id = one.benefit().id();
    Map<String, @Nullable Object> result = sum(run.before().benefits().getOrDefault(id, new Sum()));
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("id", id);
    shown.put("name", one.benefit().name());
    shown.putAll(result);
    shown.put("byTownship", sums(run.before().byTownship(), id));
    shown.put("byAge", sums(run.before().byAge(), id));
    shown.put("byPlace", sums(run.before().byPlace(), id));
    return shown;
  }

  private static Map<String, @Nullable Object> sums(Map<String, Map<String, Sum>> all, String id) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    all.getOrDefault(id, Map.of()).forEach((key, sum) -> result.put(key, sum(sum)));
    return result;
  }

  private static Map<String, @Nullable Object> sum(Sum sum) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("eligible", sum.eligible());
    result.put("undecided", sum.undecided());
    result.put("foundBeforeAsked", sum.foundBeforeAsked());
    result.put("annual_yuan", yuan(sum.annual_yuan()));
    return result;
  }

  private Map<String, @Nullable Object> reformed(Reform change) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("name", change.name().zh());
    result.put("changes", change.changes());
    List<Map<String, @Nullable Object>> costs = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (BenefitRules one : rules) {
      if (!change.touches(one)) {
        continue;
      }
      String id = one.benefit().id();
      Map<String, @Nullable Object> cost = new LinkedHashMap<>();
      cost.put("id", id);
      Map<String, @Nullable Object> difference =
          difference(
              run.before().benefits().getOrDefault(id, new Sum()),
              run.after().benefits().getOrDefault(id, new Sum()));
      cost.putAll(difference);
      cost.put("byTownship", differences(run.before().byTownship(), run.after().byTownship(), id));
      cost.put("byAge", differences(run.before().byAge(), run.after().byAge(), id));
      cost.put("byPlace", differences(run.before().byPlace(), run.after().byPlace(), id));
      costs.add(cost);
      total = total.add((BigDecimal) java.util.Objects.requireNonNull(difference.get("cost_yuan")));
    }
    result.put("benefits", costs);
    result.put("cost_yuan", total);
    return result;
  }

  private static Map<String, @Nullable Object> differences(
      Map<String, Map<String, Sum>> before, Map<String, Map<String, Sum>> after, String id) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    Map<String, Sum> was = before.getOrDefault(id, Map.of());
    Map<String, Sum> is = after.getOrDefault(id, Map.of());
    java.util.TreeSet<String> keys = new java.util.TreeSet<>(was.keySet());
    keys.addAll(is.keySet());
    for (String key : keys) {
      result.put(
          key, difference(was.getOrDefault(key, new Sum()), is.getOrDefault(key, new Sum())));
    }
    return result;
  }

  private static Map<String, @Nullable Object> difference(Sum before, Sum after) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("eligibleBefore", before.eligible());
    result.put("eligibleAfter", after.eligible());
    result.put("beforeYuan", yuan(before.annual_yuan()));
    result.put("afterYuan", yuan(after.annual_yuan()));
    result.put("cost_yuan", yuan(after.annual_yuan().subtract(before.annual_yuan())));
    return result;
  }

  private static BigDecimal yuan(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  String words() {
    StringBuilder text = new StringBuilder();
    Tally tally = run.before();
    text.append(
            Words.say(
                "【合成人口】" + tally.people() + " 人，" + day + "，种子 " + seed,
                "[SYNTHETIC] " + tally.people() + " people, " + day + ", seed " + seed))
        .append(Words.say("，用时 " + spent.wall_s() + " 秒", ", " + spent.wall_s() + " s"))
        .append('\n');
    for (BenefitRules one : rules) {
      Sum sum = tally.benefits().getOrDefault(one.benefit().id(), new Sum());
      text.append("  ")
          .append(PersonReport.say(one.benefit().name()))
          .append(
              Words.say(
                  "：符合 "
                      + sum.eligible()
                      + " 人，其中未享受 "
                      + sum.foundBeforeAsked()
                      + " 人（免申即享），每年 "
                      + yuan(sum.annual_yuan())
                      + " 元",
                  ": "
                      + sum.eligible()
                      + " entitled, "
                      + sum.foundBeforeAsked()
                      + " of them not receiving it (found before asked), "
                      + yuan(sum.annual_yuan())
                      + " yuan a year"))
          .append('\n');
    }
    if (reform != null) {
      reform(reform, text);
    }
    return text.toString().stripTrailing();
  }

  private void reform(Reform change, StringBuilder text) {
    text.append(Words.say("改革：", "Reform: ")).append(PersonReport.say(change.name())).append('\n');
    for (BenefitRules one : rules) {
      if (!change.touches(one)) {
        continue;
      }
      String id = one.benefit().id();
      text.append("  ").append(PersonReport.say(one.benefit().name())).append('\n');
      lines(
          text,
          differences(Map.of(id, run.before().benefits()), Map.of(id, run.after().benefits()), id),
          id);
      lines(text, differences(run.before().byPlace(), run.after().byPlace(), id), "");
      lines(text, differences(run.before().byAge(), run.after().byAge(), id), "");
      lines(text, differences(run.before().byTownship(), run.after().byTownship(), id), "");
    }
  }

  /// @param only the one key to show; empty for all
  private static void lines(
      StringBuilder text, Map<String, @Nullable Object> differences, String only) {
    differences.forEach((key, value) -> {
      if ((only.isEmpty() || key.equals(only)) && value instanceof Map<?, ?> one) {
        text.append("    ")
            .append(key)
            .append("  ")
            .append(one.get("eligibleBefore"))
            .append(" → ")
            .append(one.get("eligibleAfter"))
            .append(Words.say(" 人，", " people, "))
            .append(one.get("cost_yuan"))
            .append(Words.say(" 元/年", " yuan a year"))
            .append('\n');
      }
    });
  }

  /// Time passed, on the wall and on the processors.
  static final class Clock {
    private final long started_ns = System.nanoTime();
    private final long cpu_ns = cpu_ns();

    private Clock() {}

    static Clock start() {
      return new Clock();
    }

    private static long cpu_ns() {
      return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    Spent stop() {
      return new Spent(seconds(System.nanoTime() - started_ns), seconds(cpu_ns() - cpu_ns));
    }

    private static BigDecimal seconds(long ns) {
      return BigDecimal.valueOf(ns, 9).setScale(2, RoundingMode.HALF_UP);
    }

    record Spent(BigDecimal wall_s, BigDecimal cpu_s) {}
  }
}
