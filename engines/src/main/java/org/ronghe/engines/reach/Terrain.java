package org.ronghe.engines.reach;

import java.util.Arrays;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.terrain.ElevationGrid;

/// Land that can be walked over, with the roads across it. Nodes are first the corners of the grid
/// of heights, each joined to 16 neighbours, then places along the roads, no farther apart than the
/// grid's step, each joined to the four corners around it. Slope counts both ways, on roads and off
/// them. Immutable, shared by threads.
public final class Terrain {
  static final double M_PER_DEGREE = Math.toRadians(1) * 6_371_000;

  /// Neighbours: straight, diagonal, and a knight's move.
  static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1, 2, 1, -1, -2, -2, -1, 1, 2};

  static final int[] DY = {0, 1, 1, 1, 0, -1, -1, -1, 1, 2, 2, 1, -1, -2, -2, -1};

  final ElevationGrid grid;
  final double offRoad_km_h;
  final int cells;
  final Arcs arcs;
  private final Barrier barrier;

  /// For each corner, which of the 16 neighbours can be walked to.
  final short[] open;

  /// @param roads as for walkers; may have no stretch
  /// @param offRoad_km_h pace on level ground off the roads
  public Terrain(ElevationGrid grid, RoadGraph roads, double offRoad_km_h, Barrier barrier) {
    this.grid = grid;
    this.offRoad_km_h = offRoad_km_h;
    this.barrier = barrier;
    cells = grid.columns() * grid.rows();
    open = open();
    arcs = new TerrainRoads(this, roads).arcs();
  }

  private short[] open() {
    short[] masks = new short[cells];
    for (int cell = 0; cell < cells; cell++) {
      int column = cell % grid.columns();
      int row = cell / grid.columns();
      int mask = 0;
      for (int k = 0; k < DX.length; k++) {
        if (canStep(column, row, column + DX[k], row + DY[k])) {
          mask |= 1 << k;
        }
      }
      masks[cell] = (short) mask;
    }
    return masks;
  }

  private boolean canStep(int column, int row, int toColumn, int toRow) {
    // a slanting step must not slip between corners that have no height
    int stepX = Integer.signum(toColumn - column);
    int stepY = Integer.signum(toRow - row);
    boolean wide = Math.abs(toColumn - column) > 1;
    boolean tall = Math.abs(toRow - row) > 1;
    return isLand(column, row)
        && isLand(toColumn, toRow)
        && (stepX == 0 || tall || isLand(column + stepX, row))
        && (stepY == 0 || wide || isLand(column, row + stepY))
        && (!(wide || tall) || isLand(column + stepX, row + stepY))
        && !barrier.isBetween(grid.lon(column), grid.lat(row), grid.lon(toColumn), grid.lat(toRow));
  }

  private boolean isLand(int column, int row) {
    return column >= 0
        && row >= 0
        && column < grid.columns()
        && row < grid.rows()
        && !Float.isNaN(grid.height_m()[row * grid.columns() + column]);
  }

  /// All nodes: corners and places along roads.
  public int nodeCount() {
    return arcs.first().length - 1;
  }

  /// Metres between two places, the earth flat between them.
  static double run_m(double lon, double lat, double otherLon, double otherLat) {
    double x = (otherLon - lon) * Math.cos(Math.toRadians((lat + otherLat) / 2));
    return Math.hypot(x, otherLat - lat) * M_PER_DEGREE;
  }

  /// The height at a place between corners; NaN beside the grid or where a corner has none.
  double height_m(double lon, double lat) {
    double x = (lon - grid.west()) / grid.stepLon();
    double y = (grid.north() - lat) / grid.stepLat();
    int column = (int) Math.clamp(Math.floor(x), 0, grid.columns() - 2);
    int row = (int) Math.clamp(Math.floor(y), 0, grid.rows() - 2);
    double right = x - column;
    double down = y - row;
    if (right < -1e-6 || down < -1e-6 || right > 1 + 1e-6 || down > 1 + 1e-6) {
      return Double.NaN;
    }
    float[] h = grid.height_m();
    int at = row * grid.columns() + column;
    double upper = h[at] + right * (h[at + 1] - h[at]);
    int below = at + grid.columns();
    double lower = h[below] + right * (h[below + 1] - h[below]);
    return upper + down * (lower - upper);
  }

  /// What a straight way off the roads takes, or [Cost#UNREACHABLE].
  long straight(double lon, double lat, double otherLon, double otherLat) {
    if (barrier.isBetween(lon, lat, otherLon, otherLat)) {
      return Cost.UNREACHABLE;
    }
    double run_m = run_m(lon, lat, otherLon, otherLat);
    double rise_m = height_m(otherLon, otherLat) - height_m(lon, lat);
    return cost(Hiking.time_ms(run_m, rise_m, offRoad_km_h), run_m);
  }

  static long cost(double time_ms, double run_m) {
    boolean tooLong = !(time_ms < 1 << 29 && run_m < 1_000_000);
    return tooLong
        ? Cost.UNREACHABLE
        : Cost.of((int) Math.round(time_ms), (int) Math.round(run_m * 1000));
  }

  /// The corners around a place that have a height; empty beside the grid.
  int[] around(double lon, double lat) {
    double x = (lon - grid.west()) / grid.stepLon();
    double y = (grid.north() - lat) / grid.stepLat();
    if (!(x >= -0.5 && y >= -0.5 && x <= grid.columns() - 0.5 && y <= grid.rows() - 0.5)) {
      return new int[0];
    }
    int column = (int) Math.clamp(Math.floor(x), 0, grid.columns() - 2);
    int row = (int) Math.clamp(Math.floor(y), 0, grid.rows() - 2);
    int[] corners = new int[4];
    int size = 0;
    for (int k = 0; k < 4; k++) {
      if (isLand(column + k % 2, row + k / 2)) {
        corners[size++] = (row + k / 2) * grid.columns() + column + k % 2;
      }
    }
    return Arrays.copyOf(corners, size);
  }

  double cellLon(int cell) {
    return grid.lon(cell % grid.columns());
  }

  double cellLat(int cell) {
    return grid.lat(cell / grid.columns());
  }
}
