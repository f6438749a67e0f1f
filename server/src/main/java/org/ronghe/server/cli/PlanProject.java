package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.people.Cohorts;
import org.ronghe.engines.people.Projection;
import org.ronghe.engines.people.Projection.Step;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.AgeSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./ronghe plan project`.
@Command(
    name = "project",
    mixinStandardHelpOptions = true,
    description = "人口预测（队列要素法）/ project people by sex and age: births, deaths, moves in and out")
final class PlanProject implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--census",
      required = true,
      paramLabel = "F",
      description = "普查表 / CSV: [place,]age,sex,people")
  private Path census = Path.of("");

  @Option(
      names = "--rates",
      required = true,
      paramLabel = "F",
      description =
          "率表 / CSV: [place,][year,]age,sex, survival or death_rate, fertility, arriving, leaving,"
              + " leaving_rate")
  private Path rates = Path.of("");

  @Option(
      names = "--years",
      required = true,
      paramLabel = "N",
      description = "预测多少年，年龄组宽度的倍数 / how many years on, a multiple of the age groups' width")
  private int years;

  @Option(
      names = "--from",
      paramLabel = "YEAR",
      description = "普查年份（缺省 0）/ year of the census (default: 0)")
  private int from;

  @Option(
      names = "--sex-ratio",
      paramLabel = "N",
      description = "出生性别比，男/女（缺省 1.05）/ boys per girl at birth (default: 1.05)")
  private double sexRatio = 1.05;

  @Option(
      names = "--out",
      paramLabel = "F",
      description = "写入 place,year,age,sex,people（缺省打印）/ write there (default: print it)")
  private @Nullable Path out;

  @Option(
      names = "--json",
      description = "每步的出生、死亡、迁移 / births, deaths and moves of each step as JSON; needs --out")
  private boolean json;

  @Override
  public Integer call() {
    if (years < 0 || !(sexRatio > 0) || (json && out == null)) {
      throw new ParameterException(
          spec.commandLine(),
          Words.say(
              "--years 不小于 0，--sex-ratio 大于 0，--json 需要 --out。",
              "--years must be at least 0, --sex-ratio above 0; --json needs --out."));
    }
    PlanTables.check(out);
    PlanTables tables = new PlanTables();
    CensusCohorts start =
        new CensusCohorts(
            tables.take(AgeSheet.read(census, "people", List.of("people"))), census.toString());
    RateTables given =
        new RateTables(
            tables.take(AgeSheet.read(rates, null, RateTables.COLUMNS)), rates.toString(), start);
    if (years % start.width() != 0) {
      throw new ParameterException(
          spec.commandLine(),
          Words.say(
              "--years " + years + " 不是年龄组宽度 " + start.width() + " 的倍数。",
              "--years "
                  + years
                  + " is no multiple of the age groups, "
                  + start.width()
                  + " years wide."));
    }
    List<String> lines = new ArrayList<>(List.of("place,year,age,sex,people"));
    List<Map<String, Object>> account = new ArrayList<>();
    start.places().forEach((place, cohorts) -> project(place, cohorts, given, lines, account));
    PlanTables.write(out, spec.commandLine().getOut(), lines);
    tables.print(spec.commandLine().getErr());
    if (out != null) {
      new Terminal(spec.commandLine(), json)
          .answer(
              account,
              Words.say(
                  "已写入 " + (lines.size() - 1) + " 行到 " + out + "。",
                  "Wrote " + (lines.size() - 1) + " rows to " + out + "."));
    }
    return Commands.DONE;
  }

  private void project(
      String place,
      Cohorts cohorts,
      RateTables given,
      List<String> lines,
      List<Map<String, Object>> account) {
    int width = cohorts.width();
    add(lines, place, from, cohorts);
    var outcome =
        Projection.of(
            cohorts, step -> given.of(place, from + step * width, sexRatio), years / width);
    switch (outcome) {
      case Projection.Projected projected -> {
        int year = from;
        for (Step step : projected.steps()) {
          year += width;
          add(lines, place, year, step.people());
          account.add(row(place, year, step));
        }
      }
      case Projection.MoreLeave more -> throw moreLeave(place, width, more);
    }
  }

  private Refusal moreLeave(String place, int width, Projection.MoreLeave more) {
    int year = from + (more.step() + 1) * width;
    String who = more.group() * width + (more.women() ? " F" : " M");
    return new Refusal(
        "more-leave-than-live",
        place + " 到 " + year + " 年，年龄组 " + who + " 迁出的人比住着的多。",
        place + ": by " + year + " more people of age " + who + " leave than live there.",
        "核对 leaving（每年人数）或 leaving_rate（每年占在住人口的比例）。",
        "Check leaving (people per year) or leaving_rate (share of those present, per year).");
  }

  private static void add(List<String> lines, String place, int year, Cohorts cohorts) {
    double[] female = cohorts.female();
    double[] male = cohorts.male();
    for (int sex = 0; sex < 2; sex++) {
      double[] people = sex == 0 ? female : male;
      for (int group = 0; group < people.length; group++) {
        lines.add(
            "%s,%d,%d,%s,%s"
                .formatted(
                    PlanTables.cell(place),
                    year,
                    group * cohorts.width(),
                    sex == 0 ? "F" : "M",
                    PlanTables.number(people[group])));
      }
    }
  }

  private static Map<String, Object> row(String place, int year, Step step) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("place", place);
    result.put("year", year);
    result.put("people", step.people().total());
    result.put("births", step.girls() + step.boys());
    result.put("deaths", step.deaths());
    result.put("arriving", step.arriving());
    result.put("leaving", step.leaving());
    return result;
  }
}
