package org.ronghe.sources.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.reach.Cost;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.Network;
import org.ronghe.engines.reach.Position;
import org.ronghe.model.road.RoadGraph;

/// What the tags of OSM mean for travellers.
class OsmRoadsTest {
  /// 1 ── 2 ── 3 in a row, 111 m apart, 4 north of 2; `%s` holds more tags of the first way.
  private static final String CROSSING =
      """
      <osm version="0.6">
        <node id="1" lat="0" lon="113"/>
        <node id="2" lat="0" lon="113.001"/>
        <node id="3" lat="0" lon="113.002"/>
        <node id="4" lat="0.001" lon="113.001"/>
        <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/>%s</way>
        <way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
        <way id="12"><nd ref="2"/><nd ref="4"/><tag k="highway" v="%s"/></way>
        <relation id="20">
          <member type="way" ref="10" role="from"/>
          <member type="node" ref="2" role="via"/>
          <member type="way" ref="12" role="to"/>
          <tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/>
        </relation>
      </osm>
      """;

  @TempDir Path folder;

  private Path file(String firstWay, String north) throws IOException {
    return Files.writeString(folder.resolve("town.osm"), CROSSING.formatted(firstWay, north));
  }

  private static Position at(RoadGraph roads, double lon, double lat) {
    for (int v = 0; v < roads.nodeCount(); v++) {
      if (Math.abs(roads.lon(v) - lon) < 1e-6 && Math.abs(roads.lat(v) - lat) < 1e-6) {
        return new Position.AtJunction(v);
      }
    }
    throw new AssertionError("no junction at " + lon + ", " + lat);
  }

  @Test
  void A01_a_walker_walks_both_ways_at_5_km_an_hour() throws Exception {
    RoadGraph roads =
        OsmRoads.read(file("<tag k='oneway' v='yes'/>", "steps"), TravelProfile.FOOT, false);
    Hierarchy hierarchy = Hierarchy.of(Network.ofJunctions(roads));
    long there = hierarchy.cost(at(roads, 113, 0), at(roads, 113.002, 0));
    // 222.39 m on a sphere of 6,371 km, at 5 km/h
    assertThat(Cost.length_mm(there)).isBetween(222_300L, 222_500L);
    assertThat(Cost.time_ms(there)).isBetween(160_000, 160_300);
    assertThat(hierarchy.cost(at(roads, 113.002, 0), at(roads, 113, 0))).isEqualTo(there);
    assertThat(roads.roadId(0)).isEqualTo("10");
  }

  @Test
  void A02_a_car_obeys_the_one_way_street_and_takes_no_steps() throws Exception {
    RoadGraph roads =
        OsmRoads.read(file("<tag k='oneway' v='yes'/>", "steps"), TravelProfile.CAR, false);
    assertThat(roads.stretchCount()).isEqualTo(2);
    Hierarchy hierarchy = Hierarchy.of(Network.ofJunctions(roads));
    Position west = at(roads, 113, 0);
    Position east = at(roads, 113.002, 0);
    assertThat(Cost.isReachable(hierarchy.cost(west, east))).isTrue();
    assertThat(Cost.isReachable(hierarchy.cost(east, west))).isFalse();
  }

  @Test
  void A03_a_forbidden_turn_is_forbidden_only_to_those_it_names() throws Exception {
    for (TravelProfile profile : new TravelProfile[] {TravelProfile.CAR, TravelProfile.FOOT}) {
      RoadGraph roads = OsmRoads.read(file("", "residential"), profile, true);
      long straight =
          Hierarchy.of(Network.ofJunctions(roads))
              .cost(at(roads, 113, 0), at(roads, 113.001, 0.001));
      long obeying =
          Hierarchy.of(Network.ofTurns(roads)).cost(at(roads, 113, 0), at(roads, 113.001, 0.001));
      assertThat(Cost.length_mm(obeying) / 1000)
          .isEqualTo(profile == TravelProfile.CAR ? 444 : Cost.length_mm(straight) / 1000);
    }
  }

  @Test
  void B01_a_file_without_roads_is_refused() throws Exception {
    Path none =
        Files.writeString(
            folder.resolve("sea.osm"), "<osm version='0.6'><node id='1' lat='0' lon='0'/></osm>");
    assertThatThrownBy(() -> OsmRoads.read(none, TravelProfile.CAR, false))
        .isInstanceOfSatisfying(
            RoadFault.class, fault -> assertThat(fault.why().code()).isEqualTo("no-roads"));
    Path stairs = file("<tag k='access' v='no'/>", "steps");
    Files.writeString(stairs, Files.readString(stairs).replace("residential", "steps"));
    assertThatThrownBy(() -> OsmRoads.read(stairs, TravelProfile.CAR, false))
        .isInstanceOfSatisfying(
            RoadFault.class, fault -> assertThat(fault.why().code()).isEqualTo("no-roads"));
  }

  @Test
  void B02_a_file_that_is_something_else_or_cut_short_is_refused() throws Exception {
    Path page = Files.writeString(folder.resolve("page.osm.pbf"), "<html>404 not found</html>");
    assertThatThrownBy(() -> OsmRoads.read(page, TravelProfile.CAR, false))
        .isInstanceOfSatisfying(
            RoadFault.class, fault -> assertThat(fault.why().code()).isEqualTo("not-osm"));
    Path empty = Files.createFile(folder.resolve("empty.osm.pbf"));
    assertThatThrownBy(() -> OsmRoads.read(empty, TravelProfile.CAR, false))
        .isInstanceOfSatisfying(
            RoadFault.class, fault -> assertThat(fault.why().code()).isEqualTo("not-osm"));
    assertThatThrownBy(
            () -> OsmRoads.read(folder.resolve("none.osm.pbf"), TravelProfile.CAR, false))
        .isInstanceOfSatisfying(
            RoadFault.class, fault -> assertThat(fault.why().code()).isEqualTo("no-file"));
    byte[] whole = Files.readAllBytes(Extracts.of("andorra"));
    Path cut = folder.resolve("cut.osm.pbf");
    for (int length : new int[] {2, 100, 5_000, whole.length / 2, whole.length - 1}) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> OsmRoads.read(cut, TravelProfile.CAR, false))
          .isInstanceOfSatisfying(
              RoadFault.class, fault -> assertThat(fault.why().code()).isEqualTo("osm-cut-short"));
    }
  }

  @Test
  void B03_a_file_with_a_rotten_block_is_refused() throws Exception {
    byte[] whole = Files.readAllBytes(Extracts.of("andorra"));
    java.util.Arrays.fill(whole, whole.length / 2, whole.length / 2 + 2_000, (byte) 0x55);
    Path rotten = Files.write(folder.resolve("rotten.osm.pbf"), whole);
    assertThatThrownBy(() -> OsmRoads.read(rotten, TravelProfile.CAR, false))
        .isInstanceOf(RoadFault.class);
  }
}
