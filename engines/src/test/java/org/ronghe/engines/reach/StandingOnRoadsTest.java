package org.ronghe.engines.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;

/// Where people start and arrive: along a road, on one stretch, against a one-way street, off the
/// road.
class StandingOnRoadsTest {
  private static final int ONE_WAY = RoadGraph.CLOSED;

  /// A square of four streets, 100 s and 1 km each, round it 0 → 1 → 2 → 3 → 0:
  ///
  ///     3 ── 2
  ///     │    │
  ///     0 ── 1
  private static RoadGraph square(int back_ms) {
    RoadGraphBuilder roads = new RoadGraphBuilder();
    double[][] corners = {{113, 36}, {113.01, 36}, {113.01, 36.01}, {113, 36.01}};
    for (double[] corner : corners) {
      roads.addNode(corner[0], corner[1]);
    }
    for (int s = 0; s < 4; s++) {
      roads.addStretch(s, (s + 1) % 4, 1_000_000, 100_000, back_ms, s);
    }
    return roads.build();
  }

  private static long ask(RoadGraph roads, Position from, Position to) {
    return Hierarchy.of(Network.ofJunctions(roads)).cost(from, to);
  }

  private static Position on(int stretch, double fraction) {
    return new Position.OnStretch(stretch, fraction);
  }

  @Test
  void A01_on_one_street_one_goes_straight() {
    assertThat(ask(square(100_000), on(0, 0.2), on(0, 0.7))).isEqualTo(Cost.of(50_000, 500_000));
    assertThat(ask(square(100_000), on(0, 0.7), on(0, 0.2))).isEqualTo(Cost.of(50_000, 500_000));
  }

  @Test
  void A02_in_a_one_way_street_one_goes_round_the_block_to_a_door_behind() {
    assertThat(ask(square(ONE_WAY), on(0, 0.2), on(0, 0.7))).isEqualTo(Cost.of(50_000, 500_000));
    assertThat(ask(square(ONE_WAY), on(0, 0.7), on(0, 0.2))).isEqualTo(Cost.of(350_000, 3_500_000));
  }

  @Test
  void A03_where_one_stands_already_is_no_way_at_all() {
    assertThat(ask(square(ONE_WAY), on(0, 0.7), on(0, 0.7))).isZero();
    assertThat(ask(square(ONE_WAY), new Position.AtJunction(2), new Position.AtJunction(2)))
        .isZero();
  }

  @Test
  void A04_of_two_equally_quick_ways_the_shorter_counts() {
    RoadGraphBuilder roads = new RoadGraphBuilder();
    roads.addNode(113, 36);
    roads.addNode(113.01, 36);
    roads.addStretch(0, 1, 1_500_000, 60_000, 60_000, 1);
    roads.addStretch(0, 1, 900_000, 60_000, 60_000, 2);
    assertThat(ask(roads.build(), new Position.AtJunction(0), new Position.AtJunction(1)))
        .isEqualTo(Cost.of(60_000, 900_000));
  }

  @Test
  void A05_no_way_is_said_not_invented() {
    RoadGraphBuilder roads = new RoadGraphBuilder();
    roads.addNode(113, 36);
    roads.addNode(113.01, 36);
    roads.addStretch(0, 1, 900_000, 60_000, ONE_WAY, 1);
    long back = ask(roads.build(), new Position.AtJunction(1), new Position.AtJunction(0));
    assertThat(Cost.isReachable(back)).isFalse();
  }

  @Test
  void B01_a_forbidden_turn_is_driven_round() {
    var roads = square(100_000).toBuilder();
    roads.banTurn(0, 2);
    RoadGraph banned = roads.build();
    Position from = on(0, 0.5);
    Position to = on(1, 0.5);
    assertThat(Hierarchy.of(Network.ofJunctions(banned)).cost(from, to))
        .isEqualTo(Cost.of(100_000, 1_000_000));
    assertThat(Hierarchy.of(Network.ofTurns(banned)).cost(from, to))
        .isEqualTo(Cost.of(300_000, 3_000_000));
  }

  @Test
  void B02_one_turns_back_only_at_a_dead_end() {
    RoadGraphBuilder roads = new RoadGraphBuilder();
    for (int v = 0; v < 4; v++) {
      roads.addNode(113 + v / 100.0, 36);
    }
    roads.addStretch(0, 1, 1000, 10_000, 10_000, 0);
    roads.addStretch(1, 2, 1000, 10_000, 10_000, 1);
    roads.addStretch(1, 3, 1000, 10_000, 10_000, 2);
    roads.banTurn(0, 2);
    Hierarchy hierarchy = Hierarchy.of(Network.ofTurns(roads.build()));
    // straight on to 2 is forbidden: down the other arm, back from its dead end, and then to 2
    assertThat(hierarchy.cost(on(0, 0.5), new Position.AtJunction(2)))
        .isEqualTo(Cost.of(35_000, 3_500));
  }

  @Test
  void C01_a_point_meets_the_nearest_road_between_its_ends() {
    RoadGraph roads = square(100_000);
    Snapper snapper = new Snapper(roads, MainRoads.of(roads));
    Snap snap = snapper.snap(113.0025, 36.001, 500).orElseThrow();
    assertThat(snap.position()).isInstanceOf(Position.OnStretch.class);
    assertThat(((Position.OnStretch) snap.position()).fraction()).isCloseTo(0.25, within(1e-6));
    assertThat(snap.distance_m()).isCloseTo(111.2, within(0.1));
    assertThat(snapper.snap(113.0025, 36.001, 111)).isEmpty();
    assertThat(snapper.snap(112.9, 35.9, 2000)).isEmpty();
    assertThat(snapper.snap(112.99, 35.99, 2000).orElseThrow().position())
        .isEqualTo(new Position.AtJunction(0));
  }

  @Test
  void C02_a_yard_one_cannot_leave_is_no_place_to_start_from() {
    var roads = square(100_000).toBuilder();
    int yard = roads.addNode(113.02, 36);
    roads.addStretch(1, yard, 1_000_000, 100_000, ONE_WAY, 9);
    BitSet kept = MainRoads.of(roads.build());
    assertThat(kept.get(4)).isFalse();
    assertThat(kept.cardinality()).isEqualTo(4);
  }
}
