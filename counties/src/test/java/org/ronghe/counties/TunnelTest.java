package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.CompartmentKind;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;

/// Three tunnels under main streets, divided as GB 50838-2015 asks.
class TunnelTest {
  @Test
  void a01_three_tunnels_of_four_to_nine_kilometres() {
    assertThat(Sample.COUNTY.tunnels()).hasSize(3);
    assertThat(Sample.COUNTY.tunnels()).allMatch(t -> t.length_m() > 4_000 && t.length_m() < 9_000);
  }

  @Test
  void a02_each_has_a_general_a_power_and_a_gas_compartment() {
    for (Tunnel tunnel : Sample.COUNTY.tunnels()) {
      assertThat(Sample.COUNTY.compartments())
          .filteredOn(compartment -> compartment.tunnelId().equals(tunnel.id()))
          .extracting(Compartment::kind)
          .containsExactly(CompartmentKind.GENERAL, CompartmentKind.POWER, CompartmentKind.GAS);
    }
  }

  @Test
  void a03_sections_follow_each_other_to_the_end_and_none_is_longer_than_200_metres() {
    Map<String, Double> length_m = new LinkedHashMap<>();
    Sample.COUNTY.tunnels().forEach(tunnel -> length_m.put(tunnel.id(), tunnel.length_m()));
    for (Compartment compartment : Sample.COUNTY.compartments()) {
      double reached_m = 0;
      int number = 0;
      for (FireSection section : sections(compartment)) {
        assertThat(section.number()).isEqualTo(++number);
        assertThat(section.fromChainage_m()).isEqualTo(reached_m);
        reached_m = section.toChainage_m();
        assertThat(reached_m - section.fromChainage_m()).isLessThanOrEqualTo(200);
      }
      assertThat(reached_m)
          .isCloseTo(length_m.getOrDefault(compartment.tunnelId(), 0.0), within(0.11));
    }
  }

  @Test
  void a04_every_section_has_fans_a_pump_doors_lighting_and_cameras_inside_it() {
    Map<String, List<Equipment>> bySection =
        Sample.COUNTY.equipment().stream().collect(Collectors.groupingBy(Equipment::sectionId));
    for (FireSection section : Sample.COUNTY.sections()) {
      List<Equipment> equipment = bySection.getOrDefault(section.id(), List.of());
      assertThat(equipment.stream().map(Equipment::kind).collect(Collectors.toSet()))
          .isEqualTo(Set.of("fan", "drain-pump", "fire-door", "lighting", "camera"));
      assertThat(equipment)
          .allMatch(piece ->
              piece.chainage_m() >= section.fromChainage_m()
                  && piece.chainage_m() <= section.toChainage_m());
    }
  }

  @Test
  void b01_each_compartment_carries_the_lines_it_is_built_for_and_no_others() {
    Map<CompartmentKind, Set<Utility>> allowed =
        Map.of(
            CompartmentKind.GENERAL, Set.of(Utility.WATER, Utility.HEAT, Utility.TELECOM),
            CompartmentKind.POWER, Set.of(Utility.POWER),
            CompartmentKind.GAS, Set.of(Utility.GAS));
    Map<String, List<NetworkLink>> inside =
        Sample.COUNTY.links().stream()
            .filter(link -> link.compartmentId() != null)
            .collect(Collectors.groupingBy(link -> String.valueOf(link.compartmentId())));
    for (Compartment compartment : Sample.COUNTY.compartments()) {
      assertThat(inside.getOrDefault(compartment.id(), List.of()))
          .as(compartment.id())
          .isNotEmpty()
          .allMatch(
              link -> allowed.getOrDefault(compartment.kind(), Set.of()).contains(link.utility()))
          .allMatch(link -> link.buriedDepth_m() == null);
    }
  }

  @Test
  void b02_a_line_in_a_tunnel_lies_along_it() {
    Map<String, Tunnel> tunnels = new LinkedHashMap<>();
    Sample.COUNTY.tunnels().forEach(tunnel -> tunnels.put(tunnel.id(), tunnel));
    for (NetworkLink link : Sample.COUNTY.links()) {
      String compartment = link.compartmentId();
      if (compartment != null) {
        Tunnel tunnel = Objects.requireNonNull(tunnels.get(compartment.substring(0, 2)));
        assertThat(tunnel.centreline().distance(link.geometry())).isLessThan(0.0003);
      }
    }
  }

  private static List<FireSection> sections(Compartment compartment) {
    return Sample.COUNTY.sections().stream()
        .filter(section -> section.compartmentId().equals(compartment.id()))
        .toList();
  }
}
