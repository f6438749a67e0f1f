package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.tour.ArcCheck;
import org.ronghe.engines.tour.ArcProblem;
import org.ronghe.engines.tour.ArcSearch;
import org.ronghe.engines.tour.ArcTour;
import org.ronghe.engines.tour.Fault;
import org.ronghe.engines.tour.FleetProblem;
import org.ronghe.engines.tour.ProblemCheck;
import org.ronghe.engines.tour.Tour;
import org.ronghe.engines.tour.TourCheck;
import org.ronghe.engines.tour.TourSearch;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.search.Interruption;
import org.ronghe.server.tour.Fleet;
import org.ronghe.server.tour.Instances;
import org.ronghe.server.tour.Schedule;
import org.ronghe.server.tour.SolutionText;
import org.ronghe.server.tour.TourClock;
import org.ronghe.sources.tour.Rounding;
import org.ronghe.sources.tour.RoutingFile;
import org.ronghe.sources.tour.StreetFile;
import org.ronghe.sources.tour.StreetReader;
import org.ronghe.sources.tour.TourFileFault;
import org.ronghe.sources.tour.VrpReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./ronghe plan tour`.
@Command(
    name = "tour",
    mixinStandardHelpOptions = true,
    description = {
      "线路：谁去哪里、按什么顺序 / tours: who drives where, in which order",
      "Ctrl-C 写出当时最好的线路，退出码 130 / Ctrl-C writes the best so far (exit code 130)"
    })
final class PlanTour implements Callable<Integer> {
  private static final double DEFAULT_s = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cvrplib",
      paramLabel = "F.vrp",
      description = "CVRPLIB/LKH 的 .vrp，或 Solomon 文本 / an instance of CVRPLIB or LKH, or Solomon's")
  private @Nullable Path cvrplib;

  @Option(
      names = "--carp",
      paramLabel = "F.dat",
      description = "街道收运：CARPLIB 或 MCGRP 的 .dat / along streets: an instance of CARPLIB or MCGRP")
  private @Nullable Path carp;

  @Option(
      names = "--matrix",
      paramLabel = "F",
      description = "路程表 from_id,to_id,seconds,metres / travel matrix, as plan matrix writes it")
  private @Nullable Path matrix;

  @Option(
      names = "--stops",
      paramLabel = "F",
      description = "停靠点 CSV：id,demand[,service_s,open,close,kind] / stops; kind marks the depot")
  private @Nullable Path stops;

  @Option(
      names = "--fleet",
      paramLabel = "F",
      description = "车队 YAML 或 CSV，见 docs/engines/tour.md / the vehicles there are")
  private @Nullable Path fleet;

  @Option(
      names = "--schedule",
      paramLabel = "F.csv",
      description = "另写一张时刻表 / also write when each vehicle is where")
  private @Nullable Path schedule;

  @Option(
      names = "--any-vehicles",
      description = "不限 --carp 文件给的车辆数 / with --carp: more vehicles than the file says may drive")
  private boolean anyVehicles;

  @Option(
      names = "--rounding",
      paramLabel = "R",
      defaultValue = "file",
      description =
          "坐标距离的取整：${COMPLETION-CANDIDATES} / how distances between coordinates are rounded (default: ${DEFAULT-VALUE})")
  private Rounding rounding = Rounding.FILE;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "最多搜索多少秒 / search for at most so long (default: 60, none with --iterations)")
  private @Nullable Double seconds;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description =
          "最多多少轮；同种子同轮数结果相同 / at most so many rounds; the same seed and rounds give the same tour")
  private @Nullable Long iterations;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "随机种子 / seed (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "F.sol",
      required = true,
      description = "写入的文件 / where the solution goes")
  private Path out = Path.of("");

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (seconds != null && !(seconds >= 0) || iterations != null && iterations < 1) {
      throw usage(
          "--seconds 不能为负，--iterations 至少为 1 / --seconds must not be negative, --iterations at least 1");
    }
    check();
    try (Interruption interruption = Interruption.watch()) {
      if (cvrplib != null) {
        return solve(VrpReader.read(cvrplib, rounding), interruption);
      }
      if (carp != null) {
        return solve(StreetReader.read(carp), interruption);
      }
      return solve(
          Fleet.read(
              Objects.requireNonNull(matrix),
              Objects.requireNonNull(stops),
              Objects.requireNonNull(fleet)),
          interruption);
    } catch (TourFileFault fault) {
      throw new Refusal(fault.why());
    }
  }

  private void check() {
    int ways = (cvrplib == null ? 0 : 1) + (carp == null ? 0 : 1) + (matrix == null ? 0 : 1);
    boolean own = matrix != null && stops != null && fleet != null;
    boolean part = !own && (matrix != null || stops != null || fleet != null);
    if (ways != 1 || part) {
      throw usage(
          "需要 --cvrplib、--carp，或 --matrix、--stops、--fleet 三者"
              + " / one of --cvrplib, --carp, or all of --matrix, --stops, --fleet is needed");
    }
    if (schedule != null && carp != null) {
      throw usage("--carp 没有时刻表 / there is no --schedule with --carp");
    }
    OutFile.check(out);
    if (schedule != null) {
      OutFile.check(schedule);
    }
  }

  private int solve(RoutingFile file, Interruption interruption) {
    file.remarks().forEach(remark -> note(remark.zh(), remark.en()));
    FleetProblem problem = Instances.problem(file);
    List<String> places = IntStream.range(0, file.places()).mapToObj(String::valueOf).toList();
    return solve(file.name(), problem, places, 1, clock(file.scale(), interruption));
  }

  private int solve(Fleet.Read read, Interruption interruption) {
    read.remarks().forEach(remark -> note(remark.zh(), remark.en()));
    return solve("tour", read.problem(), read.places(), read.loadScale(), clock(1, interruption));
  }

  private int solve(
      String name, FleetProblem problem, List<String> places, int loadScale, TourClock clock) {
    refuse(
        Objects.requireNonNullElse(cvrplib, Objects.requireNonNullElse(stops, out)),
        ProblemCheck.faults(problem));
    Tour tour = TourSearch.solve(problem, seed, clock).orElseThrow(PlanTour::none);
    TourCheck.Report report = TourCheck.check(problem, tour);
    if (!report.isSound()) {
      throw new IllegalStateException("a tour that breaks its limits: " + report.faults());
    }
    Schedule times = Schedule.of(problem, report, places, loadScale);
    OutFile.write(out, SolutionText.of(tour, clock.scale(), places));
    if (schedule != null) {
      OutFile.write(schedule, String.join("\n", times.csv()) + "\n");
    }
    String cost = SolutionText.cost(tour.cost(), clock.scale());
    answer(
        name,
        cost,
        tour.routes().size(),
        tour.rounds(),
        clock,
        matrix == null ? List.of() : times.lines());
    return Commands.DONE;
  }

  private int solve(StreetFile file, Interruption interruption) {
    if (file.holdsMore()) {
      note("文件里有多个实例，只解第一个", "the file holds more than one instance; the first is solved");
    }
    ArcProblem problem = Instances.problem(file, !anyVehicles);
    refuse(Objects.requireNonNullElse(carp, out), ArcCheck.faults(problem));
    TourClock clock = clock(1, interruption);
    ArcTour tour = ArcSearch.solve(problem, seed, clock).orElseThrow(PlanTour::none);
    List<Fault> faults = ArcCheck.check(problem, tour);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("a tour that breaks its limits: " + faults);
    }
    OutFile.write(out, SolutionText.of(problem, tour, file.firstJunction()));
    String cost = SolutionText.cost(tour.cost(), 1);
    answer(file.name(), cost, tour.routes().size(), tour.rounds(), clock, List.of());
    return Commands.DONE;
  }

  private void answer(
      String name,
      String cost,
      int routes,
      long rounds,
      TourClock clock,
      List<Schedule.Line> times) {
    double elapsed_s = clock.elapsed_s();
    if (clock.wasInterrupted()) {
      note("已中断，写出当时最好的线路", "interrupted; the best so far is written");
    }
    Terminal terminal = new Terminal(spec.commandLine(), json);
    String took = String.format(Locale.ROOT, "%.1f", elapsed_s);
    terminal.answer(
        new Answer(
            name,
            Double.parseDouble(cost),
            routes,
            rounds,
            elapsed_s,
            clock.wasInterrupted(),
            out.toString(),
            times),
        Words.say(
            "%s：费用 %s，%d 条线路，%d 轮，%s 秒 → %s".formatted(name, cost, routes, rounds, took, out),
            "%s: cost %s, %d routes, %d rounds, %s s → %s"
                .formatted(name, cost, routes, rounds, took, out)));
  }

  private void note(String zh, String en) {
    spec.commandLine().getErr().println("! " + Words.say(zh, en));
  }

  private TourClock clock(int scale, Interruption interruption) {
    double limit =
        seconds != null ? seconds : iterations != null ? Double.MAX_VALUE / 1e18 : DEFAULT_s;
    String words =
        Words.say("  %s 秒，%d 轮，费用 %s", "  %s s, %d rounds, cost %s")
            .replaceFirst("(.*) / (.*)", "$2");
    return new TourClock(
        limit,
        iterations == null ? Long.MAX_VALUE : iterations,
        scale,
        words,
        spec.commandLine().getErr(),
        interruption);
  }

  private static void refuse(Path file, List<Fault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    int shown = Math.min(5, faults.size());
    String zh = faults.stream().limit(shown).map(Fault::zh).collect(Collectors.joining("；"));
    String en = faults.stream().limit(shown).map(Fault::en).collect(Collectors.joining("; "));
    int more = faults.size() - shown;
    throw new Refusal(
        faults.getFirst().code(),
        file + "：" + zh + (more > 0 ? "；另有 " + more + " 处" : "") + "。",
        file + ": " + en + (more > 0 ? "; and " + more + " more" : "") + ".",
        "改正数据，或增加、换用更大的车辆。",
        "Correct the data, or take more or larger vehicles.");
  }

  private static Refusal none() {
    return new Refusal(
        "no-tour",
        "在给定时间内没有找到满足全部限制的线路。",
        "No tour that keeps every limit was found in the time given.",
        "延长 --seconds，增加车辆（--carp 可用 --any-vehicles），或放宽时间窗。",
        "Give more --seconds, more vehicles (--any-vehicles with --carp) or wider time windows.");
  }

  private ParameterException usage(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  record Answer(
      String name,
      double cost,
      int routes,
      long rounds,
      double seconds,
      boolean interrupted,
      String out,
      List<Schedule.Line> schedule) {}
}
