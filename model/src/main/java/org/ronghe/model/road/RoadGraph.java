package org.ronghe.model.road;

import java.util.Arrays;
import java.util.List;

/// The roads of a county as a graph in flat arrays: junctions, stretches between them, and what a
/// traveller of one profile needs in each direction. Immutable; a million stretches take about 60
/// MB.
///
/// A stretch is travelled forward (`from` to `to`) or backward. The two directions of stretch `e`
/// are the directed stretches `2 * e` and `2 * e + 1`.
public final class RoadGraph {
  /// The travel time of a direction that may not be travelled.
  public static final int CLOSED = -1;

  /// Coordinates are kept in units of 1e-7 degrees, WGS-84.
  public static final double PER_DEGREE = 1e7;

  private final int[] nodeLon_e7;
  private final int[] nodeLat_e7;
  private final int[] from;
  private final int[] to;
  private final int[] length_mm;
  private final int[] forward_ms;
  private final int[] backward_ms;
  private final long[] road;
  private final int[] shapeFirst;
  private final int[] shapeLon_e7;
  private final int[] shapeLat_e7;
  private final long[] bannedTurns;
  private final List<String> roadNames;

  RoadGraph(RoadGraphBuilder roads, List<String> roadNames) {
    nodeLon_e7 = roads.nodeLon.toArray();
    nodeLat_e7 = roads.nodeLat.toArray();
    from = roads.from.toArray();
    to = roads.to.toArray();
    length_mm = roads.length.toArray();
    forward_ms = roads.forward.toArray();
    backward_ms = roads.backward.toArray();
    road = Arrays.copyOf(roads.road, from.length);
    shapeFirst = roads.shapeFirst.toArray();
    shapeLon_e7 = roads.shapeLon.toArray();
    shapeLat_e7 = roads.shapeLat.toArray();
    bannedTurns = roads.bans.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    this.roadNames = List.copyOf(roadNames);
  }

  public int nodeCount() {
    return nodeLon_e7.length;
  }

  public int stretchCount() {
    return from.length;
  }

  public double lon(int node) {
    return nodeLon_e7[node] / PER_DEGREE;
  }

  public double lat(int node) {
    return nodeLat_e7[node] / PER_DEGREE;
  }

  public int from(int stretch) {
    return from[stretch];
  }

  public int to(int stretch) {
    return to[stretch];
  }

  public int length_mm(int stretch) {
    return length_mm[stretch];
  }

  /// Milliseconds from `from` to `to`, or [#CLOSED].
  public int forward_ms(int stretch) {
    return forward_ms[stretch];
  }

  /// Milliseconds from `to` to `from`, or [#CLOSED].
  public int backward_ms(int stretch) {
    return backward_ms[stretch];
  }

  /// Milliseconds of a directed stretch, or [#CLOSED].
  public int directed_ms(int directed) {
    return (directed & 1) == 0 ? forward_ms[directed >> 1] : backward_ms[directed >> 1];
  }

  /// The junction where a directed stretch begins.
  public int tail(int directed) {
    return (directed & 1) == 0 ? from[directed >> 1] : to[directed >> 1];
  }

  /// The junction where a directed stretch ends.
  public int head(int directed) {
    return (directed & 1) == 0 ? to[directed >> 1] : from[directed >> 1];
  }

  public boolean isOpen(int stretch) {
    return forward_ms[stretch] != CLOSED || backward_ms[stretch] != CLOSED;
  }

  /// The id of the road the stretch is a part of: of the OSM way, or of the county's road.
  public String roadId(int stretch) {
    return roadNames.isEmpty() ? Long.toString(road[stretch]) : roadNames.get((int) road[stretch]);
  }

  /// The number of the road as it was given to the builder.
  public long road(int stretch) {
    return road[stretch];
  }

  public boolean hasNamedRoads() {
    return !roadNames.isEmpty();
  }

  /// The points of a stretch, both junctions among them.
  public int pointCount(int stretch) {
    return shapeFirst[stretch + 1] - shapeFirst[stretch] + 2;
  }

  public double pointLon(int stretch, int point) {
    int inner = shapeFirst[stretch] + point - 1;
    if (point == 0) {
      return nodeLon_e7[from[stretch]] / PER_DEGREE;
    }
    return (inner == shapeFirst[stretch + 1] ? nodeLon_e7[to[stretch]] : shapeLon_e7[inner])
        / PER_DEGREE;
  }

  public double pointLat(int stretch, int point) {
    int inner = shapeFirst[stretch] + point - 1;
    if (point == 0) {
      return nodeLat_e7[from[stretch]] / PER_DEGREE;
    }
    return (inner == shapeFirst[stretch + 1] ? nodeLat_e7[to[stretch]] : shapeLat_e7[inner])
        / PER_DEGREE;
  }

  /// Turns that are forbidden, each as `(long) directed stretch in << 32 | directed stretch out`,
  /// ascending.
  public long[] bannedTurns() {
    return bannedTurns.clone();
  }

  /// A builder that holds all of this graph already; its stretches keep their numbers.
  public RoadGraphBuilder toBuilder() {
    RoadGraphBuilder copy = new RoadGraphBuilder();
    copy.nodeLon.addAll(nodeLon_e7);
    copy.nodeLat.addAll(nodeLat_e7);
    copy.from.addAll(from);
    copy.to.addAll(to);
    copy.length.addAll(length_mm);
    copy.forward.addAll(forward_ms);
    copy.backward.addAll(backward_ms);
    copy.road = road.clone();
    copy.shapeFirst.clear();
    copy.shapeFirst.addAll(shapeFirst);
    copy.shapeLon.addAll(shapeLon_e7);
    copy.shapeLat.addAll(shapeLat_e7);
    for (long ban : bannedTurns) {
      copy.bans.add(ban);
    }
    copy.names.addAll(roadNames);
    return copy;
  }
}
