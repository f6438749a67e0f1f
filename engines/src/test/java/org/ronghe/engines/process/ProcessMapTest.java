package org.ronghe.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The map of the running example against what pm4py found in the same log.
class ProcessMapTest {
  private static final ProcessMap MAP = ProcessMiner.map(RunningExample.log());

  /// Every edge and its count, as pm4py wrote them (tests/input_data/running-example.dfg,
  /// pm4py-core@abeb6850).
  @Test
  void A01_the_directly_follows_graph_is_pm4pys() {
    assertThat(
            MAP.edges().stream().map(edge -> edge.from() + " > " + edge.to() + " " + edge.count()))
        .containsExactlyInAnyOrder(
            "register request > examine casually 3",
            "examine casually > check ticket 4",
            "check ticket > decide 6",
            "decide > reinitiate request 3",
            "reinitiate request > examine thoroughly 1",
            "examine thoroughly > check ticket 2",
            "decide > pay compensation 3",
            "register request > check ticket 2",
            "check ticket > examine casually 2",
            "examine casually > decide 2",
            "register request > examine thoroughly 1",
            "decide > reject request 3",
            "reinitiate request > check ticket 1",
            "reinitiate request > examine casually 1",
            "check ticket > examine thoroughly 1",
            "examine thoroughly > decide 1");
  }

  @Test
  void A02_so_are_first_and_last_activities() {
    assertThat(
            MAP.activities().stream()
                .filter(one -> one.starts() + one.ends() > 0)
                .map(one -> one.name() + " " + one.starts() + " " + one.ends()))
        .containsExactly("pay compensation 0 3", "register request 6 0", "reject request 0 3");
    assertThat(MAP.cases()).isEqualTo(6);
    assertThat(MAP.events()).isEqualTo(42);
  }

  /// Means and medians reckoned apart from the engine, from the same 42 times.
  @Test
  void A03_waiting_times_are_those_between_the_stamps() {
    ProcessMap.Edge paid =
        MAP.edges().stream()
            .filter(edge -> edge.to().equals("pay compensation"))
            .findFirst()
            .orElseThrow();
    assertThat(paid.waiting().mean_s()).isCloseTo(514_160.0, within(1e-6));
    assertThat(paid.waiting().median_s()).isCloseTo(521_400.0, within(1e-6));
    assertThat(MAP.duration().mean_s()).isCloseTo(966_890.0, within(1e-6));
    assertThat(MAP.duration().median_s()).isCloseTo(815_940.0, within(1e-6));
  }

  @Test
  void B01_two_cases_went_back_and_the_steps_that_did_are_marked() {
    assertThat(MAP.reworked()).as("cases 3 and 5").isEqualTo(2);
    assertThat(
            MAP.activities().stream()
                .filter(one -> one.again() > 0)
                .map(one -> one.name() + " " + one.again()))
        .containsExactly(
            "check ticket 3", "decide 3", "examine casually 2", "reinitiate request 1");
    assertThat(MAP.edges().stream().mapToInt(ProcessMap.Edge::back).sum()).isEqualTo(9);
  }

  @Test
  void B02_each_of_the_six_cases_is_a_variant_of_its_own() {
    assertThat(MAP.variants()).hasSize(6);
    assertThat(MAP.variants().stream().flatMap(way -> way.cases().stream()).sorted())
        .containsExactly("1", "2", "3", "4", "5", "6");
  }

  /// The order in which events are handed over does not matter, as long as no two of a case share
  /// an instant.
  @Property(tries = 100)
  void c01_theMapDoesNotDependOnTheOrderOfTheLog(@ForAll long seed) {
    ProcessLog log = RunningExample.log();
    List<LoggedEvent> mixed = new ArrayList<>(log.events());
    Collections.shuffle(mixed, new Random(seed));
    ProcessMap map = ProcessMiner.map(new ProcessLog(log.service(), mixed, List.of()));
    assertThat(map).isEqualTo(MAP);
  }

  /// Counts add up: every event but the first of a case ends one edge.
  @Test
  void c02_countsAddUp() {
    int edges = MAP.edges().stream().mapToInt(ProcessMap.Edge::count).sum();
    assertThat(edges).isEqualTo(MAP.events() - MAP.cases());
    assertThat(MAP.activities().stream().mapToInt(ProcessMap.Activity::count).sum())
        .isEqualTo(MAP.events());
  }

  @Test
  void D01_an_empty_log_is_an_empty_map() {
    ProcessMap map = ProcessMiner.map(new ProcessLog("none", List.of(), List.of()));
    assertThat(map.edges()).isEmpty();
    assertThat(map.duration().mean_s()).isZero();
  }
}
