package org.ronghe.engines.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.ronghe.model.road.RoadGraph;

/// Finds the nearest place on the roads, on the line of a stretch and not only at its ends. Of two
/// equally near stretches the one with the lower number is taken. Immutable, shared by threads.
public final class Snapper {
  private static final double EARTH_M = 6_371_000;
  private static final double M_PER_DEGREE = Math.toRadians(1) * EARTH_M;
  private static final double CELL_M = 300;

  private final RoadGraph roads;
  private final BitSet kept;
  private final double west;
  private final double south;
  private final double cellLon;
  private final double cellLat;
  private final int columns;
  private final int rows;
  private final int[] first;
  private final int[] stretch;

  /// @param kept the stretches that may be snapped to, see [MainRoads]
  public Snapper(RoadGraph roads, BitSet kept) {
    this.roads = roads;
    this.kept = (BitSet) kept.clone();
    double[] box = {180, 90, -180, -90};
    kept.stream().forEach(s -> widen(s, box));
    west = box[0];
    south = box[1];
    double middle = Math.toRadians(Math.clamp((box[1] + box[3]) / 2, -89, 89));
    double width = Math.max(0, box[2] - west);
    double height = Math.max(0, box[3] - south);
    double stepLat = CELL_M / M_PER_DEGREE;
    double stepLon = stepLat / Math.cos(middle);
    double most = 4.0 * kept.cardinality() + 64;
    double coarser = Math.max(1, Math.sqrt((width / stepLon + 1) * (height / stepLat + 1) / most));
    cellLat = stepLat * coarser;
    cellLon = stepLon * coarser;
    columns = (int) (width / cellLon) + 1;
    rows = (int) (height / cellLat) + 1;
    first = new int[columns * rows + 1];
    int[] last = new int[columns * rows];
    Arrays.fill(last, -1);
    kept.stream().forEach(s -> eachCell(s, last, cell -> first[cell + 1]++));
    for (int i = 0; i < columns * rows; i++) {
      first[i + 1] += first[i];
    }
    stretch = new int[first[columns * rows]];
    int[] next = first.clone();
    Arrays.fill(last, -1);
    kept.stream().forEach(s -> eachCell(s, last, cell -> stretch[next[cell]++] = s));
  }

  private interface Cell {
    void at(int cell);
  }

  private void widen(int s, double[] box) {
    for (int i = 0; i < roads.pointCount(s); i++) {
      box[0] = Math.min(box[0], roads.pointLon(s, i));
      box[1] = Math.min(box[1], roads.pointLat(s, i));
      box[2] = Math.max(box[2], roads.pointLon(s, i));
      box[3] = Math.max(box[3], roads.pointLat(s, i));
    }
  }

  /// Each cell that the box around a part of the line touches, once.
  private void eachCell(int s, int[] last, Cell cell) {
    for (int i = 1; i < roads.pointCount(s); i++) {
      int left = column(Math.min(roads.pointLon(s, i - 1), roads.pointLon(s, i)));
      int right = column(Math.max(roads.pointLon(s, i - 1), roads.pointLon(s, i)));
      int bottom = row(Math.min(roads.pointLat(s, i - 1), roads.pointLat(s, i)));
      int top = row(Math.max(roads.pointLat(s, i - 1), roads.pointLat(s, i)));
      for (int y = bottom; y <= top; y++) {
        for (int x = left; x <= right; x++) {
          int at = y * columns + x;
          if (last[at] != s) {
            last[at] = s;
            cell.at(at);
          }
        }
      }
    }
  }

  private int column(double lon) {
    return (int) Math.floor((lon - west) / cellLon);
  }

  private int row(double lat) {
    return (int) Math.floor((lat - south) / cellLat);
  }

  public boolean isKept(int stretch) {
    return kept.get(stretch);
  }

  /// The nearest place within `limit_m` metres, or none.
  public Optional<Snap> snap(double lon, double lat, double limit_m) {
    Nearest nearest = new Nearest(lon, lat, limit_m);
    int x = column(lon);
    int y = row(lat);
    double ring_m = Math.min(cellLat, cellLon * nearest.shrink) * M_PER_DEGREE;
    int rings = (int) Math.min(Math.ceil(limit_m / ring_m) + 1, outermost(x, y));
    for (int ring = 0; ring <= rings; ring++) {
      if (nearest.distance_m <= (ring - 1) * ring_m) {
        break;
      }
      look(x, y, ring, nearest);
    }
    return nearest.found();
  }

  private int outermost(int x, int y) {
    int across = Math.max(Math.abs(x), Math.abs(x - columns));
    return Math.max(across, Math.max(Math.abs(y), Math.abs(y - rows))) + 1;
  }

  private void look(int x, int y, int ring, Nearest nearest) {
    for (int row = Math.max(0, y - ring); row <= Math.min(rows - 1, y + ring); row++) {
      boolean edge = Math.abs(row - y) == ring;
      int step = edge || ring == 0 ? 1 : 2 * ring;
      for (int column = x - ring; column <= x + ring; column += step) {
        if (column >= 0 && column < columns) {
          int cell = row * columns + column;
          for (int i = first[cell]; i < first[cell + 1]; i++) {
            nearest.compare(stretch[i]);
          }
        }
      }
    }
  }

  /// The nearest place so far; the earth is flat around the point.
  private final class Nearest {
    private final double lon;
    private final double lat;
    private final double shrink;
    private double distance_m;
    private int on = -1;
    private int part;
    private double along;

    Nearest(double lon, double lat, double limit_m) {
      this.lon = lon;
      this.lat = lat;
      shrink = Math.cos(Math.toRadians(lat));
      distance_m = Math.nextUp(limit_m);
    }

    private double x_m(int s, int point) {
      return (roads.pointLon(s, point) - lon) * shrink * M_PER_DEGREE;
    }

    private double y_m(int s, int point) {
      return (roads.pointLat(s, point) - lat) * M_PER_DEGREE;
    }

    void compare(int s) {
      double ax = x_m(s, 0);
      double ay = y_m(s, 0);
      for (int i = 1; i < roads.pointCount(s); i++) {
        double bx = x_m(s, i);
        double by = y_m(s, i);
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / square, 0, 1);
        double distance = Math.hypot(ax + t * dx, ay + t * dy);
        if (distance < distance_m || distance == distance_m && on >= 0 && s < on) {
          distance_m = distance;
          on = s;
          part = i;
          along = t;
        }
        ax = bx;
        ay = by;
      }
    }

    Optional<Snap> found() {
      if (on < 0) {
        return Optional.empty();
      }
      double whole = 0;
      double done = 0;
      for (int i = 1; i < roads.pointCount(on); i++) {
        double length = Math.hypot(x_m(on, i) - x_m(on, i - 1), y_m(on, i) - y_m(on, i - 1));
        done += i < part ? length : i == part ? along * length : 0;
        whole += length;
      }
      double fraction = whole == 0 ? 0 : done / whole;
      double fromLon = roads.pointLon(on, part - 1);
      double fromLat = roads.pointLat(on, part - 1);
      return Optional.of(
          new Snap(
              position(fraction),
              fromLon + along * (roads.pointLon(on, part) - fromLon),
              fromLat + along * (roads.pointLat(on, part) - fromLat),
              distance_m));
    }

    private Position position(double fraction) {
      if (fraction <= 0) {
        return new Position.AtJunction(roads.from(on));
      }
      return fraction >= 1
          ? new Position.AtJunction(roads.to(on))
          : new Position.OnStretch(on, fraction);
    }
  }
}
