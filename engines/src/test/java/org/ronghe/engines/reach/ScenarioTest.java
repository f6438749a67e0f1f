package org.ronghe.engines.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.ronghe.model.road.RoadChange;
import org.ronghe.model.road.RoadChange.Where;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;

/// What if: a road is closed, slowed, made one-way, built.
class ScenarioTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final Position A = new Position.AtJunction(0);
  private static final Position B = new Position.AtJunction(1);

  /// Two roads from A to B: a straight one of 1 km, 60 s, and one over C of 2 km, 120 s.
  private static RoadGraph two() {
    RoadGraphBuilder roads = new RoadGraphBuilder();
    roads.addNode(113, 36);
    roads.addNode(113.0111, 36);
    roads.addNode(113.00555, 36.0075);
    long straight = roads.nameRoad("straight");
    long over = roads.nameRoad("over");
    roads.addStretch(0, 1, 1_000_000, 60_000, 60_000, straight);
    roads.addStretch(0, 2, 1_000_000, 60_000, 60_000, over);
    roads.addStretch(2, 1, 1_000_000, 60_000, 60_000, over);
    return roads.build();
  }

  private static Scenario after(RoadChange... changes) {
    return Scenario.of(two(), List.of(changes));
  }

  private static long ask(Scenario scenario, Position from, Position to) {
    return Hierarchy.of(Network.ofJunctions(scenario.roads())).cost(from, to);
  }

  private static LineString line(double... lonLat) {
    Coordinate[] points = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return SHAPES.createLineString(points);
  }

  @Test
  void A01_a_closed_road_is_gone_round() {
    Scenario closed = after(new RoadChange.Close(new Where.Road("straight")));
    assertThat(closed.touched()).containsExactly(1);
    assertThat(ask(closed, A, B)).isEqualTo(Cost.of(120_000, 2_000_000));
  }

  @Test
  void A02_a_slow_road_is_taken_while_it_is_still_the_quickest() {
    assertThat(ask(after(new RoadChange.Slow(new Where.Road("straight"), 1.5)), A, B))
        .isEqualTo(Cost.of(90_000, 1_000_000));
    assertThat(ask(after(new RoadChange.Slow(new Where.Road("straight"), 3)), A, B))
        .isEqualTo(Cost.of(120_000, 2_000_000));
    assertThat(ask(after(new RoadChange.Limit(new Where.Road("straight"), 40)), A, B))
        .isEqualTo(Cost.of(90_000, 1_000_000));
    assertThat(ask(after(new RoadChange.Limit(new Where.Road("straight"), 100)), A, B))
        .isEqualTo(Cost.of(60_000, 1_000_000));
  }

  @Test
  void A03_a_one_way_road_is_left_to_those_going_its_way() {
    Scenario oneWay = after(new RoadChange.OneWay(new Where.Road("straight"), true));
    assertThat(ask(oneWay, A, B)).isEqualTo(Cost.of(60_000, 1_000_000));
    assertThat(ask(oneWay, B, A)).isEqualTo(Cost.of(120_000, 2_000_000));
  }

  @Test
  void A04_roads_are_meant_by_area_or_by_the_nearest_place() {
    var area =
        SHAPES.createPolygon(
            line(113.004, 36.006, 113.007, 36.006, 113.007, 36.01, 113.004, 36.006)
                .getCoordinates());
    Scenario closed =
        after(
            new RoadChange.Close(new Where.Within(area)),
            new RoadChange.Close(new Where.Nearest(new Coordinate(113.003, 36.0001))),
            new RoadChange.Close(new Where.Road("no such road")));
    assertThat(closed.touched()).containsExactly(2, 1, 0);
    assertThat(Cost.isReachable(ask(closed, A, B))).isFalse();
  }

  @Test
  void A05_a_new_road_joins_the_roads_it_ends_on_and_divides_them() {
    // from the middle of the straight road (0.5 km from A) up to C, some 835 m at 60 km/h
    Scenario built =
        after(new RoadChange.Add(line(113.00555, 36.00001, 113.00555, 36.00749), 60, false));
    assertThat(built.touched()).containsExactly(2);
    Position c = new Position.AtJunction(2);
    long cost = ask(after(new RoadChange.Slow(new Where.Road("over"), 10)), A, c);
    assertThat(Cost.time_ms(cost)).isEqualTo(600_000);
    Scenario both =
        after(
            new RoadChange.Slow(new Where.Road("over"), 10),
            new RoadChange.Add(line(113.00555, 36.00001, 113.00555, 36.00749), 60, false));
    assertThat(Cost.time_ms(ask(both, A, c)) / 1000.0).isCloseTo(30 + 49.9, within(0.3));
    assertThat(ask(built, A, B)).isEqualTo(Cost.of(60_000, 1_000_000));
  }

  @Test
  void A06_a_new_road_that_meets_nothing_says_so() {
    assertThat(after(new RoadChange.Add(line(113.1, 36.1, 113.2, 36.1), 60, false)).touched())
        .containsExactly(0);
  }

  @Property(tries = 200)
  void B01_changed_roads_give_one_answer_too_with_the_old_order_kept(@ForAll long seed) {
    RoadGraph roads = RandomRoads.of(seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<RoadChange> changes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String road = String.valueOf(random.nextInt(roads.stretchCount()));
      changes.add(
          switch (random.nextInt(4)) {
            case 0 -> new RoadChange.Close(new Where.Road(road));
            case 1 -> new RoadChange.Slow(new Where.Road(road), 2);
            case 2 -> new RoadChange.OneWay(new Where.Road(road), false);
            default -> {
              int v = random.nextInt(roads.nodeCount());
              int w = random.nextInt(roads.nodeCount());
              double between = (roads.lon(v) + roads.lon(w)) / 2;
              double middle = (roads.lat(v) + roads.lat(w)) / 2;
              yield new RoadChange.Add(
                  line(roads.lon(v), roads.lat(v), between, middle), 50, false);
            }
          });
    }
    RoadGraph changed = Scenario.of(roads, changes).roads();
    List<Position> positions = RandomRoads.positions(changed, 10, seed);
    for (boolean turns : new boolean[] {false, true}) {
      Network before = turns ? Network.ofTurns(roads) : Network.ofJunctions(roads);
      Network after = turns ? Network.ofTurns(changed) : Network.ofJunctions(changed);
      Hierarchy renewed = Hierarchy.of(before).renewed(after);
      PlainSearch plain = new PlainSearch(after);
      for (Position from : positions) {
        plain.from(from);
        for (Position to : positions) {
          assertThat(renewed.cost(from, to)).isEqualTo(plain.to(from, to));
        }
      }
    }
  }
}
