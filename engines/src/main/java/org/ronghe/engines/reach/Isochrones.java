package org.ronghe.engines.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.ronghe.model.road.RoadGraph;

/// The areas that are reached from a place in so many minutes, as polygons. For one thread, used
/// again and again.
///
/// A place counts as reached when the way over the roads to the nearest place on one, and from
/// there on foot, takes no longer; see [IsochroneRules].
public final class Isochrones {
  private final Network network;
  private final RoadGraph roads;
  private final OneToAll.@Nullable Tree tree;
  private IntUnaryOperator junction_ms = _ -> OneToAll.NEVER;
  private final IsochroneRules rules;

  public Isochrones(Hierarchy hierarchy, IsochroneRules rules) {
    network = hierarchy.network();
    roads = network.roads();
    tree = new OneToAll(hierarchy).tree();
    this.rules = rules;
  }

  /// For times found otherwise, see [#ofTimes].
  public Isochrones(RoadGraph roads, IsochroneRules rules) {
    network = Network.ofJunctions(roads);
    this.roads = roads;
    tree = null;
    this.rules = rules;
  }

  /// Areas from times to the junctions that were found otherwise, by bus for instance; roads are
  /// walked on from there.
  ///
  /// @param origin where one starts
  /// @param time_ms milliseconds to each junction, [OneToAll#NEVER] where one does not come
  public List<MultiPolygon> ofTimes(
      Position origin, IntUnaryOperator time_ms, List<Integer> limits_ms) {
    junction_ms = time_ms;
    return areas(origin, limits_ms);
  }

  /// One area for each limit, in the order of the limits: WGS-84, valid, each within the areas of
  /// higher limits.
  public List<MultiPolygon> from(Position origin, List<Integer> limits_ms) {
    OneToAll.Tree grown = Objects.requireNonNull(tree, "made for times found otherwise");
    grown.from(origin);
    junction_ms = grown::time_ms;
    return areas(origin, limits_ms);
  }

  private List<MultiPolygon> areas(Position origin, List<Integer> limits_ms) {
    int most_ms = limits_ms.stream().mapToInt(Integer::intValue).max().orElse(0);
    double[] box = box(origin, most_ms);
    TimeField field = new TimeField(box, rules);
    for (int directed = 0; directed < 2 * roads.stretchCount(); directed++) {
      long entered_ms = entered_ms(directed);
      if (entered_ms <= most_ms) {
        field.travel(roads, directed, 0, entered_ms, most_ms);
      }
    }
    travelOwn(origin, field, most_ms);
    field.walkOffRoad();
    List<MultiPolygon> areas = new ArrayList<>();
    for (int limit_ms : limits_ms) {
      areas.add(Contour.within(field, limit_ms, 2.0 * most_ms + 60_000));
    }
    return areas;
  }

  /// When a directed stretch can be entered at its beginning, or [OneToAll#NEVER].
  private long entered_ms(int directed) {
    int whole_ms = roads.directed_ms(directed);
    if (whole_ms == RoadGraph.CLOSED) {
      return OneToAll.NEVER;
    }
    return switch (network) {
      case JunctionNetwork _ -> junction_ms.applyAsInt(roads.tail(directed));
      case TurnNetwork _ -> {
        int done_ms = junction_ms.applyAsInt(directed);
        yield done_ms == OneToAll.NEVER ? OneToAll.NEVER : (long) done_ms - whole_ms;
      }
    };
  }

  /// The stretch one stands on is left from the middle.
  private void travelOwn(Position origin, TimeField field, int most_ms) {
    if (origin instanceof Position.AtJunction(int node)) {
      field.mark(roads.lon(node), roads.lat(node), 0);
    }
    if (origin instanceof Position.OnStretch(int stretch, double fraction)) {
      field.markOn(roads, stretch, fraction);
      if (roads.forward_ms(stretch) != RoadGraph.CLOSED) {
        field.travel(roads, 2 * stretch, fraction, 0, most_ms);
      }
      if (roads.backward_ms(stretch) != RoadGraph.CLOSED) {
        field.travel(roads, 2 * stretch + 1, 1 - fraction, 0, most_ms);
      }
    }
  }

  private double[] box(Position origin, int most_ms) {
    double[] box = {180, 90, -180, -90};
    switch (origin) {
      case Position.AtJunction(int node) -> widen(roads.lon(node), roads.lat(node), box);
      case Position.OnStretch(int stretch, _) -> widen(stretch, box);
    }
    for (int directed = 0; directed < 2 * roads.stretchCount(); directed++) {
      if (entered_ms(directed) <= most_ms) {
        widen(directed >> 1, box);
      }
    }
    return Arrays.copyOf(box, 4);
  }

  private void widen(int stretch, double[] box) {
    for (int i = 0; i < roads.pointCount(stretch); i++) {
      widen(roads.pointLon(stretch, i), roads.pointLat(stretch, i), box);
    }
  }

  private static void widen(double lon, double lat, double[] box) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
}
