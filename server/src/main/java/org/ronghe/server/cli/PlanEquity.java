package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.gap.Inequality;
import org.ronghe.engines.gap.Poverty;
import org.ronghe.engines.gap.Residents;
import org.ronghe.engines.gap.Theil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./ronghe plan equity`.
@Command(
    name = "equity",
    mixinStandardHelpOptions = true,
    description = "均衡度：可达性在人群中分得多均匀 / equity: how evenly access is spread over people")
final class PlanEquity implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--access",
      required = true,
      paramLabel = "F",
      description = "可达性表 / table id,value as plan access writes it")
  private Path access = Path.of("");

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      description = "可达性列 / column of the access (default: value, or the only one beside id)")
  private @Nullable String value;

  @Option(
      names = "--places",
      required = true,
      paramLabel = "F",
      description = "地点表 / places: CSV with id and columns")
  private Path places = Path.of("");

  @Option(
      names = "--population",
      required = true,
      paramLabel = "COLUMN",
      description = "人口列 / column of the people")
  private String population = "";

  @Option(
      names = "--income",
      paramLabel = "COLUMN",
      description =
          "收入列：palma 和 concentration 要用 / column of the income, for palma and concentration")
  private @Nullable String income;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "分组列：theil 分解 / column of the group, to split theil")
  private @Nullable String group;

  @Option(
      names = "--line",
      paramLabel = "N",
      description = "贫困线：fgt0–fgt2 / line of access for fgt0, fgt1, fgt2")
  private @Nullable Double line;

  @Option(
      names = "--ties",
      paramLabel = "by_id|as_given|shared",
      description =
          "收入相同者如何排名（缺省 by_id；R 按行序 as_given）/ how equal incomes are ranked for"
              + " concentration (default: by_id; R takes them as_given, in the order of rows)")
  private Inequality.Ties ties = Inequality.Ties.BY_ID;

  @Option(names = "--json", description = "总是一行 JSON / the answer is JSON in any case")
  private boolean json;

  @Override
  public Integer call() {
    if (line != null && !(line >= 0 && Double.isFinite(line))) {
      throw new ParameterException(
          spec.commandLine(), Words.say("--line 必须不小于 0。", "--line must be at least 0."));
    }
    PlanTables tables = new PlanTables();
    EquityTables read = new EquityTables(tables, access, value, places, population, income, group);
    Map<String, Object> answer = new LinkedHashMap<>();
    Residents residents = read.residents();
    answer.put("places", residents.places().size());
    answer.put("population", residents.people());
    answer.put("mean", residents.meanAccess());
    put(answer, "gini", Inequality.gini(residents), tables);
    if (income != null) {
      put(answer, "palma", Inequality.palma(residents, read.everyone()), tables);
      put(answer, "concentration", Inequality.concentration(residents, ties), tables);
      put(
          answer,
          "concentration_corrected",
          Inequality.correctedConcentration(residents, ties),
          tables);
    }
    theil(answer, residents, tables);
    if (line != null) {
      Poverty poverty = Poverty.of(residents, line);
      answer.put("line", line);
      answer.put("fgt0", poverty.headcount());
      answer.put("fgt1", poverty.gap());
      answer.put("fgt2", poverty.severity());
    }
    put(answer, "coefficient_of_variation", Inequality.variation(residents), tables);
    answer.put("remarks", tables.remarks());
    tables.print(spec.commandLine().getErr());
    new Terminal(spec.commandLine(), true).answer(answer, "");
    return Commands.DONE;
  }

  private static void put(
      Map<String, Object> answer, String name, OptionalDouble number, PlanTables tables) {
    answer.put(name, number.isPresent() ? number.getAsDouble() : null);
    if (number.isEmpty()) {
      tables.remark(name + "-undefined", name + " 无定义。", name + " is undefined here.");
    }
  }

  private void theil(Map<String, Object> answer, Residents residents, PlanTables tables) {
    Theil theil = Theil.of(residents).orElse(null);
    if (theil == null) {
      put(answer, "theil", OptionalDouble.empty(), tables);
      return;
    }
    answer.put("theil", theil.amongReaching());
    answer.put("theil_total", theil.total());
    if (theil.total() != theil.amongReaching()) {
      tables.remark(
          "theil-without-zeros",
          "theil 与 R 相同，只在够得到的人中平均；theil_total 计入够不到的人。",
          "theil is averaged over those who reach anything, as R does; theil_total counts all.");
    }
    if (group != null) {
      answer.put("theil_between", theil.between());
      answer.put("theil_within", theil.within());
      answer.put("theil_groups", groups(theil));
    }
  }

  private static List<Map<String, Object>> groups(Theil theil) {
    List<Map<String, Object>> result = new ArrayList<>();
    for (Theil.Group one : theil.groups()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("group", one.name());
      row.put("population", one.people());
      row.put("mean", one.meanAccess());
      row.put("theil", one.theil());
      row.put("between", one.between());
      row.put("within", one.within());
      result.add(row);
    }
    return result;
  }
}
