package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.Advice;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.engines.rule.benefit.Entitlement;
import org.ronghe.engines.rule.benefit.PeopleCell;
import org.ronghe.engines.rule.benefit.Reform;
import org.ronghe.engines.rule.benefit.SyntheticPerson;
import org.ronghe.engines.rule.benefit.SyntheticRegister;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.benefit.BenefitPacks;
import org.ronghe.server.benefit.Cells;
import org.ronghe.server.benefit.PersonFile;
import org.ronghe.server.benefit.ReformFile;
import org.ronghe.server.benefit.RegisterRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./ronghe serve benefits`: what one person is entitled to, line by line; or a whole synthetic
/// register, who is entitled and does not receive it, and what a reform costs.
@Command(
    name = "benefits",
    mixinStandardHelpOptions = true,
    description = {
      "待遇：一个人逐行说明，或全部合成人口、改革成本",
      "Benefits: one person explained line by line, or a whole synthetic register and a reform's cost"
    })
final class ServeBenefits implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--person", paramLabel = "F.json", description = "一个人（JSON）/ one person, as JSON")
  private @Nullable Path person;

  @Option(
      names = "--id",
      paramLabel = "SYN-…",
      description = "合成人口中的一个人 / one person of the synthetic register")
  private @Nullable String id;

  @Option(
      names = "--population",
      paramLabel = "N",
      description = "合成人口的人数 / size of the synthetic register")
  private @Nullable Integer population;

  @Option(
      names = "--county",
      paramLabel = "DIR",
      description = "县数据包（缺省为随附的样例县）/ county package (default: the sample county)")
  private @Nullable Path county;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "D",
      description = "按哪一天的规定 / by the law of this day")
  private String date = "";

  @Option(
      names = "--reform",
      paramLabel = "FILE",
      description = "改革：改动的参数（YAML）/ a reform: changed parameters (YAML)")
  private @Nullable Path reform;

  @Option(
      names = "--out",
      paramLabel = "F.csv",
      description = "逐人逐项写入 CSV / write each entitlement as CSV")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "合成人口的种子（缺省 1）/ seed of the register (default 1)")
  private long seed = 1;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    LocalDate day = Dates.day(spec.commandLine(), "--date", date);
    boolean one = person != null || id != null;
    if (person != null && (id != null || population != null || county != null)
        || (one && (reform != null || out != null))
        || (!one && population == null && county == null)) {
      throw new ParameterException(
          spec.commandLine(),
          Words.say(
              "一个人用 --person 或 --id；全部人口用 --population 或 --county（可加 --reform、--out）。",
              "One person with --person or --id; a register with --population or --county (and --reform,"
                  + " --out)."));
    }
    List<BenefitRules> rules = BenefitPacks.all();
    Terminal terminal = new Terminal(spec.commandLine(), json);
    if (person != null) {
      explain(terminal, rules, PersonFile.read(person, rules), day);
      return Commands.DONE;
    }
    SyntheticRegister register = register(day);
    if (id != null) {
      SyntheticPerson found = found(register, id);
      explain(terminal, rules, new HashMap<>(found.known()), day);
      return Commands.DONE;
    }
    Reform change = reform == null ? null : ReformFile.read(reform, rules);
    run(terminal, rules, register, day, change);
    return Commands.DONE;
  }

  private void run(
      Terminal terminal,
      List<BenefitRules> rules,
      SyntheticRegister register,
      LocalDate day,
      @Nullable Reform change)
      throws IOException {
    refuseMissing(rules, day, register.county());
    if (out != null
        && out.toAbsolutePath().getParent() instanceof Path parent
        && !Files.isDirectory(parent)) {
      throw new Refusal(
          "no-folder",
          "没有文件夹 " + parent + "。",
          "There is no folder " + parent + ".",
          "先建好它。",
          "Make it first.");
    }
    RegisterRun run = new RegisterRun(rules, register, day, change);
    BenefitReport.Clock clock = BenefitReport.Clock.start();
    run.run(out);
    BenefitReport report = new BenefitReport(rules, run, change, day, seed, clock.stop());
    terminal.answer(report.json(), report.words());
  }

  private static void refuseMissing(List<BenefitRules> rules, LocalDate day, String division) {
    for (BenefitRules one : rules) {
      List<org.ronghe.model.pack.Words> missing = one.figures(day, division).missing();
      if (!missing.isEmpty()) {
        throw missing(one, day, missing.getFirst());
      }
    }
  }

  private static Refusal missing(
      BenefitRules one, LocalDate day, org.ronghe.model.pack.Words what) {
    return new Refusal(
        "no-figure",
        "“" + one.benefit().name().zh() + "”的参数“" + what.zh() + "”在 " + day + " 没有数值。",
        "The parameter “"
            + what.en()
            + "” of “"
            + one.benefit().name().en()
            + "” has no figure on "
            + day
            + ".",
        "参数在 packs/benefits/" + one.benefit().file() + "；或许日期写错了？",
        "Parameters are in packs/benefits/"
            + one.benefit().file()
            + "; maybe the date is not the one meant?");
  }

  private SyntheticRegister register(LocalDate day) {
    Path folder =
        county == null
            ? Path.of(System.getProperty("ronghe.home", "."), "counties", "shangdang")
            : county;
    if (!Files.exists(folder.resolve("county.yaml"))) {
      throw new Refusal(
          "no-county",
          folder + " 不是县数据包。",
          folder + " is no county package.",
          "县数据包里有 county.yaml。",
          "A county package holds county.yaml.");
    }
    List<PeopleCell> cells = Cells.of(folder);
    long all = cells.stream().mapToLong(PeopleCell::count).sum();
    int size = population == null ? Math.toIntExact(Math.min(all, 50_000_000)) : population;
    if (size < 1 || size > 50_000_000) {
      throw new ParameterException(
          spec.commandLine(),
          Words.say(
              "--population 应在 1 与 50000000 之间。", "--population must be between 1 and 50000000."));
    }
    return new SyntheticRegister(cells, size, seed, day);
  }

  private static SyntheticPerson found(SyntheticRegister register, String id) {
    return register
        .find(id)
        .orElseThrow(() ->
            new Refusal(
                "no-person",
                "合成人口里没有“" + id + "”。",
                "There is no “" + id + "” in the synthetic register.",
                "编号从 SYN-1000000 到 SYN-" + (1_000_000 + register.size() - 1) + "。",
                "Ids run from SYN-1000000 to SYN-" + (1_000_000 + register.size() - 1) + "."));
  }

  private static void explain(
      Terminal terminal,
      List<BenefitRules> rules,
      Map<String, @Nullable Object> person,
      LocalDate day) {
    String division = String.valueOf(person.get("division"));
    List<Explained> all = new ArrayList<>();
    for (BenefitRules one : rules) {
      BenefitRules.Figures figures = one.figures(day, division);
      if (!figures.missing().isEmpty()) {
        throw missing(one, day, figures.missing().getFirst());
      }
      Advice advice = one.advise(person, figures);
      all.add(new Explained(one.explain(person, figures), advice));
    }
    PersonReport report = new PersonReport(person, day, all);
    terminal.answer(report.json(), report.words());
  }

  /// A benefit explained, and what would change it.
  record Explained(Entitlement entitlement, Advice advice) {}
}
