package org.ronghe.office.tiles;

import org.locationtech.jts.geom.Envelope;

/// One square of the web-mercator pyramid; `y` counts from the north.
record TileAddress(int z, int x, int y) {
  static final int DEEPEST_ZOOM = 22;

  /// Units across one tile.
  static final int EXTENT = 4096;

  boolean exists() {
    return z >= 0 && z <= DEEPEST_ZOOM && inside(x) && inside(y);
  }

  private boolean inside(int index) {
    return index >= 0 && index < 1 << z;
  }

  /// West, south, east, north in degrees, widened by `buffer_units` on each side.
  Envelope degrees(double buffer_units) {
    double by = buffer_units / EXTENT;
    return new Envelope(lon(x - by), lon(x + 1 + by), lat(y - by), lat(y + 1 + by));
  }

  private double lon(double column) {
    return column / (1 << z) * 360 - 180;
  }

  private double lat(double row) {
    double mercator = Math.PI * (1 - 2 * row / (1 << z));
    return Math.toDegrees(Math.atan(Math.sinh(mercator)));
  }

  /// Units east of the tile's west edge.
  double column(double lon) {
    return ((lon + 180) / 360 * (1 << z) - x) * EXTENT;
  }

  /// Units south of the tile's north edge.
  double row(double lat) {
    double radians = Math.toRadians(lat);
    double mercator = Math.log(Math.tan(radians) + 1 / Math.cos(radians));
    return ((1 - mercator / Math.PI) / 2 * (1 << z) - y) * EXTENT;
  }
}
