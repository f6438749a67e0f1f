package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.gap.Access;
import org.ronghe.engines.gap.CapacityAssignment;
import org.ronghe.engines.gap.Decay;
import org.ronghe.engines.gap.Measure;
import org.ronghe.model.travel.TravelTable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.MatrixFile;
import org.ronghe.sources.plan.PlaceFile;
import org.ronghe.sources.plan.PlaceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./ronghe plan access`.
@Command(
    name = "access",
    mixinStandardHelpOptions = true,
    description = "可达性：每个起点够得到多少服务 / access: how much of a service each origin reaches")
final class PlanAccess implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--matrix",
      required = true,
      paramLabel = "F",
      description =
          "出行时间矩阵 / .csv, .csv.gz or .parquet with from_id, to_id, travel_time (or seconds, taken"
              + " as minutes)")
  private Path matrix = Path.of("");

  @Option(
      names = "--cost",
      paramLabel = "COLUMN",
      description = "矩阵的成本列 / cost column of the matrix (default: travel_time)")
  private @Nullable String cost;

  @Option(
      names = "--places",
      required = true,
      paramLabel = "F",
      description = "地点表：id 和各列 / places: CSV with id and columns")
  private Path places = Path.of("");

  @Option(
      names = "--demand",
      paramLabel = "COLUMN",
      description = "需求列，如人口 / column of the demand, such as people")
  private @Nullable String demand;

  @Option(
      names = "--supply",
      required = true,
      paramLabel = "COLUMN",
      description = "供给列，如床位 / column of the supply, such as beds")
  private String supply = "";

  @Mixin private AccessOptions options = new AccessOptions();

  @Option(
      names = "--out",
      paramLabel = "F",
      description = "写入 id,value（缺省打印）/ write id,value there (default: print it)")
  private @Nullable Path out;

  @Option(
      names = "--assignments",
      paramLabel = "F",
      description =
          "capacity-assignment：另写谁去哪里，from_id,to_id,people,cost / capacity-assignment: also write"
              + " who goes where")
  private @Nullable Path assignments;

  @Option(
      names = "--json",
      description = "一行 JSON 说明 / say what was done as one line of JSON; needs --out")
  private boolean json;

  @Override
  public Integer call() {
    Access.Question question = options.question(spec.commandLine());
    if (question.measure().needsDemand() && demand == null) {
      throw usage(
          question.measure().code() + " 需要 --demand。",
          question.measure().code() + " needs --demand.");
    }
    if (json && out == null) {
      throw usage("--json 需要 --out。", "--json needs --out.");
    }
    if (assignments != null && question.measure() != Measure.CAPACITY_ASSIGNMENT) {
      throw usage(
          "--assignments 只用于 capacity-assignment。", "--assignments is for capacity-assignment.");
    }
    PlanTables.check(out);
    PlanTables.check(assignments);
    PlanTables tables = new PlanTables();
    PlaceTable place = tables.take(PlaceFile.read(places));
    TravelTable table = tables.take(MatrixFile.read(matrix, cost));
    refuseInfiniteWeights(question, table);
    Figures figures = new Figures(tables, place, places.toString());
    double[] people =
        demand == null
            ? new double[table.origins().size()]
            : figures.of(table.origins(), demand, "from_id", "需求", "demand");
    double[] offered = figures.of(table.destinations(), supply, "to_id", "供给", "supply");
    double[] values = Access.of(question, table, people, offered);
    remarks(question, tables, people, offered, values);
    PlanTables.write(out, spec.commandLine().getOut(), lines(table, values));
    if (assignments != null) {
      List<String> shares = shares(table, Access.assigned(question, table, people, offered));
      PlanTables.write(assignments, spec.commandLine().getOut(), shares);
    }
    tables.print(spec.commandLine().getErr());
    if (out != null) {
      new Terminal(spec.commandLine(), json)
          .answer(summary(question, table, values, tables), words(table));
    }
    return Commands.DONE;
  }

  private RuntimeException usage(String zh, String en) {
    return new picocli.CommandLine.ParameterException(spec.commandLine(), Words.say(zh, en));
  }

  private void refuseInfiniteWeights(Access.Question question, TravelTable table) {
    double[] costs = table.costs();
    if (costs.length > 0 && Double.isInfinite(question.decay().weight(costs[0]))) {
      throw new Refusal(
          "weight-infinite",
          "成本 " + costs[0] + " 在 " + options.decayText() + " 下的权重是无穷大。",
          "A cost of " + costs[0] + " weighs infinitely much under " + options.decayText() + ".",
          "用 --as r（权重不超过 1），或把 0 改成最小的实际时间。",
          "Take --as r (no weight above 1), or write the least real time instead of 0.");
    }
  }

  private void remarks(
      Access.Question question,
      PlanTables tables,
      double[] people,
      double[] offered,
      double[] values) {
    if (!question.measure().needsDecay()
        && question.measure() != Measure.CAPACITY_ASSIGNMENT
        && !options.decayText().isEmpty()) {
      tables.remark(
          "decay-unused",
          question.measure().code() + " 不用衰减，--decay 没有用到。",
          question.measure().code() + " uses no decay; --decay made no difference.");
    }
    if (question.decay() instanceof Decay.Stepped stepped && stepped.weights().getLast() > 0) {
      tables.remark(
          "step-without-end",
          "最后一级权重 " + stepped.weights().getLast() + " 一直有效，再远也算；若各权重属于止于台阶的一段，请用" + " --as pysal。",
          "The last weight, "
              + stepped.weights().getLast()
              + ", holds however far; if the weights"
              + " belong to bands that end at the steps, use --as pysal.");
    }
    double all = Arrays.stream(people).sum();
    double room = Arrays.stream(offered).sum();
    if (question.measure() == Measure.CAPACITY_ASSIGNMENT && room < all) {
      tables.remark(
          "capacity-below-demand",
          "供给合计 " + PlanTables.number(room) + " 小于需求合计 " + PlanTables.number(all) + "。",
          "All supply is "
              + PlanTables.number(room)
              + ", below all demand, "
              + PlanTables.number(all)
              + ".");
    }
    long infinite = count(values, Double.POSITIVE_INFINITY);
    if (infinite > 0) {
      boolean closest = question.measure() == Measure.CLOSEST;
      tables.remark(
          "values-infinite",
          infinite + " 个起点的值写作 Inf：" + (closest ? "够不到这么多供给。" : "够得到无人竞争的供给。"),
          infinite
              + " origins have the value Inf: "
              + (closest
                  ? "they never reach so much supply."
                  : "they reach supply nobody competes for."));
    }
    long undefined = Arrays.stream(values).filter(Double::isNaN).count();
    if (undefined > 0) {
      tables.remark(
          "values-empty",
          undefined + " 个起点的值为空：" + undefinedZh(question.measure()),
          undefined + " origins have no value: " + undefinedEn(question.measure()));
    }
  }

  private static String undefinedZh(Measure measure) {
    return measure == Measure.BALANCING_COST ? "到最大成本时供给仍不超过需求。" : "本身没有需求，无从分配。";
  }

  private static String undefinedEn(Measure measure) {
    return measure == Measure.BALANCING_COST
        ? "supply in reach never exceeds their demand."
        : "they have no demand to share by.";
  }

  private static long count(double[] values, double wanted) {
    return Arrays.stream(values).filter(value -> value == wanted).count();
  }

  private static List<String> lines(TravelTable table, double[] values) {
    List<String> lines = new ArrayList<>(values.length + 1);
    lines.add("id,value");
    for (int i = 0; i < values.length; i++) {
      lines.add(PlanTables.cell(table.origins().get(i)) + "," + PlanTables.number(values[i]));
    }
    return lines;
  }

  /// In the order in which places were taken; people of an origin who found none are not in it.
  private static List<String> shares(TravelTable table, CapacityAssignment.Assigned assigned) {
    List<String> lines = new ArrayList<>(List.of("from_id,to_id,people,cost"));
    for (CapacityAssignment.Share share : assigned.shares()) {
      lines.add(
          String.join(
              ",",
              PlanTables.cell(table.origins().get(share.origin())),
              PlanTables.cell(table.destinations().get(share.destination())),
              PlanTables.number(share.people()),
              PlanTables.number(share.cost())));
    }
    return lines;
  }

  private Map<String, Object> summary(
      Access.Question question, TravelTable table, double[] values, PlanTables tables) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("measure", question.measure().code());
    result.put("decay", options.decayText());
    result.put("as", options.convention().name().toLowerCase(java.util.Locale.ROOT));
    result.put("origins", table.origins().size());
    result.put("destinations", table.destinations().size());
    result.put("pairs", table.pairs());
    result.put("infinite", count(values, Double.POSITIVE_INFINITY));
    result.put("empty", Arrays.stream(values).filter(Double::isNaN).count());
    result.put("out", String.valueOf(out));
    result.put("remarks", tables.remarks());
    return result;
  }

  private String words(TravelTable table) {
    return Words.say(
        "已写入 " + table.origins().size() + " 个起点到 " + out + "（" + table.pairs() + " 对）。",
        "Wrote "
            + table.origins().size()
            + " origins to "
            + out
            + " ("
            + table.pairs()
            + " pairs).");
  }
}
