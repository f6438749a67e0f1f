package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner.OwnerKind;
import org.ronghe.model.point.ValueKind;
import org.ronghe.sources.pack.PackFolder;
import org.ronghe.sources.pack.PackReader;

/// What a monitoring centre of this county would watch.
class PointTest {
  private static final List<MeasuringPoint> POINTS = Sample.COUNTY.points();

  @Test
  void a01_between_20000_and_21000_points_most_of_them_in_tunnels() {
    assertThat(POINTS.size()).isBetween(20_000, 21_000);
    long tunnel = POINTS.stream().filter(point -> point.utility() == Utility.TUNNEL).count();
    for (Utility utility : Utility.values()) {
      long count = POINTS.stream().filter(point -> point.utility() == utility).count();
      assertThat(count).isLessThanOrEqualTo(tunnel);
    }
  }

  @Test
  void a02_every_profile_the_packs_promise_is_used() {
    Set<String> used = new TreeSet<>();
    POINTS.forEach(point -> used.add(String.valueOf(point.profile())));
    Set<String> promised =
        Stream.of(Profile.values())
            .map(Profile::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).isEqualTo(promised).hasSize(42);
  }

  @Test
  void a03_most_report_every_half_minute_or_minute_states_every_five_minutes() {
    long often = POINTS.stream().filter(p -> p.expectedInterval_s() <= 60).count();
    assertThat(often).isGreaterThan(POINTS.size() / 2);
    assertThat(POINTS).filteredOn(p -> p.expectedInterval_s() == 10).isNotEmpty();
    assertThat(POINTS)
        .filteredOn(point -> point.valueKind() == ValueKind.STATE)
        .allMatch(point -> point.expectedInterval_s() == 300)
        .allMatch(point -> point.states().size() >= 2);
  }

  @Test
  void a04_numbers_have_a_unit_and_a_range() {
    assertThat(POINTS)
        .filteredOn(point -> point.valueKind() == ValueKind.NUMBER)
        .allMatch(point -> !point.unit().isEmpty())
        .allMatch(point -> point.rangeLow() != null);
  }

  @Test
  void a05_names_tell_in_chinese_where_and_what() {
    assertThat(named("T1.G.003.CH4")).isEqualTo("城北管廊 综合舱 003 分区 甲烷 1 号");
    assertThat(POINTS).extracting(MeasuringPoint::name).doesNotHaveDuplicates();
  }

  @Test
  void a06_points_sit_on_sections_equipment_nodes_links_and_places() {
    assertThat(POINTS.stream().map(p -> p.owner().kind()).collect(Collectors.toSet()))
        .contains(
            OwnerKind.SECTION,
            OwnerKind.EQUIPMENT,
            OwnerKind.NODE,
            OwnerKind.LINK,
            OwnerKind.PLACE);
  }

  @Test
  void b01_points_measure_what_their_profile_in_the_packs_says() throws IOException {
    PackFolder packs = PackReader.read(Path.of("../packs"));
    List<MeasuringPoint> known =
        POINTS.stream()
            .filter(p -> packs.profile(String.valueOf(p.profile())).isPresent())
            .toList();
    assertThat(known).hasSizeGreaterThan(9_000);
    for (MeasuringPoint point : known) {
      org.ronghe.model.pack.Profile profile =
          packs.profile(String.valueOf(point.profile())).orElseThrow(AssertionError::new);
      assertThat(point.quantity()).as(point.id()).isEqualTo(profile.quantity());
      assertThat(point.unit()).as(point.id()).isEqualTo(profile.unit());
      assertThat(point.valueKind()).as(point.id()).isEqualTo(profile.valueKind());
      assertThat(point.states())
          .as(point.id())
          .isEqualTo(profile.states().stream().map(words -> words.zh()).toList());
    }
  }

  private static String named(String id) {
    return POINTS.stream()
        .filter(point -> point.id().equals(id))
        .map(MeasuringPoint::name)
        .findFirst()
        .orElse("");
  }
}
