package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.Distances;
import org.ronghe.engines.site.SiteQuestion.Fate;
import org.ronghe.model.travel.TravelTable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.siting.Case;
import org.ronghe.server.siting.SideSpec;
import org.ronghe.server.siting.SiteSheet;
import org.ronghe.sources.plan.MatrixFile;
import org.ronghe.sources.plan.PlaceFile;
import org.ronghe.sources.plan.PlaceTable;
import org.ronghe.sources.plan.TableAnswer;
import picocli.CommandLine.Option;

/// A matrix of travel and a table of places, and which columns say what.
final class LocateTables {
  private static final int NAMED = 5;

  @Option(
      names = "--matrix",
      paramLabel = "F",
      description =
          "出行矩阵 from_id,to_id,travel_time（或 seconds），.csv、.csv.gz、.parquet"
              + " / travel matrix; the objective is in its unit")
  private @Nullable Path matrix;

  @Option(
      names = "--places",
      paramLabel = "F",
      description = "地点表：id 和各列 / table of places: id and columns")
  private @Nullable Path places;

  @Option(
      names = "--travel",
      paramLabel = "COLUMN",
      description = "矩阵的哪一列 / which column of the matrix (default: travel_time, else seconds)")
  private @Nullable String travel;

  @Option(
      names = "--demand",
      paramLabel = "COLUMN",
      description =
          "需求（权重）列，缺省各为 1；0 表示不必服务 / weight of each place (default 1); 0: need not be served")
  private @Nullable String demand;

  @Option(
      names = "--candidates",
      paramLabel = "COLUMN",
      description = "哪些地点可建（1/是/yes），缺省全部 / which places may be sites (1/yes; default: all)")
  private @Nullable String candidates;

  @Option(
      names = "--fixed",
      paramLabel = "COLUMN",
      description = "现有设施：keep 保留，close 关闭，空为自由 / existing sites: keep, close, empty is free")
  private @Nullable String fixed;

  private final PlanTables tables = new PlanTables();

  boolean given() {
    return matrix != null && places != null;
  }

  boolean half() {
    return (matrix == null) != (places == null);
  }

  PlanTables tables() {
    return tables;
  }

  /// Rows of the table that are demands and those that are sites, beside the case itself.
  record Tabled(Case read, PlaceTable places, int[] demandRows, int[] siteRows) {}

  @Nullable String demand() {
    return demand;
  }

  @Nullable String fixed() {
    return fixed;
  }

  Tabled read() {
    PlaceTable table = tables.take(PlaceFile.read(given(places)));
    return read(table, weights(table), fates(table));
  }

  /// The same for several services: a place is a demand when one of them is needed there, and a
  /// site when something stands there already.
  Tabled read(SideSpec spec) {
    PlaceTable table = tables.take(PlaceFile.read(given(places)));
    double[] weight = new double[table.ids().size()];
    Fate[] fate = fates(table);
    for (SideSpec.OneService service : spec.services()) {
      String column = service.demandColumn() == null ? demand : service.demandColumn();
      double[] more = weights(table, column);
      List<String> existing =
          service.existingColumn() == null
              ? List.of()
              : tables.take(table.texts(service.existingColumn()));
      for (int n = 0; n < weight.length; n++) {
        weight[n] += more[n];
        if (!existing.isEmpty() && !existing.get(n).isBlank()) {
          fate[n] = Fate.FREE;
        }
      }
    }
    return read(table, weight, fate);
  }

  private Tabled read(PlaceTable table, double[] weight, Fate[] fate) {
    int[] demandRows = rows(weight.length, n -> weight[n] > 0);
    int[] siteRows = rows(weight.length, n -> fate[n] != Fate.CLOSED);
    if (demandRows.length == 0) {
      throw new Refusal(
          "no-demand",
          places + " 的 " + demand + " 列没有大于 0 的值。",
          places + ": column " + demand + " has no value above 0.",
          "",
          "");
    }
    if (siteRows.length == 0) {
      throw new Refusal(
          "no-candidates",
          places + " 里没有一处可建。",
          places + " has no place that may be a site.",
          "可建的在 --candidates 列写 1。",
          "Write 1 in the column of --candidates where one may be built.");
    }
    if (demandRows.length < weight.length) {
      int left = weight.length - demandRows.length;
      tables.remark(
          "no-demand-there",
          left + " 处没有需求，不必服务。",
          left + " places have no demand and need not be served.");
    }
    TravelTable travelled = travelled();
    Distances distances = distances(travelled, table, demandRows, siteRows);
    return new Tabled(
        new Case(
            new SiteSheet.Names(names(table, demandRows), names(table, siteRows)),
            distances,
            Arrays.stream(demandRows).mapToDouble(n -> weight[n]).toArray(),
            Arrays.stream(siteRows).mapToObj(n -> fate[n]).toArray(Fate[]::new),
            0),
        table,
        demandRows,
        siteRows);
  }

