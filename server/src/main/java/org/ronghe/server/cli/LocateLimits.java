package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.program.Limits;
import org.ronghe.engines.site.program.Phase;
import org.ronghe.plan.siting.OrTools;
import org.ronghe.server.siting.SideSpec;
import org.ronghe.server.siting.SideSpec.Amount;
import org.ronghe.server.siting.SideSpecFile;
import org.ronghe.sources.plan.PlaceFile;
import org.ronghe.sources.plan.PlaceTable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Side constraints of `plan locate`; with any of them the question goes to OR-Tools.
final class LocateLimits {
  private static final double ANY = Double.POSITIVE_INFINITY;

  @Option(
      names = "--problem",
      paramLabel = "F.yaml",
      description =
          "附加条件：多种设施、现有设施的保留/关闭/合并/升级、分期… / side constraints: several services, "
              + "existing sites, phases (docs/engines/site.md)")
  private @Nullable Path problem;

  @Option(
      names = "--capacity",
      paramLabel = "COLUMN",
      description = "各处容量列（需求单位） / what each site can serve, in units of demand")
  private @Nullable String capacity;

  @Option(
      names = "--cost",
      paramLabel = "COLUMN",
      description = "各处造价列；lscp 有此项时求最省 / cost of each site; lscp then minimises cost")
  private @Nullable String cost;

  @Option(names = "--budget", paramLabel = "N", description = "总预算 / budget for all sites")
  private @Nullable Double budget;

  @Option(
      names = "--backup",
      paramLabel = "N",
      description = "半径内至少几处（备援覆盖）/ how many sites within the radius of each place")
  private int backup = 1;

  @Option(
      names = "--worst-decile",
      paramLabel = "R",
      description = "最远一成人的平均距离上限 / cap on the mean distance of the worst-off tenth")
  private @Nullable Double worstDecile;

  @Option(
      names = "--town",
      paramLabel = "COLUMN",
      description = "哪些地点属城镇（1/是）/ which places are town (1/yes)")
  private @Nullable String town;

  @Option(
      names = "--gap",
      paramLabel = "R",
      description = "城乡平均距离之差的上限 / cap on the gap between the means of town and village")
  private @Nullable Double gap;

  @Option(
      names = "--phases",
      paramLabel = "F.csv",
      description = "分期：id,p,budget,weight,growth（p 为累计）/ phases; p counts all built by then")
  private @Nullable Path phases;

  @Option(names = "--split", description = "一地的需求可分给几处 / a place may be served by several sites")
  private boolean split;

  @Option(
      names = "--solver",
      paramLabel = "S",
      description = "scip | cbc（cbc 不能中途打断 / cannot be interrupted）(default: ${DEFAULT-VALUE})")
  private OrTools.Engine solver = OrTools.Engine.SCIP;

  OrTools.Engine solver() {
    return solver;
  }

  boolean saysHowMany() {
    return problem != null || budget != null || phases != null;
  }

  boolean hasProblem() {
    return problem != null;
  }

  boolean given() {
    return problem != null
        || capacity != null
        || cost != null
        || budget != null
        || backup != 1
        || worstDecile != null
        || gap != null
        || phases != null
        || split;
  }

  void check(CommandLine line, boolean hasRadius) {
    if (problem != null && (capacity != null || cost != null || budget != null || phases != null)) {
      throw usage(line, "--problem 已包含附加条件 / --problem holds the side constraints already");
    }
    if (backup < 1 || negative(budget) || negative(worstDecile) || negative(gap)) {
      throw usage(line, "--backup 至少为 1，上限不能为负 / --backup is at least 1, limits are not negative");
    }
    if (backup > 1 && !hasRadius) {
      throw usage(line, "--backup 需要 --radius / --backup needs --radius");
    }
    if (gap != null && town == null) {
      throw usage(line, "--gap 需要 --town / --gap needs --town");
    }
    if (budget != null && cost == null) {
      throw usage(line, "--budget 需要 --cost / --budget needs --cost");
    }
  }

  private static boolean negative(@Nullable Double value) {
    return value != null && !(value >= 0);
  }

  private static ParameterException usage(CommandLine line, String words) {
    return new ParameterException(line, words);
  }

  /// @param open -1 when costs decide
  SideSpec spec(
      PlanTables tables, @Nullable String demand, @Nullable String fixed, int open, double radius) {
    if (problem != null) {
      return SideSpecFile.read(problem);
    }
    SideSpec.Kind kind =
        new SideSpec.Kind(
            "site", new Amount(0, cost), Amount.of(0), Amount.of(0), new Amount(ANY, capacity));
    Limits limits =
        new Limits(
            budget == null ? ANY : budget,
            ANY,
            0,
            backup,
            worstDecile == null ? ANY : worstDecile,
            gap == null ? ANY : gap,
            split);
    return new SideSpec(
        List.of(
            new SideSpec.OneService("site", demand, 1, open, radius, null, fixed, List.of(kind))),
        null,
        town,
        phases == null ? List.of() : phases(tables, phases),
        List.of(),
        limits,
        cost != null);
  }

  private static List<Phase> phases(PlanTables tables, Path file) {
    PlaceTable table = tables.take(PlaceFile.read(file));
    double[] open = column(tables, table, "p", -1);
    double[] budget = column(tables, table, "budget", ANY);
    double[] weight = column(tables, table, "weight", 1);
    double[] growth = column(tables, table, "growth", 1);
    List<Phase> result = new ArrayList<>();
    for (int n = 0; n < open.length; n++) {
      result.add(new Phase(table.ids().get(n), (int) open[n], budget[n], weight[n], growth[n]));
    }
    return result;
  }

  private static double[] column(
      PlanTables tables, PlaceTable table, String name, double otherwise) {
    double[] result = new double[table.ids().size()];
    java.util.Arrays.fill(result, otherwise);
    if (table.header().contains(name)) {
      double[] read = tables.take(table.amounts(name));
      for (int n = 0; n < result.length; n++) {
        result[n] = Double.isNaN(read[n]) ? otherwise : read[n];
      }
    }
    return result;
  }
}
