package org.ronghe.server.cli;

import java.io.IOException;
import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;
import org.ronghe.engines.reach.Cost;
import org.ronghe.engines.reach.Terrain;
import org.ronghe.engines.reach.TerrainSearch;
import org.ronghe.sources.road.PointFile.Point;

/// Asks the terrain for every pair, or for areas, origin after origin.
final class TerrainRun {
  private final TerrainSearch search;
  private long unreachable;

  TerrainRun(Terrain terrain) {
    search = new TerrainSearch(terrain);
  }

  /// Pairs written without a way.
  long unreachable() {
    return unreachable;
  }

  void matrix(List<Point> from, List<Point> to, MatrixTable table) throws IOException {
    byte[][] ids =
        to.stream().map(point -> MatrixRows.id(point.id(), table.form())).toArray(byte[][]::new);
    for (Point origin : from) {
      search.from(origin.lon(), origin.lat());
      MatrixRows rows = new MatrixRows(table.form(), ids.length);
      byte[] id = MatrixRows.id(origin.id(), table.form());
      for (int i = 0; i < ids.length; i++) {
        long cost = search.to(to.get(i).lon(), to.get(i).lat());
        if (Cost.isReachable(cost)) {
          rows.add(id, ids[i], Cost.time_ms(cost), Cost.length_mm(cost));
        } else {
          rows.add(id, ids[i], -1, 0);
          unreachable++;
        }
      }
      table.add(rows);
    }
  }

  void areas(List<Point> from, List<Double> minutes, IsochroneFile file) throws IOException {
    List<Integer> limits = minutes.stream().map(m -> (int) Math.round(m * 60_000)).toList();
    for (Point origin : from) {
      search.from(origin.lon(), origin.lat());
      List<MultiPolygon> areas = search.within(limits);
      for (int m = 0; m < minutes.size(); m++) {
        MultiPolygon area = areas.get(m);
        file.add(origin.id(), minutes.get(m), area.isEmpty() ? null : area);
      }
    }
  }
}
