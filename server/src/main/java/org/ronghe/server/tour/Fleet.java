package org.ronghe.server.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.tour.FleetProblem;
import org.ronghe.engines.tour.Stop;
import org.ronghe.engines.tour.VehicleType;
import org.ronghe.engines.tour.Ways;
import org.ronghe.model.remark.Remark;
import org.ronghe.model.travel.TravelTable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.MatrixFile;
import org.ronghe.sources.plan.Named;
import org.ronghe.sources.plan.PlaceFile;
import org.ronghe.sources.plan.PlaceTable;
import org.ronghe.sources.plan.TableAnswer;
import org.ronghe.sources.tour.FleetFile;
import org.ronghe.sources.tour.FleetRow;

/// A county's own problem: a travel matrix, stops and a fleet, brought together by their ids.
public final class Fleet {
  private static final int[] SCALES = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};
  private static final double SECONDS_PER_MINUTE = 60;

  private final StopRows stops;
  private final List<FleetRow> vehicles;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Remark> remarks = new ArrayList<>();

  private Fleet(StopRows stops, List<FleetRow> vehicles) {
    this.stops = stops;
    this.vehicles = vehicles;
  }

  /// @param places ids by place
  /// @param loadScale loads are whole numbers in `1/loadScale` of the files' unit
  public record Read(
      FleetProblem problem, List<String> places, int loadScale, List<Remark> remarks) {
    public Read {
      places = List.copyOf(places);
      remarks = List.copyOf(remarks);
    }
  }

  public static Read read(Path matrix, Path stopFile, Path fleetFile) throws IOException {
    PlaceTable table = take(PlaceFile.read(stopFile));
    Fleet fleet = new Fleet(StopRows.of(table, stopFile.toString()), FleetFile.read(fleetFile));
    return fleet.together(matrix, fleetFile.toString());
  }

  private Read together(Path matrix, String fleetFile) {
    stops.depots().forEach(this::place);
    stops.rows().forEach(row -> place(row.id()));
    for (FleetRow row : vehicles) {
      for (String id : named(row)) {
        place(id);
      }
    }
    Column metres = column(matrix, "metres");
    Column seconds = column(matrix, "seconds");
    double unit = 1;
    if (seconds.table == null) {
      seconds = column(matrix, "travel_time");
      unit = SECONDS_PER_MINUTE;
    }
    TravelTable times = seconds.table;
    if (times == null) {
      throw refusal(seconds.why());
    }
    if (metres.table == null) {
      remarks.add(
          new Remark(
              "metres-missing",
              matrix + " 没有 metres 列，用秒代替米：所求为总时间最少。",
              matrix + " has no column metres; seconds stand for metres, so time is minimised.",
              "",
              ""));
    }
    int[] time = spread(times, unit, matrix.toString());
    int[] distance = metres.table == null ? time : spread(metres.table, 1, matrix.toString());
    Ways ways = new Ways(places.size(), distance, time, new double[0], new double[0]);
    int scale = loadScale(fleetFile);
    FleetProblem problem = new FleetProblem(ways, stops(scale), types(scale));
    return new Read(problem, List.copyOf(places.keySet()), scale, remarks);
  }

  private int place(String id) {
    return places.computeIfAbsent(id, _ -> places.size());
  }

  private static List<String> named(FleetRow row) {
    List<String> ids = new ArrayList<>(row.stations());
    if (!row.start().isEmpty()) {
      ids.add(row.start());
    }
    if (!row.end().isEmpty()) {
      ids.add(row.end());
    }
    return ids;
  }

  private record Column(@Nullable TravelTable table, @Nullable Remark remark) {
    Remark why() {
      return remark == null ? new Remark("no-matrix", "", "", "", "") : remark;
    }
  }

  /// The column as a table; none when the file has no such column, which is no fault yet.
  private Column column(Path matrix, String column) {
    return switch (MatrixFile.read(matrix, column)) {
      case TableAnswer.Read<TravelTable> read -> {
        read.remarks().stream().filter(one -> !remarks.contains(one)).forEach(remarks::add);
        yield new Column(read.table(), null);
      }
      case TableAnswer.Refused<TravelTable> refused -> {
        if (!refused.why().code().equals("column-missing")) {
          throw refusal(refused.why());
        }
        yield new Column(null, refused.why());
      }
    };
  }

  private int[] spread(TravelTable table, double unit, String file) {
    int size = places.size();
    int[] matrix = new int[size * size];
    java.util.Arrays.fill(matrix, Ways.NONE);
    int[] column = new int[table.destinations().size()];
    for (int j = 0; j < column.length; j++) {
      column[j] = places.getOrDefault(table.destinations().get(j), -1);
    }
    boolean[] from = new boolean[size];
    boolean[] to = new boolean[size];
    for (int j : column) {
      if (j >= 0) {
        to[j] = true;
      }
    }
    for (int i = 0; i < table.origins().size(); i++) {
      Integer row = places.get(table.origins().get(i));
      if (row == null) {
        continue;
      }
      from[row] = true;
      for (int k = table.starts()[i]; k < table.starts()[i + 1]; k++) {
        int target = column[table.destination()[k]];
        double value = Math.rint(table.costs()[table.rank()[k]] * unit);
        if (target >= 0) {
          matrix[row * size + target] = (int) Math.min(value, Ways.NONE);
        }
      }
    }
    strangers(from, "from_id", file);
    strangers(to, "to_id", file);
    for (int i = 0; i < size; i++) {
      matrix[i * size + i] = 0;
    }
    return matrix;
  }

  private void strangers(boolean[] known, String side, String file) {
    List<String> missing = new ArrayList<>();
    places.forEach((id, place) -> {
      if (!known[place]) {
        missing.add(id);
      }
    });
    if (!missing.isEmpty()) {
      throw new Refusal(
          "ids-do-not-match",
          missing.size() + " 个地点不在 " + file + " 的 " + side + " 中：" + Named.first(missing) + "。",
          missing.size()
              + " places are not among "
              + side
              + " of "
              + file
              + ": "
              + Named.first(missing)
              + ".",
          "矩阵的起点和终点都要有车场、卸货点和每个停靠点；也许 Excel 改了前导零？",
          "The matrix needs the depot, the stations and each stop on both sides; maybe Excel dropped"
              + " leading zeros?");
    }
  }

  /// The smallest power of ten that makes all loads whole numbers.
  private int loadScale(String fleetFile) {
    for (int scale : SCALES) {
      boolean whole =
          vehicles.stream().allMatch(row -> whole(row.capacity() * scale))
              && stops.rows().stream().allMatch(row -> whole(row.demand() * scale));
      if (whole) {
        return scale;
      }
    }
    throw new Refusal(
        "load-too-fine",
        "停靠点或 " + fleetFile + " 的载重小数位太多，或数值太大。",
        "Demands or the capacities in " + fleetFile + " have too many decimals or are too large.",
        "换一个更小的单位，如公斤。",
        "Use another unit, such as kilograms.");
  }

  private static boolean whole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-6 && value < 2e9;
  }

  private List<Stop> stops(int scale) {
    List<Stop> all = new ArrayList<>();
    for (StopRows.Row row : stops.rows()) {
      all.add(
          new Stop(
              row.id(),
              place(row.id()),
              (int) Math.rint(row.demand() * scale),
              row.service_s(),
              row.open_s(),
              row.close_s()));
    }
    return all;
  }

  private List<VehicleType> types(int scale) {
    List<VehicleType> types = new ArrayList<>();
    boolean costless =
        vehicles.stream().allMatch(row -> row.costPerMetre() < 0 && row.costPerSecond() == 0);
    for (FleetRow row : vehicles) {
      int start = place(row.start().isEmpty() ? stops.depots().getFirst() : row.start());
      int end = row.end().isEmpty() ? start : place(row.end());
      types.add(
          new VehicleType(
              row.name(),
              row.count(),
              (int) Math.rint(row.capacity() * scale),
              row.fixedCost(),
              costless ? 1 : Math.max(0, row.costPerMetre()),
              row.costPerSecond(),
              row.speed(),
              row.maxDuration_s(),
              row.shiftStart_s(),
              row.shiftEnd_s(),
              start,
              row.open() ? VehicleType.OPEN : end,
              row.trips(),
              row.stations().stream().map(this::place).toList(),
              row.unloading_s()));
    }
    return types;
  }

  static <T> T take(TableAnswer<T> answer) {
    return switch (answer) {
      case TableAnswer.Read<T> read -> read.table();
      case TableAnswer.Refused<T> refused -> throw refusal(refused.why());
    };
  }

  private static Refusal refusal(Remark why) {
    return new Refusal(why);
  }
}
