package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ronghe.engines.gap.LandConsumption;
import org.ronghe.engines.gap.LandConsumption.LandRate;
import org.ronghe.engines.gap.LandConsumption.State;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.YearSheet;
import org.ronghe.sources.plan.YearSheet.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./ronghe plan sdg 11.3.1`.
@Command(
    name = "11.3.1",
    aliases = "land-consumption",
    mixinStandardHelpOptions = true,
    description = "土地消耗率与人口增长率之比 / ratio of land consumption rate to population growth rate")
final class SdgLandConsumption implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--table",
      required = true,
      paramLabel = "F",
      description = "CSV: [place,]year,land,people（land 任意面积单位 / land in any unit of area）")
  private Path table = Path.of("");

  @Option(
      names = "--land",
      paramLabel = "COLUMN",
      description = "建成区面积列（缺省 land）/ column of built-up land (default: land)")
  private String land = "land";

  @Option(
      names = "--population",
      paramLabel = "COLUMN",
      description = "人口列（缺省 people）/ column of the people (default: people)")
  private String population = "people";

  @Option(
      names = "--land-rate",
      paramLabel = "simple|logarithmic",
      description =
          "土地增长率：simple 为 2021 年以来的元数据，logarithmic 为此前的 / growth of land: as in the metadata"
              + " since 2021 (simple, default) or before (logarithmic)")
  private LandRate rule = LandRate.SIMPLE;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    PlanTables tables = new PlanTables();
    Map<String, TreeMap<Integer, Row>> places = new TreeMap<>();
    for (Row row : tables.take(YearSheet.read(table, land, population))) {
      places.computeIfAbsent(row.place(), _ -> new TreeMap<>()).put(row.year(), row);
    }
    List<Map<String, Object>> spans = new ArrayList<>();
    places.forEach((place, years) -> spans(place, years, spans, tables));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("indicator", "11.3.1");
    answer.put("spans", spans);
    answer.put("remarks", tables.remarks());
    tables.print(spec.commandLine().getErr());
    Terminal terminal = new Terminal(spec.commandLine(), json);
    terminal.table(
        List.of("place", "from", "to", "land_consumption_rate", "population_growth_rate", "ratio"),
        spans.stream().map(SdgLandConsumption::texts).toList(),
        answer);
    return Commands.DONE;
  }

  /// One span from each year to the next and, where there are more than two, one over all.
  private void spans(
      String place,
      TreeMap<Integer, Row> years,
      List<Map<String, Object>> spans,
      PlanTables tables) {
    if (years.size() < 2) {
      throw new Refusal(
          "one-year-only",
          table + " 中 " + place + " 只有 " + years.firstKey() + " 一年。",
          table + " has " + place + " in one year only, " + years.firstKey() + ".",
          "至少要两年。",
          "It takes two years at least.");
    }
    Row before = null;
    for (Row row : years.values()) {
      if (before != null) {
        spans.add(span(before, row, tables));
      }
      before = row;
    }
    if (years.size() > 2) {
      spans.add(span(years.firstEntry().getValue(), years.lastEntry().getValue(), tables));
    }
  }

  private Map<String, Object> span(Row before, Row after, PlanTables tables) {
    LandConsumption found =
        LandConsumption.of(
            new State(before.land(), before.people()),
            new State(after.land(), after.people()),
            after.year() - before.year(),
            rule);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("place", before.place());
    result.put("from", before.year());
    result.put("to", after.year());
    result.put("land_consumption_rate", found.landRate());
    result.put("population_growth_rate", found.populationRate());
    result.put("ratio", Double.isNaN(found.ratio()) ? null : found.ratio());
    result.put("land_per_person_from", found.landPerPersonBefore());
    result.put("land_per_person_to", found.landPerPersonAfter());
    if (Double.isNaN(found.ratio())) {
      tables.remark(
          "ratio-undefined",
          before.place() + " " + before.year() + "–" + after.year() + " 人口没有变化，比值无定义。",
          before.place()
              + " "
              + before.year()
              + "–"
              + after.year()
              + ": the number of people did not change; there is no ratio.");
    }
    return result;
  }

  private static Map<String, String> texts(Map<String, Object> span) {
    Map<String, String> result = new LinkedHashMap<>();
    span.forEach((name, value) -> result.put(name, value == null ? "-" : value.toString()));
    return result;
  }
}
