package org.ronghe.engines.reach;

import java.util.Arrays;
import org.ronghe.model.road.RoadGraph;

/// How long it takes to the corners of a grid laid over the reached roads: to the nearest place on
/// a road, and from there on foot, straight and not far.
final class TimeField {
  private static final double M_PER_DEGREE = Math.toRadians(1) * 6_371_000;

  final int columns;
  final int rows;
  final double west;
  final double south;
  final double stepLon;
  final double stepLat;
  final float[] time_ms;
  private final float[] offRoad_m;
  private final double step_m;
  private final double offRoad_ms_m;
  private final double offRoadLimit_m;

  /// @param box west, south, east, north of the reached roads
  TimeField(double[] box, IsochroneRules rules) {
    double margin_m = rules.offRoadLimit_m() + 2 * rules.step_m();
    double shrink = Math.cos(Math.toRadians((box[1] + box[3]) / 2));
    double width_m = (box[2] - box[0]) * shrink * M_PER_DEGREE + 2 * margin_m;
    double height_m = (box[3] - box[1]) * M_PER_DEGREE + 2 * margin_m;
    step_m = Math.max(rules.step_m(), Math.sqrt(width_m * height_m / IsochroneRules.MOST_CORNERS));
    stepLat = step_m / M_PER_DEGREE;
    stepLon = stepLat / shrink;
    double margin = margin_m + step_m;
    west = box[0] - margin / M_PER_DEGREE / shrink;
    south = box[1] - margin / M_PER_DEGREE;
    columns = (int) Math.ceil((width_m + 2 * step_m) / step_m) + 2;
    rows = (int) Math.ceil((height_m + 2 * step_m) / step_m) + 2;
    time_ms = new float[columns * rows];
    offRoad_m = new float[columns * rows];
    Arrays.fill(time_ms, OneToAll.NEVER);
    offRoad_ms_m = 3600 / rules.offRoad_km_h();
    offRoadLimit_m = Math.max(rules.offRoadLimit_m(), 1.5 * step_m);
  }

  /// A field nothing is reached in yet, to be filled in corner by corner; its edge must stay empty.
  TimeField(int columns, int rows, double west, double south, double stepLon, double stepLat) {
    this.columns = columns;
    this.rows = rows;
    this.west = west;
    this.south = south;
    this.stepLon = stepLon;
    this.stepLat = stepLat;
    step_m = stepLat * M_PER_DEGREE;
    time_ms = new float[columns * rows];
    offRoad_m = new float[0];
    Arrays.fill(time_ms, OneToAll.NEVER);
    offRoad_ms_m = 0;
    offRoadLimit_m = 0;
  }

  /// Marks a directed stretch, entered at `entered_ms`, as far as `limit_ms`. Entered before 0
  /// means that one starts somewhere along it.
  ///
  /// @param begin fraction of the directed stretch already done at `entered_ms`
  void travel(RoadGraph roads, int directed, double begin, long entered_ms, long limit_ms) {
    int stretch = directed >> 1;
    boolean forward = (directed & 1) == 0;
    int points = roads.pointCount(stretch);
    double whole = 0;
    for (int i = 1; i < points; i++) {
      whole += length_m(roads, stretch, i);
    }
    double total_ms = roads.directed_ms(directed);
    double done = 0;
    for (int i = 1; i < points; i++) {
      int part = forward ? i : points - i;
      double length = length_m(roads, stretch, part);
      int steps = Math.max(1, (int) Math.ceil(length / (step_m / 2)));
      for (int s = 0; s <= steps; s++) {
        double within = (double) s / steps;
        double fraction = whole == 0 ? within : (done + within * length) / whole;
        double at_ms = entered_ms + (fraction - begin) * total_ms;
        if (at_ms >= 0 && fraction >= begin && at_ms <= limit_ms) {
          double along = forward ? within : 1 - within;
          mark(
              between(roads.pointLon(stretch, part - 1), roads.pointLon(stretch, part), along),
              between(roads.pointLat(stretch, part - 1), roads.pointLat(stretch, part), along),
              at_ms);
        }
      }
      done += length;
    }
  }

  /// Marks a place on a stretch as reached at once.
  void markOn(RoadGraph roads, int stretch, double fraction) {
    double left = 0;
    for (int i = 1; i < roads.pointCount(stretch); i++) {
      left += fraction * length_m(roads, stretch, i);
    }
    for (int i = 1; i < roads.pointCount(stretch); i++) {
      double length = length_m(roads, stretch, i);
      if (left <= length || i == roads.pointCount(stretch) - 1) {
        double along = length == 0 ? 0 : Math.min(1, left / length);
        mark(
            between(roads.pointLon(stretch, i - 1), roads.pointLon(stretch, i), along),
            between(roads.pointLat(stretch, i - 1), roads.pointLat(stretch, i), along),
            0);
        return;
      }
      left -= length;
    }
  }

  private static double between(double a, double b, double along) {
    return a + along * (b - a);
  }

  private double length_m(RoadGraph roads, int stretch, int part) {
    double x = (roads.pointLon(stretch, part) - roads.pointLon(stretch, part - 1)) / stepLon;
    double y = (roads.pointLat(stretch, part) - roads.pointLat(stretch, part - 1)) / stepLat;
    return Math.hypot(x, y) * step_m;
  }

  void mark(double lon, double lat, double at_ms) {
    double x = (lon - west) / stepLon;
    double y = (lat - south) / stepLat;
    int column = (int) x;
    int row = (int) y;
    for (int r = row; r <= row + 1; r++) {
      for (int c = column; c <= column + 1; c++) {
        double off_m = Math.hypot(x - c, y - r) * step_m;
        better(r * columns + c, at_ms + off_m * offRoad_ms_m, off_m);
      }
    }
  }

  private void better(int corner, double ms, double off_m) {
    if (ms < time_ms[corner] && off_m <= offRoadLimit_m) {
      time_ms[corner] = (float) ms;
      offRoad_m[corner] = (float) off_m;
    }
  }

  /// Walks on from every marked corner to its neighbours, there and back until nothing gets better.
  void walkOffRoad() {
    boolean changed = true;
    for (int round = 0; changed && round < 8; round++) {
      float[] before = time_ms.clone();
      for (int r = 1; r < rows - 1; r++) {
        for (int c = 1; c < columns - 1; c++) {
          int at = r * columns + c;
          from(at, at - columns - 1, at - columns, at - columns + 1, at - 1);
        }
        for (int c = columns - 2; c > 0; c--) {
          stepFrom(r * columns + c, r * columns + c + 1, step_m);
        }
      }
      for (int r = rows - 2; r > 0; r--) {
        for (int c = columns - 2; c > 0; c--) {
          int at = r * columns + c;
          from(at, at + columns + 1, at + columns, at + columns - 1, at + 1);
        }
        for (int c = 1; c < columns - 1; c++) {
          stepFrom(r * columns + c, r * columns + c - 1, step_m);
        }
      }
      changed = !Arrays.equals(before, time_ms);
    }
  }

  private void from(int at, int diagonal, int straight, int otherDiagonal, int beside) {
    stepFrom(at, diagonal, step_m * Math.sqrt(2));
    stepFrom(at, straight, step_m);
    stepFrom(at, otherDiagonal, step_m * Math.sqrt(2));
    stepFrom(at, beside, step_m);
  }

  private void stepFrom(int at, int neighbour, double length_m) {
    if (time_ms[neighbour] < OneToAll.NEVER) {
      better(at, time_ms[neighbour] + length_m * offRoad_ms_m, offRoad_m[neighbour] + length_m);
    }
  }
}
