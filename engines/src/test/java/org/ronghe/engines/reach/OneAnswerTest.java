package org.ronghe.engines.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ronghe.model.road.RoadGraph;

/// However it is asked for, the answer is the same to the millisecond and the millimetre.
class OneAnswerTest {
  @Property(tries = 400)
  void A01_plain_search_finds_what_relaxing_all_pairs_finds(@ForAll long seed) {
    RoadGraph roads = RandomRoads.of(seed);
    List<Position> positions = RandomRoads.positions(roads, 8, seed + 1);
    DividedRoads divided = new DividedRoads(roads, positions);
    PlainSearch plain = new PlainSearch(Network.ofJunctions(roads));
    for (int i = 0; i < positions.size(); i++) {
      plain.from(positions.get(i));
      for (int j = 0; j < positions.size(); j++) {
        assertThat(plain.to(positions.get(i), positions.get(j)))
            .as("%s to %s", positions.get(i), positions.get(j))
            .isEqualTo(divided.cost(i, j));
      }
    }
  }

  @Property(tries = 600)
  void A02_pair_one_to_many_many_to_many_and_plain_agree(@ForAll long seed) {
    RoadGraph roads = RandomRoads.of(seed);
    agree(Network.ofJunctions(roads), RandomRoads.positions(roads, 12, seed + 1));
  }

  @Property(tries = 600)
  void A03_so_they_do_with_forbidden_turns(@ForAll long seed) {
    RoadGraph roads = RandomRoads.of(seed);
    agree(Network.ofTurns(roads), RandomRoads.positions(roads, 12, seed + 1));
  }

  @Property(tries = 300)
  void A04_the_same_order_kept_after_a_change_gives_the_new_answers(
      @ForAll long seed, @ForAll long other) {
    RoadGraph roads = RandomRoads.of(seed);
    var changed = roads.toBuilder();
    for (int s = 0; s < roads.stretchCount(); s++) {
      if ((other >>> (s % 64) & 1) == 1) {
        changed.setTimes(s, roads.backward_ms(s), RoadGraph.CLOSED);
      }
    }
    Network after = Network.ofJunctions(changed.build());
    Hierarchy renewed = Hierarchy.of(Network.ofJunctions(roads)).renewed(after);
    agree(after, renewed, RandomRoads.positions(roads, 12, seed + 1));
  }

  @Property(tries = 300)
  void B01_a_tree_holds_the_time_to_every_node(@ForAll long seed) {
    RoadGraph roads = RandomRoads.of(seed);
    trees(Network.ofJunctions(roads), RandomRoads.positions(roads, 11, seed + 1));
    trees(Network.ofTurns(roads), RandomRoads.positions(roads, 11, seed + 1));
  }

  @Property(tries = 300)
  void B02_a_way_unpacked_hangs_together_and_takes_what_was_said(@ForAll long seed) {
    RoadGraph roads = RandomRoads.of(seed);
    for (Network network : List.of(Network.ofJunctions(roads), Network.ofTurns(roads))) {
      Hierarchy hierarchy = Hierarchy.of(network);
      RoutePath path = new RoutePath(hierarchy);
      List<Position> positions = RandomRoads.positions(roads, 8, seed + 1);
      for (Position from : positions) {
        for (Position to : positions) {
          long cost = hierarchy.cost(from, to);
          var way = path.between(from, to);
          assertThat(way.isPresent()).isEqualTo(Cost.isReachable(cost));
          way.ifPresent(found -> follow(network, from, to, found, cost));
        }
      }
    }
  }

  private static void follow(
      Network network, Position from, Position to, RoutePath.Way way, long cost) {
    RoadGraph roads = network.roads();
    assertThat(way.cost()).isEqualTo(cost);
    List<Integer> directed = way.directed();
    for (int i = 1; i < directed.size(); i++) {
      assertThat(roads.tail(directed.get(i))).isEqualTo(roads.head(directed.get(i - 1)));
    }
    if (from instanceof Position.AtJunction(int start)
        && to instanceof Position.AtJunction(int end)
        && !directed.isEmpty()) {
      assertThat(roads.tail(directed.getFirst())).isEqualTo(start);
      assertThat(roads.head(directed.getLast())).isEqualTo(end);
      assertThat(directed.stream().mapToLong(d -> Parts.whole(roads, d)).sum()).isEqualTo(cost);
    }
  }

  private static void agree(Network network, List<Position> positions) {
    agree(network, Hierarchy.of(network), positions);
  }

  private static void agree(Network network, Hierarchy hierarchy, List<Position> positions) {
    PlainSearch plain = new PlainSearch(network);
    PairSearch pair = new PairSearch(hierarchy);
    Destinations many = new Destinations(hierarchy, positions);
    Destinations.Questions questions = many.questions();
    long[] row = new long[positions.size()];
    for (Position from : positions) {
      plain.from(from);
      questions.from(from, row);
      for (int j = 0; j < positions.size(); j++) {
        long expected = plain.to(from, positions.get(j));
        assertThat(row[j]).as("%s to %s", from, positions.get(j)).isEqualTo(expected);
        assertThat(pair.cost(from, positions.get(j))).isEqualTo(expected);
        assertThat(hierarchy.cost(from, positions.get(j))).isEqualTo(expected);
      }
    }
  }

  private static void trees(Network network, List<Position> origins) {
    PlainSearch plain = new PlainSearch(network);
    OneToAll all = new OneToAll(Hierarchy.of(network));
    OneToAll.Tree tree = all.tree();
    OneToAll.Trees trees = all.trees();
    for (int i = 0; i < origins.size(); i++) {
      int side = i % OneToAll.SIDE_BY_SIDE;
      if (side == 0) {
        trees.from(origins.subList(i, Math.min(origins.size(), i + OneToAll.SIDE_BY_SIDE)));
      }
      plain.from(origins.get(i));
      tree.from(origins.get(i));
      for (int v = 0; v < network.nodeCount(); v++) {
        long cost = plain.cost(v);
        int expected = Cost.isReachable(cost) ? Cost.time_ms(cost) : OneToAll.NEVER;
        assertThat(tree.time_ms(v)).isEqualTo(expected);
        assertThat(trees.time_ms(side, v)).isEqualTo(expected);
      }
    }
  }
}