  private static Path given(@Nullable Path path) {
    return path == null ? Path.of("") : path;
  }

  private TravelTable travelled() {
    Path file = given(matrix);
    if (travel != null) {
      return tables.take(MatrixFile.read(file, travel));
    }
    TableAnswer<TravelTable> minutes = MatrixFile.read(file, "travel_time");
    if (minutes instanceof TableAnswer.Refused<TravelTable> refused
        && refused.why().code().equals("column-missing")
        && refused.why().en().contains("travel_time;")) {
      TableAnswer<TravelTable> seconds = MatrixFile.read(file, "seconds");
      if (seconds instanceof TableAnswer.Read<TravelTable>) {
        return tables.take(seconds);
      }
    }
    return tables.take(minutes);
  }

  private double[] weights(PlaceTable table) {
    return weights(table, demand);
  }

  private double[] weights(PlaceTable table, @Nullable String column) {
    double[] weight = new double[table.ids().size()];
    if (column == null) {
      Arrays.fill(weight, 1);
      return weight;
    }
    double[] read = tables.take(table.amounts(column));
    for (int n = 0; n < weight.length; n++) {
      weight[n] = Double.isNaN(read[n]) ? 0 : read[n];
    }
    return weight;
  }

  private Fate[] fates(PlaceTable table) {
    Fate[] fate = new Fate[table.ids().size()];
    Arrays.fill(fate, Fate.FREE);
    if (candidates != null) {
      List<String> cells = tables.take(table.texts(candidates));
      for (int n = 0; n < fate.length; n++) {
        fate[n] = yes(cells.get(n), table.ids().get(n)) ? Fate.FREE : Fate.CLOSED;
      }
    }
    if (fixed != null) {
      List<String> cells = tables.take(table.texts(fixed));
      for (int n = 0; n < fate.length; n++) {
        fate[n] = fate(cells.get(n), table.ids().get(n), fate[n]);
      }
    }
    return fate;
  }

  private boolean yes(String cell, String id) {
    return switch (cell.strip().toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "yes", "y", "true", "t", "x", "是" -> true;
      case "", "0", "0.0", "no", "n", "false", "f", "na", "否" -> false;
      default -> throw cell(String.valueOf(candidates), id, cell, "1 / 0, yes / no, 是 / 否");
    };
  }

  private Fate fate(String cell, String id, Fate otherwise) {
    Fate fate = fateOf(cell);
    if (fate == null) {
      throw cell(String.valueOf(fixed), id, cell, "keep, close");
    }
    return fate == Fate.FREE ? otherwise : fate;
  }

  /// Null when the cell is not understood.
  static @Nullable Fate fateOf(String cell) {
    return switch (cell.strip().toLowerCase(Locale.ROOT)) {
      case "keep", "kept", "open", "existing", "1", "yes", "true", "保留", "是" -> Fate.KEPT;
      case "close", "closed", "关闭" -> Fate.CLOSED;
      case "", "free", "0", "no", "false", "na", "否" -> Fate.FREE;
      default -> null;
    };
  }

  private Refusal cell(String column, String id, String value, String allowed) {
    return new Refusal(
        "cell-unknown",
        places + " 中 " + id + " 的 " + column + "（" + value + "）看不懂。",
        places + ", " + id + ": the " + column + " (" + value + ") is not understood.",
        "可写：" + allowed + "。",
        "It may be: " + allowed + ".");
  }

  private static int[] rows(int count, java.util.function.IntPredicate fit) {
    return java.util.stream.IntStream.range(0, count).filter(fit).toArray();
  }

