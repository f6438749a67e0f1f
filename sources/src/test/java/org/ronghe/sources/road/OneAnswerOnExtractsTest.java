package org.ronghe.sources.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.engines.reach.Cost;
import org.ronghe.engines.reach.Destinations;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.MainRoads;
import org.ronghe.engines.reach.Network;
import org.ronghe.engines.reach.OneToAll;
import org.ronghe.engines.reach.PairSearch;
import org.ronghe.engines.reach.PlainSearch;
import org.ronghe.engines.reach.Position;
import org.ronghe.engines.reach.Snapper;
import org.ronghe.model.road.RoadGraph;

/// On the roads of real places too: pair, many to many, one to all and plain Dijkstra say the same.
class OneAnswerOnExtractsTest {
  private static final int POINTS = 60;

  @ParameterizedTest
  @CsvSource({
    "monaco,CAR,false",
    "monaco,BIKE,true",
    "monaco,FOOT,false",
    "andorra,CAR,true",
    "andorra,BIKE,false",
    "andorra,FOOT,false",
    "liechtenstein,CAR,false",
    "liechtenstein,FOOT,true",
  })
  void A01_one_answer(String place, TravelProfile profile, boolean turns) throws RoadFault {
    RoadGraph roads = OsmRoads.read(Extracts.of(place), profile, turns);
    Network network = turns ? Network.ofTurns(roads) : Network.ofJunctions(roads);
    Snapper snapper = new Snapper(roads, MainRoads.of(roads));
    List<Position> positions =
        Extracts.points(snapper, box(roads), POINTS, 140404).stream()
            .map(Extracts.Met::position)
            .toList();
    Hierarchy hierarchy = Hierarchy.of(network);
    PlainSearch plain = new PlainSearch(network);
    PairSearch pair = new PairSearch(hierarchy);
    OneToAll.Tree tree = new OneToAll(hierarchy).tree();
    Destinations.Questions many = new Destinations(hierarchy, positions).questions();
    long[] row = new long[POINTS];
    int wrong = 0;
    int reached = 0;
    for (Position from : positions) {
      plain.from(from);
      many.from(from, row);
      tree.from(from);
      for (int i = 0; i < POINTS; i++) {
        long expected = plain.to(from, positions.get(i));
        reached += Cost.isReachable(expected) ? 1 : 0;
        wrong += row[i] == expected && pair.cost(from, positions.get(i)) == expected ? 0 : 1;
      }
      for (int v = 0; v < network.nodeCount(); v++) {
        long cost = plain.cost(v);
        int expected = Cost.isReachable(cost) ? Cost.time_ms(cost) : OneToAll.NEVER;
        wrong += tree.time_ms(v) == expected ? 0 : 1;
      }
    }
    assertThat(wrong).isZero();
    // some mountain paths of Andorra hang together over Spain only
    assertThat(reached).isGreaterThan(POINTS * POINTS * 3 / 4);
  }

  static double[] box(RoadGraph roads) {
    double[] box = {180, 90, -180, -90};
    for (int v = 0; v < roads.nodeCount(); v++) {
      box[0] = Math.min(box[0], roads.lon(v));
      box[1] = Math.min(box[1], roads.lat(v));
      box[2] = Math.max(box[2], roads.lon(v));
      box[3] = Math.max(box[3], roads.lat(v));
    }
    return box;
  }
}
