package org.ronghe.engines.reach;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;
import org.ronghe.model.terrain.ElevationGrid;

/// The quickest ways on foot from one place after another, over land and roads: Dijkstra's search.
/// For one thread.
public final class TerrainSearch {
  private final Terrain terrain;
  private final NodeHeap heap;
  private double lon;
  private double lat;

  public TerrainSearch(Terrain terrain) {
    this.terrain = terrain;
    heap = new NodeHeap(terrain.nodeCount());
  }

  /// Searches everything that can be reached from a place, WGS-84 degrees. A place beside the grid
  /// reaches nothing.
  public TerrainSearch from(double fromLon, double fromLat) {
    lon = fromLon;
    lat = fromLat;
    heap.clear();
    for (int cell : terrain.around(lon, lat)) {
      offer(cell, 0, terrain.straight(lon, lat, terrain.cellLon(cell), terrain.cellLat(cell)));
    }
    while (!heap.isEmpty()) {
      int v = heap.poll();
      long sofar = heap.cost(v);
      if (v < terrain.cells) {
        step(v, sofar);
      }
      for (int arc = terrain.arcs.first()[v]; arc < terrain.arcs.first()[v + 1]; arc++) {
        offer(terrain.arcs.head()[arc], sofar, terrain.arcs.cost()[arc]);
      }
    }
    return this;
  }

  private void offer(int node, long sofar, long more) {
    if (Cost.isReachable(more)) {
      heap.offer(node, sofar + more);
    }
  }

  private void step(int cell, long sofar) {
    ElevationGrid grid = terrain.grid;
    int columns = grid.columns();
    int mask = terrain.open[cell];
    double here = terrain.cellLat(cell);
    double up_m = grid.stepLat() * Terrain.M_PER_DEGREE;
    for (int k = 0; k < Terrain.DX.length; k++) {
      if ((mask >> k & 1) == 1) {
        int other = cell + Terrain.DY[k] * columns + Terrain.DX[k];
        double middle = here - Terrain.DY[k] * grid.stepLat() / 2;
        double x = Terrain.DX[k] * grid.stepLon() * Math.cos(Math.toRadians(middle));
        double run_m = Math.hypot(x * Terrain.M_PER_DEGREE, Terrain.DY[k] * up_m);
        double ms = time_ms(cell, other, k, run_m);
        offer(other, sofar, Terrain.cost(ms, run_m));
      }
    }
  }

  /// A knight's move passes between two corners halfway: their height counts too, or one would step
  /// over a ridge.
  private double time_ms(int cell, int other, int k, double run_m) {
    float[] height_m = terrain.grid.height_m();
    double rise_m = height_m[other] - height_m[cell];
    if (k < 8) {
      return Hiking.time_ms(run_m, rise_m, terrain.offRoad_km_h);
    }
    int columns = terrain.grid.columns();
    int x = Integer.signum(Terrain.DX[k]);
    int y = Integer.signum(Terrain.DY[k]) * columns;
    int beside = cell + (Math.abs(Terrain.DX[k]) == 2 ? x : y);
    double halfway_m = (height_m[beside] + height_m[cell + x + y]) / 2 - height_m[cell];
    return Hiking.time_ms(run_m / 2, halfway_m, terrain.offRoad_km_h)
        + Hiking.time_ms(run_m / 2, rise_m - halfway_m, terrain.offRoad_km_h);
  }

  /// The [Cost] of the way to a place from where was searched last, or [Cost#UNREACHABLE].
  public long to(double toLon, double toLat) {
    if (toLon == lon && toLat == lat) {
      return terrain.around(lon, lat).length == 0 ? Cost.UNREACHABLE : 0;
    }
    long least = Cost.UNREACHABLE;
    double step_m = terrain.grid.stepLat() * Terrain.M_PER_DEGREE;
    int[] corners = terrain.around(toLon, toLat);
    if (corners.length > 0 && Terrain.run_m(lon, lat, toLon, toLat) <= step_m) {
      least = terrain.straight(lon, lat, toLon, toLat);
    }
    for (int cell : corners) {
      long sofar = heap.cost(cell);
      long rest = terrain.straight(terrain.cellLon(cell), terrain.cellLat(cell), toLon, toLat);
      if (Cost.isReachable(sofar) && Cost.isReachable(rest)) {
        least = Math.min(least, sofar + rest);
      }
    }
    return least;
  }

  /// The land reached within each limit, from where was searched last; larger limits hold smaller
  /// ones.
  public List<MultiPolygon> within(List<Integer> limits_ms) {
    ElevationGrid grid = terrain.grid;
    TimeField field =
        new TimeField(
            grid.columns() + 2,
            grid.rows() + 2,
            grid.west() - grid.stepLon(),
            grid.lat(grid.rows() - 1) - grid.stepLat(),
            grid.stepLon(),
            grid.stepLat());
    for (int cell = 0; cell < terrain.cells; cell++) {
      long cost = heap.cost(cell);
      if (Cost.isReachable(cost)) {
        int row = grid.rows() - 1 - cell / grid.columns();
        int at = (row + 1) * field.columns + cell % grid.columns() + 1;
        field.time_ms[at] = Cost.time_ms(cost);
      }
    }
    int most_ms = limits_ms.stream().mapToInt(Integer::intValue).max().orElse(0);
    List<MultiPolygon> areas = new ArrayList<>();
    for (int limit_ms : limits_ms) {
      areas.add(Contour.within(field, limit_ms, 2.0 * most_ms + 60_000));
    }
    return areas;
  }
}
