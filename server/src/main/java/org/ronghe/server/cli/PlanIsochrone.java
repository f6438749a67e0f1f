package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.MultiPolygon;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.IsochroneRules;
import org.ronghe.engines.reach.Isochrones;
import org.ronghe.engines.reach.Snap;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.cli.RoadOptions.Roads;
import org.ronghe.server.cli.RoadOptions.Stops;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./ronghe plan isochrone`.
@Command(
    name = "isochrone",
    mixinStandardHelpOptions = true,
    description = {
      "等时圈：从每个起点出发若干分钟内可达的范围，GeoJSON 面 / isochrones: the areas reached from each origin in"
          + " so many minutes, GeoJSON polygons",
      "每个起点、每个分钟数一个要素；大的包含小的 / one feature for each origin and number of minutes; larger ones"
          + " contain smaller ones"
    })
final class PlanIsochrone implements Callable<Integer> {
  private static final double MOST_MINUTES = 24 * 60;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TravelOptions travel = new TravelOptions();

  @Option(
      names = "--minutes",
      paramLabel = "M",
      required = true,
      split = ",",
      description = "分钟数，如 10,20,30 / how many minutes, e.g. 10,20,30")
  private List<Double> minutes = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "结果：.geojson / the answer: .geojson")
  private Path out = Path.of("");

  @Option(
      names = "--resolution",
      paramLabel = "M",
      defaultValue = "50",
      description = "格网间距，米（缺省 50）/ distance of the grid's corners, metres (default 50)")
  private double resolution_m;

  @Option(
      names = "--off-road-limit",
      paramLabel = "M",
      defaultValue = "250",
      description =
          "离道路多远以内仍算可达，米，按步行 4 公里/小时或 --off-road-speed（缺省 250）/ how far from a road places"
              + " still count, metres, at 4 km/h or --off-road-speed (default 250)")
  private double offRoadLimit_m;

  @Override
  public Integer call() {
    Terminal terminal = new Terminal(spec.commandLine(), travel.json);
    refuseWrongOptions();
    travel.check();
    Roads roads = travel.roads.read();
    Stops from = travel.origins(roads);
    if (!travel.terrain.isWanted()) {
      from.warn(terminal, travel.roads.snapLimit_m, roads.snapper());
    }
    List<Double> sorted = minutes.stream().sorted().distinct().toList();
    try (IsochroneFile file = new IsochroneFile(out)) {
      if (travel.terrain.isWanted()) {
        double farthest_m = sorted.getLast() * 6000 / 60;
        new TerrainRun(travel.terrain.read(roads.network().roads(), from.points(), farthest_m))
            .areas(from.points(), sorted, file);
      } else if (travel.buses.isWanted()) {
        BusNetwork network = BusNetwork.of(travel.buses, travel.roads, roads, terminal);
        new BusIsochrones(network, travel.buses, rules()).write(from, sorted, file);
      } else {
        write(from, sorted, Hierarchy.of(roads.network()), file);
      }
      file.finish();
    } catch (IOException e) {
      throw OutFile.cannotWrite(out, e);
    }
    int features = from.count() * sorted.size();
    if (travel.json) {
      terminal.answer(Map.of("features", features, "out", out.toString()), "");
    } else {
      terminal.line(
          "%,d 个等时圈 → %s".formatted(features, out), "%,d isochrones → %s".formatted(features, out));
    }
    return Commands.DONE;
  }

  private void refuseWrongOptions() {
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".geojson") && !name.endsWith(".json")) {
      throw new Refusal(
          "out-extension",
          "--out " + out + " 的扩展名不认识。",
          "--out " + out + " has an extension that is not known.",
          "可用 .geojson。",
          "Use .geojson.");
    }
    OutFile.check(out);
    for (double minute : minutes) {
      if (!(minute > 0 && minute <= MOST_MINUTES)) {
        throw RoadOptions.outOfRange("--minutes", minute, "(0, 1440]");
      }
    }
    if (!(resolution_m >= 5 && resolution_m <= 5000)) {
      throw RoadOptions.outOfRange("--resolution", resolution_m, "5–5000");
    }
    if (!(offRoadLimit_m >= 0 && offRoadLimit_m <= 10_000)) {
      throw RoadOptions.outOfRange("--off-road-limit", offRoadLimit_m, "0–10000");
    }
  }

  private IsochroneRules rules() {
    double pace_km_h = travel.roads.offRoadSpeed_km_h;
    return new IsochroneRules(
        resolution_m,
        pace_km_h > 0 ? pace_km_h : IsochroneRules.STANDARD.offRoad_km_h(),
        offRoadLimit_m);
  }

  private void write(Stops from, List<Double> minutes, Hierarchy hierarchy, IsochroneFile file)
      throws IOException {
    double pace_km_h = travel.roads.offRoadSpeed_km_h;
    Isochrones isochrones = new Isochrones(hierarchy, rules());
    for (int i = 0; i < from.count(); i++) {
      Optional<Snap> snap = from.snaps().get(i);
      // what the way to the road takes is gone before the roads are reached
      double before_ms =
          pace_km_h > 0 ? snap.map(Snap::distance_m).orElse(0.0) * 3600 / pace_km_h : 0;
      List<Integer> limits =
          minutes.stream().map(m -> (int) Math.max(0, Math.round(m * 60_000 - before_ms))).toList();
      List<MultiPolygon> areas =
          snap.isPresent() ? isochrones.from(snap.get().position(), limits) : List.of();
      for (int m = 0; m < minutes.size(); m++) {
        file.add(from.points().get(i).id(), minutes.get(m), areas.isEmpty() ? null : areas.get(m));
      }
    }
  }
}
