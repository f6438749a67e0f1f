package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.gap.RuralAccess;
import org.ronghe.engines.gap.RuralAccess.Home;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.Named;
import org.ronghe.sources.plan.PlaceFile;
import org.ronghe.sources.plan.PlaceTable;
import org.ronghe.sources.plan.RoadLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./ronghe plan sdg 9.1.1`.
@Command(
    name = "9.1.1",
    aliases = "rural-access",
    mixinStandardHelpOptions = true,
    description =
        "农村通达指数：2 公里内有四季通行道路的农村人口比例 / Rural Access Index: share of rural people within 2 km"
            + " of an all-season road")
final class SdgRuralAccess implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--places",
      required = true,
      paramLabel = "F",
      description = "居住地 / CSV: id, lon, lat (WGS-84) and people; or points in GeoJSON")
  private Path places = Path.of("");

  @Option(
      names = "--roads",
      required = true,
      paramLabel = "F",
      description = "道路 GeoJSON，可带 all_season 属性 / roads as GeoJSON, with property all_season")
  private Path roads = Path.of("");

  @Option(
      names = "--population",
      paramLabel = "COLUMN",
      description = "人口列（缺省 population）/ column of the people (default: population)")
  private String population = "population";

  @Option(
      names = "--rural",
      paramLabel = "COLUMN",
      description =
          "农村列，否/no/0/false/城 不计（缺省全算农村）/ column that says who is rural (default: all are)")
  private @Nullable String rural;

  @Option(
      names = "--within",
      paramLabel = "M",
      description = "距离，米（缺省 2000）/ distance in metres (default: 2000)")
  private double within_m = RuralAccess.WITHIN_M;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    if (!(within_m > 0)) {
      throw new ParameterException(
          spec.commandLine(), Words.say("--within 必须大于 0。", "--within must be above 0."));
    }
    PlanTables tables = new PlanTables();
    List<Home> homes = homes(tables, tables.take(PlaceFile.read(places)));
    RuralAccess access = new RuralAccess(tables.take(RoadLines.read(roads)), within_m);
    RuralAccess.Index index = access.of(homes);
    if (Double.isNaN(index.index())) {
      throw new Refusal(
          "nobody-lives-here",
          places + " 没有农村人口。",
          places + " has no rural people.",
          "请核对 --population 和 --rural 的列。",
          "Check the columns of --population and --rural.");
    }
    tables.print(spec.commandLine().getErr());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("indicator", "9.1.1");
    answer.put("rural_population", index.people());
    answer.put("with_access", index.near());
    answer.put("rural_access_index", index.index());
    answer.put("within_m", within_m);
    answer.put("without_access", index.far());
    answer.put("remarks", tables.remarks());
    String percent = "%.1f %%".formatted(100 * index.index());
    new Terminal(spec.commandLine(), json).answer(answer, words(index, percent));
    return Commands.DONE;
  }

  private static String words(RuralAccess.Index index, String percent) {
    String far = index.far().isEmpty() ? "" : Named.first(index.far());
    return Words.say(
        "农村通达指数 "
            + percent
            + "："
            + PlanTables.number(index.people())
            + " 人中 "
            + PlanTables.number(index.near())
            + " 人；不在其内的地点 "
            + index.far().size()
            + " 个 "
            + far,
        "Rural Access Index "
            + percent
            + ": "
            + PlanTables.number(index.near())
            + " of "
            + PlanTables.number(index.people())
            + " people; "
            + index.far().size()
            + " places without access "
            + far);
  }

  private List<Home> homes(PlanTables tables, PlaceTable table) {
    double[] lon = tables.take(table.values("lon"));
    double[] lat = tables.take(table.values("lat"));
    double[] people = tables.take(table.amounts(population));
    List<String> kinds = rural == null ? List.of() : tables.take(table.texts(rural));
    List<String> ids = table.ids();
    List<Home> result = new ArrayList<>();
    for (int n = 0; n < lon.length; n++) {
      if (!(Math.abs(lon[n]) <= 180) || !(Math.abs(lat[n]) <= 90)) {
        throw new Refusal(
            "place-not-degrees",
            places + " 中 " + ids.get(n) + " 的坐标（" + lon[n] + ", " + lat[n] + "）不是经纬度。",
            places
                + ": the coordinates of "
                + ids.get(n)
                + " ("
                + lon[n]
                + ", "
                + lat[n]
                + ") are no degrees.",
            "lon、lat 用 WGS-84 经纬度。",
            "Give lon and lat in WGS-84 degrees.");
      }
      if ((kinds.isEmpty() || isRural(kinds.get(n))) && people[n] > 0) {
        result.add(new Home(ids.get(n), lon[n], lat[n], people[n]));
      }
    }
    return result;
  }

  private static boolean isRural(String kind) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "", "0", "false", "no", "否", "城", "urban" -> false;
      default -> true;
    };
  }
}
