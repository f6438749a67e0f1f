package org.ronghe.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.Model;
import org.ronghe.engines.site.SiteAnswer;
import org.ronghe.engines.site.SiteQuestion;
import org.ronghe.engines.site.Siting;
import org.ronghe.engines.site.Standing;
import org.ronghe.engines.site.program.SideAnswer;
import org.ronghe.engines.site.program.SidePlan;
import org.ronghe.engines.site.program.SideProgram;
import org.ronghe.office.problem.Refusal;
import org.ronghe.plan.siting.OrTools;
import org.ronghe.server.siting.Case;
import org.ronghe.server.siting.Impossibility;
import org.ronghe.server.siting.SearchWatch;
import org.ronghe.server.siting.SideSheet;
import org.ronghe.server.siting.SideSpec;
import org.ronghe.server.siting.SideWhy;
import org.ronghe.server.siting.SiteSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;

/// `./ronghe plan locate`.
@Command(
    name = "locate",
    mixinStandardHelpOptions = true,
    description = {
      "选址：在哪里建，并给出证明 / siting: where to build, with proof",
      "Ctrl-C 写出当时最好的方案，退出码 130；证明无解时退出码 3"
          + " / Ctrl-C writes the best so far (exit code 130); 3 when there provably is no answer"
    })
final class PlanLocate implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--model",
      paramLabel = "M",
      required = true,
      converter = ModelName.class,
      description = "p-median | p-center | lscp | mclp")
  private Model model = Model.P_MEDIAN;

  @Option(
      names = "--orlib",
      paramLabel = "F",
      description = "OR-Library 的 p-median 文件 / a p-median file of the OR-Library")
  private @Nullable Path orlib;

  @Mixin private LocateTables tables = new LocateTables();

  @Mixin private LocateLimits limits = new LocateLimits();

  @Option(
      names = "--p",
      paramLabel = "N",
      description = "建几处（含保留的）/ how many sites, kept ones counted (--orlib: as the file says)")
  private @Nullable Integer open;

  @Option(
      names = {"--radius", "--standard"},
      paramLabel = "R",
      description = "多远算服务到（lscp、mclp）/ how far counts as reached (lscp, mclp)")
  private @Nullable Double radius;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "最多多少秒 / at most so many seconds (default: ${DEFAULT-VALUE})")
  private double seconds = 60;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "随机种子 / seed (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "F.json",
      required = true,
      description = "写入的文件 / where the answer goes")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    long started_ns = System.nanoTime();
    check();
    PrintWriter err = spec.commandLine().getErr();
    try (SearchWatch watch = SearchWatch.start(seconds, started_ns, err)) {
      if (limits.given()) {
        return planned(watch);
      }
      Case read = read();
      return write(Siting.locate(question(read), watch), read, watch);
    }
  }

  private void check() {
    if (!(seconds > 0)) {
      throw usage("--seconds 必须大于 0 / --seconds must be above 0");
    }
    if (open != null && open < 1) {
      throw usage("--p 至少为 1，不能是 " + open + " / --p is at least 1, not " + open);
    }
    limits.check(spec.commandLine(), radius != null);
    if (limits.given() && orlib != null) {
      throw usage("附加条件需要 --matrix / side constraints need --matrix and --places");
    }
    if (limits.given() && open == null && model != Model.LSCP && !limits.saysHowMany()) {
      throw usage("需要 --p、--budget 或 --phases / --p, --budget or --phases is needed");
    }
    boolean covers = model == Model.LSCP || model == Model.MCLP;
    if (covers && radius == null && !limits.hasProblem()) {
      throw usage("lscp、mclp 需要 --radius / lscp and mclp need --radius");
    }
    if (radius != null && !(radius >= 0)) {
      throw usage("--radius 不能为负 / --radius must not be negative");
    }
    if (tables.half() || (orlib != null) == tables.given()) {
      throw usage("需要 --orlib 或 --matrix 与 --places / one of --orlib, or --matrix and --places");
    }
    OutFile.check(out);
  }

  private Case read() {
    if (orlib != null) {
      return Case.orlib(orlib);
    }
    Case read = tables.read().read();
    tables.tables().print(spec.commandLine().getErr());
    return read;
  }

  private SiteQuestion question(Case read) {
    int sites = open == null ? read.open() : open;
    if (model != Model.LSCP && sites < 1) {
      throw usage("需要 --p / --p is needed");
    }
    refuseAbove(sites, read.distances().sites());
    return new SiteQuestion(
        model,
        read.distances(),
        read.weight(),
        read.fate(),
        Math.max(1, sites),
        radius == null ? Double.POSITIVE_INFINITY : radius,
        seed);
  }

  /// With side constraints: through OR-Tools.
  private int planned(SearchWatch watch) {
    SideSpec side =
        limits.spec(
            tables.tables(),
            tables.demand(),
            tables.fixed(),
            open == null ? -1 : open,
            radius == null ? Double.POSITIVE_INFINITY : radius);
    LocateTables.Tabled tabled = tables.read(side);
    int most = tabled.read().distances().sites();
    for (SideSpec.OneService service : side.services()) {
      refuseAbove(service.open(), most);
    }
    side.phases().forEach(phase -> refuseAbove(phase.open(), most));
    SidePlan plan = new SideTables(side, tabled, tables.tables()).plan(model);
    tables.tables().print(spec.commandLine().getErr());
    OrTools.Engine engine = limits.solver();
    OrTools solver = new OrTools(engine, watch::left_s, () -> watch.stoppedWhile(engine.name()));
    watch.say(engine + ": " + SideProgram.size(plan));
    SiteSheet sheet = new SiteSheet(modelName());
    SiteSheet.Names names = tabled.read().names();
    PrintWriter words = spec.commandLine().getOut();
    int code = Commands.DONE;
    switch (SideProgram.solve(plan, solver)) {
      case SideAnswer.Planned found -> {
        watch.tell(new Standing(found.objective(), found.bound(), 0));
        sheet.standing(
            found.objective(),
            found.bound(),
            new Standing(found.objective(), found.bound(), 0).gap(),
            found.optimal());
        new SideSheet(plan, found, names).write(sheet);
        sheet.with("stopped", stopped(!found.optimal(), watch));
        words.println(summary(found.objective(), found.bound(), found.optimal()));
      }
      case SideAnswer.Infeasible _ -> {
        Impossibility why = SideWhy.of(plan, names, solver);
        sheet.without(false, null).with("reason", why.members());
        words.println("✗ " + Words.say(why.zh(), why.en()));
        code = Commands.FOUND_WRONG;
      }
      case SideAnswer.NothingYet _ -> {
        sheet.without(null, null).with("stopped", stopped(true, watch));
        words.println(Words.say("时间内没有找到方案。", "No answer was found in time."));
      }
    }
    return finish(sheet, watch, code);
  }

  private int finish(SiteSheet sheet, SearchWatch watch, int code) {
    spec.commandLine().getOut().flush();
    sheet.with("seed", seed).with("seconds", Math.round(watch.elapsed_s() * 1000) / 1000.0);
    JsonMapper json =
        JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();
    OutFile.write(out, json.writeValueAsString(sheet.members()) + "\n");
    return code;
  }

  private void refuseAbove(int sites, int candidates) {
    if (model != Model.LSCP && sites > candidates) {
      throw new Refusal(
          "p-above-sites",
          "要建 " + sites + " 处，可选的地点只有 " + candidates + " 个。",
          "There are to be " + sites + " sites, but only " + candidates + " places may be one.",
          "减小 --p，或增加可选地点。",
          "Make --p smaller, or allow more places.");
    }
  }

  private int write(SiteAnswer answer, Case read, SearchWatch watch) {
    SiteSheet sheet = new SiteSheet(modelName());
    PrintWriter words = spec.commandLine().getOut();
    int code = Commands.DONE;
    switch (answer) {
      case SiteAnswer.Located located -> {
        watch.tell(new Standing(located.objective(), located.bound(), located.branches()));
        sheet
            .located(located, read.names())
            .with("stopped", stopped(located.stopped(), watch))
            .with("branches", located.branches());
        words.println(summary(located.objective(), located.bound(), located.optimal()));
      }
      case SiteAnswer.Impossible impossible -> {
        Impossibility why = Impossibility.of(impossible, read.names());
        sheet.without(false, null).with("reason", why.members());
        words.println("✗ " + Words.say(why.zh(), why.en()));
        code = Commands.FOUND_WRONG;
      }
      case SiteAnswer.NothingYet nothing -> {
        sheet.without(null, nothing.bound()).with("stopped", stopped(true, watch));
        words.println(Words.say("时间内没有找到方案。", "No answer was found in time."));
      }
    }
    return finish(sheet, watch, code);
  }

  private static @Nullable String stopped(boolean early, SearchWatch watch) {
    return !early ? null : watch.wasInterrupted() ? "interrupted" : "time";
  }

  private String summary(double objective, double bound, boolean optimal) {
    String figures =
        String.format(
            Locale.ROOT,
            "%s %s%s → %s",
            modelName(),
            number(objective),
            optimal ? "" : (model.maximises() ? " (≤ " : " (≥ ") + number(bound) + ")",
            out);
    return optimal
        ? Words.say("✓ 已证明最优：", "✓ proved optimal: ") + figures
        : Words.say("未证明最优：", "not proved optimal: ") + figures;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private String modelName() {
    return model.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private ParameterException usage(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  /// `p-median`, `p-center` (or `p-centre`), `lscp`, `mclp`.
  static final class ModelName implements ITypeConverter<Model> {
    @Override
    public Model convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "p-median" -> Model.P_MEDIAN;
        case "p-center", "p-centre" -> Model.P_CENTER;
        case "lscp" -> Model.LSCP;
        case "mclp" -> Model.MCLP;
        default ->
            throw new TypeConversionException("“" + value + "”：p-median | p-center | lscp | mclp");
      };
    }
  }
}
