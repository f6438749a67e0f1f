package org.ronghe.sources.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.engines.reach.Cost;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.MainRoads;
import org.ronghe.engines.reach.Network;
import org.ronghe.engines.reach.PairSearch;
import org.ronghe.engines.reach.Snapper;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.sources.road.Extracts.Met;

/// GraphHopper 11 itself, asked for the quickest way over the same file, says the same: its weights
/// are of double precision and ours whole milliseconds, so by a second in the hour.
class GraphHopperAgreesTest {
  private static final int POINTS = 25;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"monaco,CAR", "andorra,FOOT", "liechtenstein,BIKE"})
  void A01_same_times(String place, TravelProfile profile) throws RoadFault {
    Path file = Extracts.of(place);
    RoadGraph roads = OsmRoads.read(file, profile, false);
    Snapper snapper = new Snapper(roads, MainRoads.of(roads));
    List<Met> points = Extracts.points(snapper, OneAnswerOnExtractsTest.box(roads), POINTS, 7);
    PairSearch ours = new PairSearch(Hierarchy.of(Network.ofJunctions(roads)));
    GraphHopper theirs = theirs(file, profile);
    int asked = 0;
    int same = 0;
    for (Met from : points) {
      for (Met to : points) {
        GHResponse response = theirs.route(request(from, to, profile));
        long cost = ours.cost(from.position(), to.position());
        if (!response.hasErrors() && Cost.isReachable(cost)) {
          asked++;
          same += isSame(response.getBest(), cost) ? 1 : 0;
        }
      }
    }
    theirs.close();
    // some mountain paths of Andorra hang together over Spain only
    assertThat(asked).isGreaterThan(POINTS * POINTS * 3 / 4);
    // where two roads are as near as each other, the two may start on different ones
    assertThat(same).isGreaterThanOrEqualTo(asked * 98 / 100);
  }

  private static boolean isSame(ResponsePath path, long cost) {
    double tolerance_ms = 50 + 0.0003 * path.getTime();
    return Math.abs(path.getTime() - Cost.time_ms(cost)) <= tolerance_ms;
  }

  private static GHRequest request(Met from, Met to, TravelProfile profile) {
    GHRequest request =
        new GHRequest(from.lat(), from.lon(), to.lat(), to.lon()).setProfile(profile.word());
    request.getHints().putObject("instructions", false).putObject("ch.disable", true);
    return request;
  }

  /// The rules of GraphHopper's own model files, less what they prefer for other reasons than time.
  private GraphHopper theirs(Path file, TravelProfile profile) {
    CustomModel model = new CustomModel().setDistanceInfluence(0.0);
    switch (profile) {
      case CAR -> {
        model.addToPriority(closed("!car_access"));
        model.addToSpeed(limit("true", "car_average_speed"));
      }
      case FOOT -> {
        model.addToPriority(closed("!foot_access || hike_rating >= 2 || foot_priority <= 0"));
        model.addToSpeed(limit("true", "foot_average_speed"));
      }
      case BIKE -> {
        model.addToPriority(
            closed(
                "bike_priority <= 0 || mtb_rating > 2 || hike_rating > 1"
                    + " || (!bike_access && (!backward_bike_access || roundabout))"));
        model.addToSpeed(limit("true", "bike_average_speed"));
        model.addToSpeed(limit("!bike_access && backward_bike_access", "6"));
        model.addToSpeed(
            limit("bike_road_access == PRIVATE || bike_road_access == DESTINATION", "6"));
      }
    }
    GraphHopper hopper = new GraphHopper();
    hopper.setOSMFile(file.toString());
    hopper.setGraphHopperLocation(folder.resolve(profile.word()).toString());
    hopper.setEncodedValuesString(String.join(",", profile.encodedValues));
    hopper.setProfiles(new Profile(profile.word()).setCustomModel(model));
    hopper.getReaderConfig().setIgnoredHighways(profile.ignoredHighways);
    hopper.importOrLoad();
    return hopper;
  }

  private static Statement closed(String condition) {
    return Statement.If(condition, Statement.Op.MULTIPLY, "0");
  }

  private static Statement limit(String condition, String value) {
    return Statement.If(condition, Statement.Op.LIMIT, value);
  }
}
