package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.queue.Estimate;
import org.ronghe.engines.queue.HallReport;
import org.ronghe.engines.queue.HallSimulation;
import org.ronghe.engines.queue.Staffing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./ronghe serve windows`: plays days at a service hall and proposes how many windows to open.
@Command(
    name = "windows",
    mixinStandardHelpOptions = true,
    description =
        "窗口排班：模拟一天的等候，给出每个时段开几个窗口 / staffing of windows: simulated waits, and how many"
            + " windows to open when")
final class ServeWindows implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--hall", required = true, paramLabel = "FILE", description = "大厅文件 / hall file")
  private Path file = Path.of("");

  @Option(
      names = "--within",
      paramLabel = "MIN",
      defaultValue = "15",
      description = "多少分钟内叫号算及时（${DEFAULT-VALUE}）/ minutes that count as prompt")
  private double within_min;

  @Option(
      names = "--share",
      defaultValue = "0.9",
      description = "及时率目标（${DEFAULT-VALUE}）/ share to be called in time")
  private double share;

  @Option(
      names = "--most",
      defaultValue = "30",
      description = "最多窗口数（${DEFAULT-VALUE}）/ windows there is room for")
  private int most;

  @Option(
      names = "--days",
      defaultValue = "200",
      description = "模拟天数（${DEFAULT-VALUE}）/ days to play")
  private int days;

  @Option(names = "--seed", defaultValue = "1", description = "随机种子 / random seed")
  private long seed;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!(share > 0 && share < 1) || days < 2 || !(within_min >= 0) || most < 1) {
      throw new ParameterException(
          spec.commandLine(),
          Words.say(
              "--share 在 0 与 1 之间，--days 至少 2，--within 不小于 0，--most 至少 1。",
              "--share lies between 0 and 1, --days is at least 2, --within at least 0, --most at"
                  + " least 1."));
    }
    HallFile given = HallFile.read(file);
    HallReport today = HallSimulation.play(given.hall(), days, seed, within_min);
    List<Proposal> proposals = new ArrayList<>();
    for (int group = 0; group < given.hall().groups().size(); group++) {
      Staffing.Plan plan =
          Staffing.plan(
              given.hall(), group, new Staffing.Goal(within_min, share, most, days, seed));
      proposals.add(
          new Proposal(
              given.hall().groups().get(group).id(),
              given.hall().groups().get(group).windows(),
              plan));
    }
    Terminal terminal = new Terminal(spec.commandLine(), json);
    if (json) {
      terminal.answer(answer(given, today, proposals), "");
    } else {
      print(terminal, given, today, proposals);
    }
    return Commands.DONE;
  }

  private record Proposal(String group, List<Integer> now, Staffing.Plan plan) {}

  private static Map<String, Object> answer(
      HallFile given, HallReport today, List<Proposal> proposals) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("synthetic", given.synthetic());
    answer.put("opens", given.opens().toString());
    answer.put("interval_min", given.hall().interval_min());
    answer.put("asPlanned", report(today));
    answer.put(
        "proposals",
        proposals.stream()
            .map(one -> {
              Map<String, Object> said = new LinkedHashMap<>();
              said.put("group", one.group());
              said.put("reached", one.plan().reached());
              said.put("windowsNow", one.now());
              said.put("windows", one.plan().windows());
              said.put("report", report(one.plan().report()));
              return said;
            })
            .toList());
    return answer;
  }

  private static Map<String, Object> report(HallReport report) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("days", report.days());
    said.put("within_min", report.within_min());
    said.put("wait_min", estimate(report.wait_min()));
    said.put("prompt", estimate(report.prompt()));
    said.put("overtime_min", estimate(report.overtime_min()));
    said.put(
        "kinds",
        report.kinds().stream()
            .map(kind ->
                Map.of(
                    "kind", kind.kind(),
                    "came", estimate(kind.came()),
                    "left", estimate(kind.left()),
                    "missed", estimate(kind.missed()),
                    "wait_min", estimate(kind.wait_min()),
                    "wait90_min", estimate(kind.wait90_min()),
                    "prompt", estimate(kind.prompt())))
            .toList());
    said.put(
        "groups",
        report.groups().stream()
            .map(group -> Map.of("group", group.group(), "busy", estimate(group.busy())))
            .toList());
    return said;
  }

  /// A mean and its 95 % interval; null where there was nothing to measure.
  private static Map<String, @Nullable Double> estimate(Estimate estimate) {
    Map<String, @Nullable Double> said = new LinkedHashMap<>();
    said.put("mean", finite(estimate.mean()));
    said.put("low95", finite(estimate.low()));
    said.put("high95", finite(estimate.high()));
    return said;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static void print(
      Terminal terminal, HallFile given, HallReport today, List<Proposal> proposals) {
    if (given.synthetic()) {
      terminal.line("合成：文件注明数字为示例。", "Synthetic: the file says its figures are examples.");
    }
    terminal.line(summary("现有排班", "，", today, "分钟"), summary("As planned", ", ", today, "min"));
    for (Proposal one : proposals) {
      terminal.line(
          one.group() + (one.plan().reached() ? "：建议" : "：窗口用尽仍达不到目标"),
          one.group()
              + (one.plan().reached() ? ": proposed" : ": out of reach with all windows open"));
      terminal.line(
          summary("  建议排班", "，", one.plan().report(), "分钟"),
          summary("  Proposed", ", ", one.plan().report(), "min"));
      for (int i = 0; i < one.plan().windows().size(); i++) {
        LocalTime from = given.opens().plusMinutes(Math.round(i * given.hall().interval_min()));
        terminal.said("  " + from + "  " + one.now().get(i) + " → " + one.plan().windows().get(i));
      }
    }
  }

  private static String summary(String title, String comma, HallReport report, String minutes) {
    return String.format(
        Locale.ROOT,
        "%s: %.1f ± %.1f %s%s≤ %.0f %s: %.1f ± %.1f %%",
        title,
        report.wait_min().mean(),
        report.wait_min().halfWidth(),
        minutes,
        comma,
        report.within_min(),
        minutes,
        100 * report.prompt().mean(),
        100 * report.prompt().halfWidth());
  }
}