  private static List<String> names(PlaceTable table, int[] rows) {
    return Arrays.stream(rows).mapToObj(n -> table.ids().get(n)).toList();
  }

  private Distances distances(
      TravelTable travelled, PlaceTable table, int[] demandRows, int[] siteRows) {
    int[] demandOf = positions(table.ids().size(), demandRows);
    int[] siteOf = positions(table.ids().size(), siteRows);
    int[] siteOfDestination = new int[travelled.destinations().size()];
    for (int d = 0; d < siteOfDestination.length; d++) {
      int row = table.row(travelled.destinations().get(d));
      siteOfDestination[d] = row < 0 ? -1 : siteOf[row];
    }
    double[] value = new double[demandRows.length * siteRows.length];
    Arrays.fill(value, Double.POSITIVE_INFINITY);
    boolean[] seen = new boolean[demandRows.length];
    for (int o = 0; o < travelled.origins().size(); o++) {
      int row = table.row(travelled.origins().get(o));
      int i = row < 0 ? -1 : demandOf[row];
      if (i < 0) {
        continue;
      }
      seen[i] = true;
      for (int k = travelled.starts()[o]; k < travelled.starts()[o + 1]; k++) {
        int j = siteOfDestination[travelled.destination()[k]];
        if (j >= 0) {
          value[j * demandRows.length + i] = travelled.costs()[travelled.rank()[k]];
        }
      }
    }
    self(table, demandOf, siteRows, value, demandRows.length);
    mismatches(travelled, table, demandRows, seen);
    return new Distances(demandRows.length, siteRows.length, value);
  }

  private static int[] positions(int count, int[] rows) {
    int[] position = new int[count];
    Arrays.fill(position, -1);
    for (int k = 0; k < rows.length; k++) {
      position[rows[k]] = k;
    }
    return position;
  }

  /// A place is no way from itself, whether the matrix says so or not.
  private void self(PlaceTable table, int[] demandOf, int[] siteRows, double[] value, int demands) {
    List<String> filled = new ArrayList<>();
    for (int j = 0; j < siteRows.length; j++) {
      int i = demandOf[siteRows[j]];
      if (i >= 0 && Double.isInfinite(value[j * demands + i])) {
        value[j * demands + i] = 0;
        filled.add(table.ids().get(siteRows[j]));
      }
    }
    if (!filled.isEmpty()) {
      tables.remark(
          "self-missing",
          "矩阵缺 " + filled.size() + " 处到自身的一行，按 0 计：" + first(filled),
          "The matrix lacks the row from a place to itself for "
              + filled.size()
              + " places, taken as 0: "
              + first(filled));
    }
  }

  private void mismatches(
      TravelTable travelled, PlaceTable table, int[] demandRows, boolean[] seen) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i]) {
        missing.add(table.ids().get(demandRows[i]));
      }
    }
    List<String> unknown = travelled.origins().stream().filter(id -> table.row(id) < 0).toList();
    if (missing.size() == seen.length) {
      throw new Refusal(
          "ids-unlike",
          places
              + " 的 id（"
              + first(missing)
              + "）都不在 "
              + matrix
              + " 的 from_id 里（"
              + first(travelled.origins())
              + "）。",
          "None of the ids of "
              + places
              + " ("
              + first(missing)
              + ") is a from_id of "
              + matrix
              + " ("
              + first(travelled.origins())
              + ").",
          "也许两个文件的编号不同，或 Excel 改了编号？",
          "Maybe the two files number places differently, or Excel changed the ids?");
    }
    if (!missing.isEmpty()) {
      tables.remark(
          "not-in-matrix",
          missing.size() + " 处不在矩阵的 from_id 里，只到得了自身：" + first(missing),
          missing.size()
              + " places are no from_id of the matrix and reach only themselves: "
              + first(missing));
    }
    if (!unknown.isEmpty()) {
      tables.remark(
          "not-in-places",
          "矩阵有 " + unknown.size() + " 个 from_id 不在地点表里，未用：" + first(unknown),
          unknown.size() + " from_ids of the matrix are not in the places: " + first(unknown));
    }
  }

  private static String first(List<String> ids) {
    return String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())))
        + (ids.size() > NAMED ? ", …" : "");
  }
}
