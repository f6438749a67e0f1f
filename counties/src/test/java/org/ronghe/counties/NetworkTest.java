package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.network.NodeKind;

/// The laws that hold for every network, whatever it carries.
class NetworkTest {
  private static final Set<String> TOWNSHIPS_OUTSIDE =
      Set.of(
          "140404101",
          "140404102",
          "140404103",
          "140404104",
          "140404106",
          "140404107",
          "140404201",
          "140404202",
          "140404203",
          "140404400",
          "140404401",
          "140404406");

  @ParameterizedTest
  @EnumSource(value = Utility.class, names = "TUNNEL", mode = EnumSource.Mode.EXCLUDE)
  void a01_every_link_has_a_length(Utility utility) {
    assertThat(Sample.links(utility)).isNotEmpty().allMatch(link -> link.length_m() > 0.5);
  }

  @ParameterizedTest
  @EnumSource(
      value = Utility.class,
      names = {"WATER", "GAS", "HEAT", "POWER", "TELECOM"})
  void a02_everything_hangs_on_a_source(Utility utility) {
    Set<String> sources = ids(utility, NodeKind.SOURCE);
    assertThat(sources).isNotEmpty();
    assertThat(reached(utility, sources)).hasSameSizeAs(Sample.nodes(utility));
  }

  @ParameterizedTest
  @EnumSource(
      value = Utility.class,
      names = {"SEWER", "DRAINAGE"})
  void a03_every_drain_ends_at_an_outfall_by_one_way_only(Utility utility) {
    Map<String, Integer> outlets = new LinkedHashMap<>();
    Sample.links(utility).forEach(link -> outlets.merge(link.fromNode(), 1, Integer::sum));
    for (NetworkNode node : Sample.nodes(utility)) {
      int expected = node.kind() == NodeKind.OUTFALL ? 0 : 1;
      assertThat(outlets.getOrDefault(node.id(), 0)).as(node.id()).isEqualTo(expected);
    }
    assertThat(reached(utility, ids(utility, NodeKind.OUTFALL)))
        .hasSameSizeAs(Sample.nodes(utility));
  }

  @ParameterizedTest
  @EnumSource(
      value = Utility.class,
      names = {"SEWER", "DRAINAGE"})
  void a04_drains_fall_unless_a_pump_lifts(Utility utility) {
    Map<String, NetworkNode> nodes = Sample.nodesById(utility);
    for (NetworkLink link : Sample.links(utility)) {
      NetworkNode from = node(nodes, link.fromNode());
      NetworkNode to = node(nodes, link.toNode());
      if (from.kind() != NodeKind.PUMP) {
        assertThat(elevation(from)).as(link.id()).isGreaterThan(elevation(to));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Utility.class,
      names = {"SEWER", "DRAINAGE"})
  void a05_no_drain_is_dug_deeper_than_twelve_metres(Utility utility) {
    for (NetworkNode node : Sample.nodes(utility)) {
      Spot spot = Frame.spot(node.location().getX(), node.location().getY());
      assertThat(Terrain.ground_m(spot) - elevation(node)).as(node.id()).isBetween(1.0, 12.0);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Utility.class,
      names = {"WATER", "SEWER", "GAS", "POWER", "TELECOM"})
  void b01_every_township_is_served(Utility utility) {
    assertThat(served(utility)).containsAll(TOWNSHIPS_OUTSIDE);
  }

  @Test
  void b02_heat_reaches_the_townships_near_the_town() {
    assertThat(served(Utility.HEAT)).containsAll(HeatLines.NEAR);
  }

  @Test
  void b03_water_and_power_reach_every_village_outside_the_town() {
    long villages = Sample.COUNTY.places().stream().filter(p -> p.kind().equals("village")).count();
    for (Utility utility : List.of(Utility.WATER, Utility.POWER)) {
      long consumers =
          Sample.nodes(utility).stream()
              .filter(n -> n.kind() == NodeKind.CONSUMER && !n.id().contains(".HD.C0"))
              .count();
      assertThat(consumers).isGreaterThan(villages * 8 / 10);
    }
  }

  @Test
  void b04_the_water_grid_of_the_town_has_loops() {
    assertThat(Sample.links(Utility.WATER).size())
        .isGreaterThan(Sample.nodes(Utility.WATER).size());
    assertThat(ids(Utility.WATER, NodeKind.VALVE)).hasSizeGreaterThan(200);
  }

  private static Set<String> served(Utility utility) {
    return Sample.nodes(utility).stream()
        .map(NetworkNode::divisionCode)
        .filter(code -> code != null)
        .collect(Collectors.toSet());
  }

  private static Set<String> ids(Utility utility, NodeKind kind) {
    return Sample.nodes(utility).stream()
        .filter(node -> node.kind() == kind)
        .map(NetworkNode::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// All nodes joined to the given ones, in whatever direction.
  private static Set<String> reached(Utility utility, Set<String> from) {
    Map<String, List<String>> next = new LinkedHashMap<>();
    for (NetworkLink link : Sample.links(utility)) {
      next.computeIfAbsent(link.fromNode(), id -> new ArrayList<>()).add(link.toNode());
      next.computeIfAbsent(link.toNode(), id -> new ArrayList<>()).add(link.fromNode());
    }
    Set<String> reached = new LinkedHashSet<>(from);
    ArrayDeque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String id : next.getOrDefault(open.remove(), List.of())) {
        if (reached.add(id)) {
          open.add(id);
        }
      }
    }
    return reached;
  }

  private static NetworkNode node(Map<String, NetworkNode> nodes, String id) {
    NetworkNode node = nodes.get(id);
    if (node == null) {
      throw new AssertionError("no node " + id);
    }
    return node;
  }

  private static double elevation(NetworkNode node) {
    Double elevation = node.elevation_m();
    if (elevation == null) {
      throw new AssertionError(node.id() + " has no level");
    }
    return elevation;
  }
}
