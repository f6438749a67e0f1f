package org.ronghe.engines.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;

/// The areas reached in so many minutes.
class IsochronesTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /// A street map of blocks 400 m wide, some streets missing or one-way, driven at 18 km/h.
  private static RoadGraph town(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RoadGraphBuilder roads = new RoadGraphBuilder();
    int side = 8;
    for (int v = 0; v < side * side; v++) {
      roads.addNode(113 + v % side * 0.0044, 36 + v / side * 0.0036);
    }
    for (int v = 0; v < side * side; v++) {
      for (int w : new int[] {v % side < side - 1 ? v + 1 : v, v + side}) {
        if (w != v && w < side * side && random.nextInt(4) > 0) {
          int back_ms = random.nextInt(4) == 0 ? RoadGraph.CLOSED : 80_000;
          roads.addStretch(v, w, 400_000, 80_000, back_ms, v);
        }
      }
    }
    return roads.build();
  }

  @Property(tries = 60)
  void A01_areas_are_valid_nested_and_hold_what_is_reached(@ForAll long seed) {
    RoadGraph roads = town(seed);
    boolean turns = (seed & 1) == 1;
    Network network = turns ? Network.ofTurns(roads) : Network.ofJunctions(roads);
    Position origin = RandomRoads.positions(roads, 1, seed).getFirst();
    List<MultiPolygon> areas =
        new Isochrones(Hierarchy.of(network), IsochroneRules.STANDARD)
            .from(origin, List.of(120_000, 300_000, 600_000));
    PlainSearch plain = new PlainSearch(network).from(origin);
    for (int i = 0; i < areas.size(); i++) {
      assertThat(areas.get(i).isValid()).isTrue();
      assertThat(areas.get(i).isEmpty()).isFalse();
      assertThat(i == 0 || areas.get(i).covers(areas.get(i - 1))).isTrue();
    }
    // a corner of the grid is at most 71 m away, which takes a minute and five seconds to walk
    int sure_ms = 600_000 - 65_000;
    for (int v = 0; v < roads.nodeCount(); v++) {
      long cost = plain.to(origin, new Position.AtJunction(v));
      if (Cost.isReachable(cost) && Cost.time_ms(cost) <= sure_ms) {
        Coordinate at = new Coordinate(roads.lon(v), roads.lat(v));
        assertThat(areas.get(2).covers(SHAPES.createPoint(at))).as("junction %d", v).isTrue();
      }
    }
  }

  @Test
  void A02_a_long_road_is_reached_as_far_as_the_time_goes() {
    RoadGraphBuilder roads = new RoadGraphBuilder();
    roads.addNode(113, 0);
    roads.addNode(113.1, 0);
    roads.addStretch(0, 1, 11_119_500, 1_111_950, 1_111_950, 1);
    Position middle = new Position.OnStretch(0, 0.5);
    MultiPolygon area =
        new Isochrones(
                Hierarchy.of(Network.ofJunctions(roads.build())), new IsochroneRules(25, 4, 100))
            .from(middle, List.of(200_000))
            .getFirst();
    // 200 s at 10 m/s, both ways from 113.05: 2 km or 0.018 degrees
    assertThat(area.getEnvelopeInternal().getMinX()).isBetween(113.0315, 113.0325);
    assertThat(area.getEnvelopeInternal().getMaxX()).isBetween(113.0675, 113.0685);
    assertThat(area.getEnvelopeInternal().getHeight()).isBetween(0.0013, 0.0023);
  }
}
