package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.Terrain;
import org.ronghe.server.cli.RoadOptions.Roads;
import org.ronghe.server.cli.RoadOptions.Stops;
import org.ronghe.sources.road.PointFile.Point;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./ronghe plan matrix`.
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    description = {
      "出行时间矩阵：每个起点到每个终点的秒数和米数 / travel times: seconds and metres from each origin to each destination",
      "--origins、--destinations：CSV，含 id,lon,lat 列（WGS-84）；--out：from_id,to_id,seconds,metres，"
          + "不可达则留空 / CSV with id,lon,lat in; from_id,to_id,seconds,metres out, empty where there is no way",
      "有 --gtfs 时乘公交：from_id,to_id,p25,p50,p75,seconds（秒；seconds 是中位数）/ with --gtfs by bus:"
          + " from_id,to_id,p25,p50,p75,seconds (all in seconds; seconds is the median)"
    })
final class PlanMatrix implements Callable<Integer> {
  /// How far from the points a quicker way over land is looked for.
  private static final double LAND_AROUND_M = 3000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TravelOptions travel = new TravelOptions();

  @Option(
      names = "--destinations",
      paramLabel = "FILE",
      required = true,
      description = "终点 / where one goes")
  private Path destinations = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "结果：.csv、.csv.gz 或 .parquet / the answer: .csv, .csv.gz or .parquet")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    Terminal terminal = new Terminal(spec.commandLine(), travel.json);
    MatrixTable.check(out);
    travel.check();
    Instant begun = Instant.now();
    Roads roads = travel.roads.read();
    Stops from = travel.origins(roads);
    Stops to = travel.roads.stops(destinations, roads.snapper());
    if (travel.terrain.isWanted()) {
      return overLand(terminal, roads, from, to, begun);
    }
    from.warn(terminal, travel.roads.snapLimit_m, roads.snapper());
    to.warn(terminal, travel.roads.snapLimit_m, roads.snapper());
    if (travel.buses.isWanted()) {
      return byBus(terminal, roads, from, to, begun);
    }
    Instant read = Instant.now();
    Hierarchy hierarchy = Hierarchy.of(roads.network());
    MatrixRun run = new MatrixRun(hierarchy, from, to, travel.roads.offRoadSpeed_km_h);
    try (MatrixTable table = new MatrixTable(out)) {
      run.write(table);
      table.finish();
    } catch (IOException e) {
      throw OutFile.cannotWrite(out, e);
    }
    say(terminal, run.unreachable(), (long) from.count() * to.count(), begun, read);
    return Commands.DONE;
  }

  private int overLand(Terminal terminal, Roads roads, Stops from, Stops to, Instant begun) {
    List<Point> all = new ArrayList<>(from.points());
    all.addAll(to.points());
    Terrain terrain = travel.terrain.read(roads.network().roads(), all, LAND_AROUND_M);
    TerrainRun run = new TerrainRun(terrain);
    Instant read = Instant.now();
    try (MatrixTable table = new MatrixTable(out)) {
      run.matrix(from.points(), to.points(), table);
      table.finish();
    } catch (IOException e) {
      throw OutFile.cannotWrite(out, e);
    }
    say(terminal, run.unreachable(), (long) from.count() * to.count(), begun, read);
    return Commands.DONE;
  }

  private int byBus(Terminal terminal, Roads roads, Stops from, Stops to, Instant begun) {
    BusNetwork network = BusNetwork.of(travel.buses, travel.roads, roads, terminal);
    BusMatrixRun run = new BusMatrixRun(network, travel.buses, from, to);
    Instant read = Instant.now();
    List<String> columns = new ArrayList<>(travel.buses.percentileColumns());
    columns.add("seconds");
    try (MatrixTable table = new MatrixTable(out, columns)) {
      run.write(table);
      table.finish();
    } catch (IOException e) {
      throw OutFile.cannotWrite(out, e);
    }
    double ready_s = Duration.between(begun, read).toMillis() / 1000.0;
    double matrix_s = Duration.between(read, Instant.now()).toMillis() / 1000.0;
    long pairs = (long) from.count() * to.count();
    int departures = travel.buses.window().departures();
    if (travel.json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("pairs", pairs);
      answer.put("unreachable", run.unreachable());
      answer.put("date", network.date.toString());
      answer.put("trips", network.day.trips().size());
      answer.put("departures", departures);
      answer.put("import_s", ready_s);
      answer.put("matrix_s", matrix_s);
      answer.put("out", out.toString());
      terminal.answer(answer, "");
    } else {
      terminal.line(
          "%s，%,d 班车；%,d 对 × %d 次出发，其中 %,d 对不可达；准备 %.1f 秒，计算 %.1f 秒 → %s"
              .formatted(
                  network.date,
                  network.day.trips().size(),
                  pairs,
                  departures,
                  run.unreachable(),
                  ready_s,
                  matrix_s,
                  out),
          "%s, %,d trips; %,d pairs × %d departures, %,d of the pairs without a way; made ready in %.1f s, answered in %.1f s → %s"
              .formatted(
                  network.date,
                  network.day.trips().size(),
                  pairs,
                  departures,
                  run.unreachable(),
                  ready_s,
                  matrix_s,
                  out));
    }
    return Commands.DONE;
  }

  private void say(Terminal terminal, long unreachable, long pairs, Instant begun, Instant read) {
    double import_s = Duration.between(begun, read).toMillis() / 1000.0;
    double matrix_s = Duration.between(read, Instant.now()).toMillis() / 1000.0;
    if (travel.json) {
      terminal.answer(
          Map.of(
              "pairs", pairs,
              "unreachable", unreachable,
              "import_s", import_s,
              "matrix_s", matrix_s,
              "out", out.toString()),
          "");
      return;
    }
    terminal.line(
        "%,d 对，其中 %,d 对不可达；读路 %.1f 秒，计算 %.1f 秒 → %s"
            .formatted(pairs, unreachable, import_s, matrix_s, out),
        "%,d pairs, %,d of them without a way; roads read in %.1f s, answered in %.1f s → %s"
            .formatted(pairs, unreachable, import_s, matrix_s, out));
  }
}
