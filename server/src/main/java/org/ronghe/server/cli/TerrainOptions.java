package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.ronghe.engines.reach.Barrier;
import org.ronghe.engines.reach.Terrain;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.terrain.ElevationGrid;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.road.PointFile.Point;
import org.ronghe.sources.road.RoadFault;
import org.ronghe.sources.road.TravelProfile;
import org.ronghe.sources.terrain.BarrierFile;
import org.ronghe.sources.terrain.ElevationFile;
import picocli.CommandLine.Option;

/// Walking over land as well as on roads.
final class TerrainOptions {
  private static final int MOST_CELLS = 16_000_000;

  @Option(
      names = "--dem",
      paramLabel = "FILE",
      description =
          "高程（.hgt、.hgt.zip 或经纬度 GeoTIFF）：步行也可离开道路，坡度计入 / heights (.hgt, .hgt.zip or GeoTIFF in"
              + " degrees): one walks off the roads too, and slopes count")
  @Nullable Path dem;

  @Option(
      names = "--terrain",
      description =
          "离开道路步行，需要 --dem（给了 --dem 即是）/ walk off the roads; needs --dem, which implies it")
  boolean terrain;

  @Option(
      names = "--terrain-speed",
      paramLabel = "KM_H",
      defaultValue = "3",
      description =
          "离开道路时平地的步速（缺省 3，即道路的 0.6）/ pace on level ground off the roads (default 3, 0.6 of that on roads)")
  double terrain_km_h;

  @Option(
      names = "--barriers",
      paramLabel = "FILE",
      description =
          "离开道路时不能越过的线和面（GeoJSON）/ lines and areas one cannot cross off the roads (GeoJSON)")
  @Nullable Path barriers;

  boolean isWanted() {
    return dem != null;
  }

  void check(RoadOptions roads, BusOptions buses) {
    if (dem == null) {
      if (terrain || barriers != null) {
        throw new Refusal(
            "terrain-without-dem",
            "离开道路步行需要高程，但没有给 --dem。",
            "Walking off the roads needs heights, but there is no --dem.",
            "请用 --dem 给出 .hgt 或 GeoTIFF。",
            "Name a .hgt or GeoTIFF file with --dem.");
      }
      return;
    }
    if (roads.profile != TravelProfile.FOOT || buses.isWanted()) {
      throw new Refusal(
          "dem-needs-foot",
          "--dem 只用于步行（--profile foot），不与 --gtfs 同用。",
          "--dem is for walking only (--profile foot), and not together with --gtfs.",
          "",
          "");
    }
    if (!(terrain_km_h >= 0.2 && terrain_km_h <= 10)) {
      throw RoadOptions.outOfRange("--terrain-speed", terrain_km_h, "0.2–10");
    }
  }

  /// The land around the points.
  ///
  /// @param margin_m how much of it beyond the points at least
  Terrain read(RoadGraph roads, List<Point> points, double margin_m) {
    try {
      ElevationGrid whole = ElevationFile.read(dem == null ? Path.of("") : dem);
      Envelope box = new Envelope();
      points.forEach(point -> box.expandToInclude(point.lon(), point.lat()));
      double shrink = Math.cos(Math.toRadians(Math.clamp(box.centre().y, -85, 85)));
      double up = margin_m / 111_195 + box.getHeight() / 4;
      double across = margin_m / 111_195 / shrink + box.getWidth() / 4;
      ElevationGrid part =
          whole.within(
              box.getMinX() - across,
              box.getMinY() - up,
              box.getMaxX() + across,
              box.getMaxY() + up);
      if (part == null) {
        throw notThere(whole);
      }
      if ((long) part.columns() * part.rows() > MOST_CELLS) {
        throw new Refusal(
            "dem-size",
            "点的范围内有 %d × %d 个高程，太多。".formatted(part.columns(), part.rows()),
            "There are %d × %d heights around the points: too many."
                .formatted(part.columns(), part.rows()),
            "请用更粗的高程，或分片计算。",
            "Take coarser heights, or ask for fewer points at a time.");
      }
      return new Terrain(part, roads, terrain_km_h, barrier());
    } catch (RoadFault fault) {
      throw RoadOptions.refusal(fault);
    }
  }

  private Refusal notThere(ElevationGrid grid) {
    String where =
        "%.4f–%.4f, %.4f–%.4f"
            .formatted(
                grid.west(), grid.lon(grid.columns() - 1), grid.lat(grid.rows() - 1), grid.north());
    return new Refusal(
        "dem-elsewhere",
        "%s（%s）不含任何一个点。".formatted(dem, where),
        "%s (%s) holds none of the points.".formatted(dem, where),
        "也许下载了相邻的一度，或 lon 和 lat 写反了？",
        "Maybe it is the tile next to it, or lon and lat are swapped?");
  }

  private Barrier barrier() throws RoadFault {
    if (barriers == null) {
      return Barrier.NONE;
    }
    STRtree tree = new STRtree();
    for (Geometry part : BarrierFile.read(barriers)) {
      tree.insert(part.getEnvelopeInternal(), PreparedGeometryFactory.prepare(part));
    }
    tree.build();
    GeometryFactory shapes = new GeometryFactory();
    return (lon, lat, otherLon, otherLat) -> {
      List<?> near = tree.query(new Envelope(lon, otherLon, lat, otherLat));
      if (near.isEmpty()) {
        return false;
      }
      LineString step =
          shapes.createLineString(
              new Coordinate[] {new Coordinate(lon, lat), new Coordinate(otherLon, otherLat)});
      return near.stream()
          .anyMatch(part -> part instanceof PreparedGeometry p && p.intersects(step));
    };
  }
}
