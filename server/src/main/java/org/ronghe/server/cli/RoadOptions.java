package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.reach.MainRoads;
import org.ronghe.engines.reach.Network;
import org.ronghe.engines.reach.Scenario;
import org.ronghe.engines.reach.Snap;
import org.ronghe.engines.reach.Snapper;
import org.ronghe.model.road.RoadChange;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.road.OsmRoads;
import org.ronghe.sources.road.PointFile;
import org.ronghe.sources.road.PointFile.Point;
import org.ronghe.sources.road.RoadFault;
import org.ronghe.sources.road.ScenarioFile;
import org.ronghe.sources.road.TravelProfile;
import picocli.CommandLine.Option;

/// Which roads are travelled, and how; the same for every `./ronghe plan` command that travels.
final class RoadOptions {
  @Option(
      names = "--osm",
      paramLabel = "FILE",
      required = true,
      description = "OSM 道路数据（.osm.pbf）/ OSM extract")
  Path osm = Path.of("");

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      required = true,
      description = "出行方式：car、bike、foot / how one travels: car, bike or foot")
  TravelProfile profile = TravelProfile.CAR;

  @Option(
      names = "--turn-restrictions",
      description = "遵守转弯限制（较慢）/ obey turn restrictions (takes longer)")
  boolean turnRestrictions;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "先对道路作这些改动（YAML：close、slow、restrict、add，见 docs/engines/reach.md）/ changes to make to the"
              + " roads first (YAML: close, slow, restrict, add; see docs/engines/reach.md)")
  @Nullable Path scenario;

  @Option(
      names = "--snap-limit",
      paramLabel = "M",
      defaultValue = "2000",
      description =
          "点到道路的最远直线距离，米；更远的点算作不可达（缺省 2000）/ a point farther from any road than this,"
              + " metres, cannot be reached (default 2000)")
  double snapLimit_m = 2000;

  @Option(
      names = "--off-road-speed",
      paramLabel = "KM_H",
      defaultValue = "0",
      description =
          "点与道路之间的直线段按此速度计入时间和距离；缺省不计 / count the straight line between a point and the"
              + " road at this speed; not counted by default")
  double offRoadSpeed_km_h;

  /// @throws Refusal when the file cannot be used
  Roads read() {
    if (!(snapLimit_m >= 0 && snapLimit_m <= 100_000)) {
      throw outOfRange("--snap-limit", snapLimit_m, "0–100000");
    }
    if (!(offRoadSpeed_km_h >= 0 && offRoadSpeed_km_h <= 200)) {
      throw outOfRange("--off-road-speed", offRoadSpeed_km_h, "0–200");
    }
    try {
      RoadGraph roads = changed(OsmRoads.read(osm, profile, turnRestrictions));
      return new Roads(
          turnRestrictions ? Network.ofTurns(roads) : Network.ofJunctions(roads),
          new Snapper(roads, MainRoads.of(roads)));
    } catch (RoadFault fault) {
      throw refusal(fault);
    }
  }

  private RoadGraph changed(RoadGraph roads) throws RoadFault {
    if (scenario == null) {
      return roads;
    }
    List<RoadChange> changes = ScenarioFile.read(scenario);
    Scenario made = Scenario.of(roads, changes);
    for (int i = 0; i < changes.size(); i++) {
      int wanted = changes.get(i) instanceof RoadChange.Add ? 2 : 1;
      if (made.touched().get(i) < wanted) {
        throw notMade(scenario, i, changes.get(i));
      }
      if (changes.get(i) instanceof RoadChange.NoTurn && !turnRestrictions) {
        throw new Refusal(
            "turns-not-seen",
            "%s 的 changes[%d] 禁止转弯，但没有 --turn-restrictions。".formatted(scenario, i),
            "changes[%d] of %s forbids a turn, without --turn-restrictions.".formatted(i, scenario),
            "请加上 --turn-restrictions。",
            "Add --turn-restrictions.");
      }
    }
    return made.roads();
  }

  private static Refusal notMade(Path scenario, int i, RoadChange change) {
    boolean added = change instanceof RoadChange.Add;
    return new Refusal(
        added ? "road-not-joined" : "change-without-road",
        "%s 的 changes[%d] %s。".formatted(scenario, i, added ? "新路的一端 30 米内没有道路可接" : "没有找到任何道路"),
        "changes[%d] of %s %s."
            .formatted(
                i,
                scenario,
                added
                    ? "adds a road with an end farther than 30 m from any road"
                    : "finds no road"),
        added ? "也许坐标写反了，或端点画得不够近？" : "也许编号不在这个范围内，或该出行方式本来就不能走？",
        added
            ? "Maybe lon and lat are swapped, or the end is not drawn near enough?"
            : "Maybe the id is not in this extract, or was closed to this profile before?");
  }

  Stops stops(Path file, Snapper snapper) {
    try {
      return snapped(PointFile.read(file), file, snapper);
    } catch (RoadFault fault) {
      throw refusal(fault);
    }
  }

  private Stops snapped(List<Point> points, Path file, Snapper snapper) {
    List<Optional<Snap>> snaps = new ArrayList<>(points.size());
    for (Point point : points) {
      snaps.add(snapper.snap(point.lon(), point.lat(), snapLimit_m));
    }
    return new Stops(file, points, snaps);
  }

  static Refusal refusal(RoadFault fault) {
    return new Refusal(fault.why());
  }

  static Refusal outOfRange(String option, double value, String range) {
    return new Refusal(
        "option-out-of-range",
        "%s 的值 %s 不在 %s 之间。".formatted(option, value, range),
        "%s is %s, not within %s.".formatted(option, value, range),
        "",
        "");
  }

  record Roads(Network network, Snapper snapper) {}

  /// Points and where each meets the roads.
  record Stops(Path file, List<Point> points, List<Optional<Snap>> snaps) {
    int count() {
      return points.size();
    }

    /// Says how many points are off the roads, if any, and which comes first.
    void warn(Terminal terminal, double limit_m, Snapper snapper) {
      long off = snaps.stream().filter(Optional::isEmpty).count();
      if (off == 0) {
        return;
      }
      Point first = points.get(0);
      long swapped = 0;
      for (int i = points.size() - 1; i >= 0; i--) {
        Point point = points.get(i);
        if (snaps.get(i).isEmpty()) {
          first = point;
          swapped +=
              Math.abs(point.lon()) <= 90
                      && snapper.snap(point.lat(), point.lon(), limit_m).isPresent()
                  ? 1
                  : 0;
        }
      }
      terminal.warn(
          "%s：%d 个点中有 %d 个离道路超过 %.0f 米，结果留空；首个：第 %d 行 %s（%s, %s）。%s"
              .formatted(
                  file,
                  points.size(),
                  off,
                  limit_m,
                  first.row(),
                  first.id(),
                  first.lon(),
                  first.lat(),
                  swapped == off ? "也许 lon 和 lat 写反了？" : ""),
          "%s: %d of %d points are farther than %.0f m from any road and stay empty; the first: row %d %s (%s, %s).%s"
              .formatted(
                  file,
                  off,
                  points.size(),
                  limit_m,
                  first.row(),
                  first.id(),
                  first.lon(),
                  first.lat(),
                  swapped == off ? " Maybe lon and lat are swapped?" : ""));
    }
  }
}
