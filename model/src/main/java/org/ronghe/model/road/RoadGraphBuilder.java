package org.ronghe.model.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts a [RoadGraph] together, junction by junction and stretch by stretch.
public final class RoadGraphBuilder {
  /// A stretch may take six days and be 1,000 km long; more is no road.
  private static final int MOST = 1 << 29;

  final Ints nodeLon = new Ints();
  final Ints nodeLat = new Ints();
  final Ints from = new Ints();
  final Ints to = new Ints();
  final Ints length = new Ints();
  final Ints forward = new Ints();
  final Ints backward = new Ints();
  final Ints shapeFirst = new Ints();
  final Ints shapeLon = new Ints();
  final Ints shapeLat = new Ints();
  final List<Long> bans = new ArrayList<>();
  final List<String> names = new ArrayList<>();
  long[] road = new long[64];

  public RoadGraphBuilder() {
    shapeFirst.add(0);
  }

  /// Adds a junction; its number.
  public int addNode(double lon, double lat) {
    nodeLon.add(units(lon));
    nodeLat.add(units(lat));
    return nodeLon.size() - 1;
  }

  public int nodeCount() {
    return nodeLon.size();
  }

  public int stretchCount() {
    return from.size();
  }

  /// Gives a road a name of its own; the number to hand to [#addStretch]. Either all roads of a
  /// graph are named or none, when the number itself is the id (OSM ways).
  public long nameRoad(String id) {
    names.add(id);
    return names.size() - 1;
  }

  /// Adds a stretch; its number. Times in milliseconds or [RoadGraph#CLOSED], length in
  /// millimetres; the inner points lie between the two junctions, in order.
  ///
  /// @throws IllegalArgumentException for a number out of range
  public int addStretch(
      int from, int to, int length_mm, int forward_ms, int backward_ms, long road) {
    inRange(from, nodeLon.size() - 1, 0);
    inRange(to, nodeLon.size() - 1, 0);
    inRange(length_mm, MOST, 0);
    inRange(forward_ms, MOST, RoadGraph.CLOSED);
    inRange(backward_ms, MOST, RoadGraph.CLOSED);
    int stretch = this.from.size();
    this.from.add(from);
    this.to.add(to);
    length.add(length_mm);
    forward.add(forward_ms);
    backward.add(backward_ms);
    if (stretch == this.road.length) {
      this.road = Arrays.copyOf(this.road, 2 * stretch);
    }
    this.road[stretch] = road;
    shapeFirst.add(shapeLon.size());
    return stretch;
  }

  /// Adds an inner point to the stretch that was added last.
  public void addPoint(double lon, double lat) {
    shapeLon.add(units(lon));
    shapeLat.add(units(lat));
    shapeFirst.set(shapeFirst.size() - 1, shapeLon.size());
  }

  /// Sets the time a stretch takes, each way.
  public void setTimes(int stretch, int forward_ms, int backward_ms) {
    inRange(forward_ms, MOST, RoadGraph.CLOSED);
    inRange(backward_ms, MOST, RoadGraph.CLOSED);
    forward.set(stretch, forward_ms);
    backward.set(stretch, backward_ms);
  }

  /// Forbids to go from one directed stretch on to another.
  public void banTurn(int directedIn, int directedOut) {
    inRange(directedIn, 2 * from.size() - 1, 0);
    inRange(directedOut, 2 * from.size() - 1, 0);
    bans.add((long) directedIn << 32 | directedOut);
  }

  public RoadGraph build() {
    return new RoadGraph(this, names);
  }

  private static int units(double degrees) {
    return Math.toIntExact(Math.round(degrees * RoadGraph.PER_DEGREE));
  }

  private static void inRange(int value, int most, int least) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(value + " is not in " + least + ".." + most);
    }
  }

  /// A list of ints that grows.
  static final class Ints {
    private int[] items = new int[64];
    private int size;

    void add(int item) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
      }
      items[size++] = item;
    }

    void addAll(int[] more) {
      items = Arrays.copyOf(items, Math.max(64, size + more.length));
      System.arraycopy(more, 0, items, size, more.length);
      size += more.length;
    }

    void set(int at, int item) {
      items[at] = item;
    }

    void clear() {
      size = 0;
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(items, size);
    }
  }
}
