package org.ronghe.model.terrain;

import org.jspecify.annotations.Nullable;

/// Heights on a regular grid of degrees, rows from north to south. The array must not be changed.
///
/// @param west of the centres of the first column, WGS-84 degrees
/// @param north of the centres of the first row, WGS-84 degrees
/// @param stepLon degrees from column to column, above 0
/// @param stepLat degrees from row to row, above 0
/// @param height_m row by row; NaN where nothing is known
public record ElevationGrid(
    int columns,
    int rows,
    double west,
    double north,
    double stepLon,
    double stepLat,
    float[] height_m) {
  public ElevationGrid {
    if (columns < 2 || rows < 2 || height_m.length != columns * rows) {
      throw new IllegalArgumentException(columns + " × " + rows);
    }
    if (!(stepLon > 0 && stepLat > 0)) {
      throw new IllegalArgumentException(stepLon + ", " + stepLat);
    }
  }

  public double lon(int column) {
    return west + column * stepLon;
  }

  public double lat(int row) {
    return north - row * stepLat;
  }

  /// The part within a box, a row and column more on each side; this grid when the box holds it.
  ///
  /// @return null when they do not meet
  public @Nullable ElevationGrid within(double left, double bottom, double right, double top) {
    int firstColumn = (int) Math.clamp(Math.floor((left - west) / stepLon) - 1, 0, columns);
    int lastColumn = (int) Math.clamp(Math.ceil((right - west) / stepLon) + 1, -1, columns - 1);
    int firstRow = (int) Math.clamp(Math.floor((north - top) / stepLat) - 1, 0, rows);
    int lastRow = (int) Math.clamp(Math.ceil((north - bottom) / stepLat) + 1, -1, rows - 1);
    int width = lastColumn - firstColumn + 1;
    int height = lastRow - firstRow + 1;
    if (width < 2 || height < 2) {
      return null;
    }
    float[] part = new float[width * height];
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          height_m, (firstRow + row) * columns + firstColumn, part, row * width, width);
    }
    return new ElevationGrid(
        width, height, lon(firstColumn), lat(firstRow), stepLon, stepLat, part);
  }
}
