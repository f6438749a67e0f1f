package org.ronghe.engines.dig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.pack.Words;

/// From an empty street to three who want to open it. Streets run east from a corner of the county
/// town; places are given in metres from there.
class DigTest {
  private static final LocalPlane CORNER = new LocalPlane(new Coordinate(113.05, 36.05));
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final DigRules RULES =
      new DigRules(
          List.of(new DigRules.Clearance(Utility.WATER, Utility.HEAT, 1.5, "clause")),
          1.0,
          3.0,
          5,
          3,
          3.0,
          90,
          30,
          50,
          "art. 33",
          "example");

  @Test
  void A01_nothing_below_and_nobody_else_nothing_found() {
    assertThat(DigCheck.check(water("a", 0, 100, 0), List.of(), List.of(), List.of(), RULES))
        .isEmpty();
  }

  @Test
  void A02_a_crossing_tells_how_much_soil_is_left() {
    BuriedLine gas = line("g1", Utility.GAS, 1.2, 50, -20, 50, 20);
    Finding.Crosses found =
        (Finding.Crosses)
            DigCheck.check(water("a", 0, 100, 0), List.of(gas), List.of(), List.of(), RULES)
                .getFirst();
    assertThat(found.depthUnknown()).isFalse();
    assertThat(found.above_m()).isCloseTo(-0.3, within(1e-9));
    assertThat(found.weight()).isEqualTo(Finding.Weight.NEEDS_CONSENT);
  }

  @Test
  void A03_an_unknown_depth_is_said_not_guessed() {
    BuriedLine gas = line("g1", Utility.GAS, null, 50, -20, 50, 20);
    Finding.Crosses found =
        (Finding.Crosses)
            DigCheck.check(water("a", 0, 100, 0), List.of(gas), List.of(), List.of(), RULES)
                .getFirst();
    assertThat(found.depthUnknown()).isTrue();
    assertThat(found.above_m()).isNull();
  }

  @Test
  void A04_a_pipe_beside_too_near_forbids_with_its_clause() {
    BuriedLine heat = line("h1", Utility.HEAT, 1.5, 0, 1.2, 100, 1.2);
    Finding.TooClose found =
        (Finding.TooClose)
            DigCheck.check(water("a", 0, 100, 0), List.of(heat), List.of(), List.of(), RULES)
                .getFirst();
    assertThat(found.distance_m()).isCloseTo(1.2, within(1e-3));
    assertThat(found.least_m()).isEqualTo(1.5);
    assertThat(found.along_m()).isCloseTo(100, within(1.0));
    assertThat(found.clause()).isEqualTo("clause");
  }

  @Test
  void A05_the_same_pipe_at_its_distance_is_fine() {
    BuriedLine heat = line("h1", Utility.HEAT, 1.5, 0, 1.6, 100, 1.6);
    assertThat(DigCheck.check(water("a", 0, 100, 0), List.of(heat), List.of(), List.of(), RULES))
        .isEmpty();
  }

  @Test
  void A06_a_tunnel_near_by_must_consent() {
    BuriedLine tunnel =
        new BuriedLine(
            "T1",
            new Words("城北管廊", "North Tunnel"),
            Utility.TUNNEL,
            degrees(0, 6, 100, 6),
            3.0,
            8,
            "tunnel");
    assertThat(DigCheck.check(water("a", 0, 100, 0), List.of(tunnel), List.of(), List.of(), RULES))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.InTunnelZone.class,
            zone -> assertThat(zone.distance_m()).isCloseTo(1.6, within(1e-3)));
  }

  @Test
  void A07_occupying_without_digging_minds_no_pipes() {
    Opening shallow = opening("a", null, 0, 100, 0, 0, MARCH, 10, 0, false);
    BuriedLine gas = line("g1", Utility.GAS, 1.2, 50, -20, 50, 20);
    assertThat(DigCheck.check(shallow, List.of(gas), List.of(), List.of(), RULES)).isEmpty();
  }

  /// 《城市道路管理条例》第三十三条: five years after building, three after a major repair.
  @Test
  void B01_a_young_road_is_closed_to_digging() {
    for (Surfacing.Kind kind : Surfacing.Kind.values()) {
      int years = kind == Surfacing.Kind.BUILT ? 5 : 3;
      LocalDate finished = MARCH.minusYears(years).plusDays(1);
      assertThat(embargo(finished, kind, false))
          .isInstanceOfSatisfying(
              Finding.Embargo.class,
              embargo -> {
                assertThat(embargo.until()).isEqualTo(MARCH.plusDays(1));
                assertThat(embargo.weight()).isEqualTo(Finding.Weight.FORBIDS);
              });
      assertThat(embargo(finished.minusDays(1), kind, false)).isNull();
    }
  }

  @Test
  void B02_a_burst_may_be_dug_and_is_approved_afterwards() {
    assertThat(embargo(MARCH.minusYears(1), Surfacing.Kind.BUILT, true))
        .isInstanceOfSatisfying(
            Finding.Embargo.class,
            embargo -> assertThat(embargo.weight()).isEqualTo(Finding.Weight.NEEDS_CONSENT));
  }

  @Test
  void C01_two_on_one_street_meet() {
    Opening other = opening("b", Utility.GAS, 40, 140, 2, 1, MARCH.plusDays(30), 10, 40, false);
    assertThat(DigCheck.check(water("a", 0, 100, 0), List.of(), List.of(), List.of(other), RULES))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Meets.class,
            meets -> {
              assertThat(meets.daysApart()).isEqualTo(21);
              // from 40 m on, and a little before it within the 3 m of reach
              assertThat(meets.shared_m()).isCloseTo(60 + Math.sqrt(5), within(0.1));
            });
  }

  @Test
  void C02_they_open_it_once() {
    Opening other = opening("b", Utility.GAS, 0, 100, 2, 1, MARCH.plusDays(30), 20, 40, false);
    JointOpening joint =
        JointOpening.propose(water("a", 0, 100, 0), List.of(other), RULES).orElseThrow();
    assertThat(joint.members()).containsExactly("a", "b");
    assertThat(joint.apart_m()).isCloseTo(200, within(0.1));
    assertThat(joint.together_m()).isCloseTo(100, within(0.1));
    assertThat(joint.saved_m()).isCloseTo(100, within(0.1));
    assertThat(joint.from()).isEqualTo(MARCH.minusDays(10));
    assertThat(joint.until()).isEqualTo(MARCH.minusDays(10).plusDays(19));
    assertThat(joint.shares())
        .allSatisfy(share -> assertThat(share.bears_m()).isCloseTo(50, within(0.1)));
  }

  @Test
  void C03_days_that_cannot_meet_are_not_forced() {
    Opening other = opening("b", Utility.GAS, 0, 100, 2, 1, MARCH.plusDays(60), 20, 10, false);
    assertThat(JointOpening.propose(water("a", 0, 100, 0), List.of(other), RULES)).isEmpty();
  }

  @Test
  void C04_the_open_ground_does_not_move() {
    Opening open =
        new Opening(
            "b",
            "gas",
            Utility.GAS,
            degrees(0, 2, 100, 2),
            1,
            1,
            MARCH.plusDays(5),
            MARCH.plusDays(9),
            60,
            false,
            Opening.Stage.OPEN);
    JointOpening joint =
        JointOpening.propose(water("a", 0, 100, 0), List.of(open), RULES).orElseThrow();
    assertThat(joint.from()).isEqualTo(MARCH.plusDays(5));
  }

  @Test
  void C05_three_share_what_they_share() {
    Opening gas = opening("b", Utility.GAS, 0, 100, 1, 1, MARCH, 10, 10, false);
    Opening heat = opening("c", Utility.HEAT, 50, 150, -1, 1, MARCH, 10, 10, false);
    JointOpening joint =
        JointOpening.propose(water("a", 0, 100, 0), List.of(gas, heat), RULES).orElseThrow();
    assertThat(joint.members()).containsExactly("a", "b", "c");
    double borne = joint.shares().stream().mapToDouble(JointOpening.Share::bears_m).sum();
    assertThat(borne).isCloseTo(joint.together_m(), within(1e-6));
    assertThat(joint.together_m()).isCloseTo(150, within(4.0));
  }

  @Property(tries = 100)
  void D01_a_joint_opening_saves_and_shares_add_up(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = -200, max = 200) Integer> starts,
      @ForAll @DoubleRange(min = 20, max = 150) double length_m,
      @ForAll @IntRange(min = 0, max = 80) int slack) {
    List<Opening> others =
        java.util.stream.IntStream.range(0, starts.size())
            .mapToObj(i ->
                opening(
                    "o" + i,
                    Utility.GAS,
                    starts.get(i),
                    starts.get(i) + length_m,
                    i * 0.7,
                    1,
                    MARCH.plusDays(i * 20L),
                    10,
                    slack,
                    false))
            .toList();
    JointOpening.propose(water("a", 0, 100, 0), others, RULES)
        .ifPresent(joint -> {
          assertThat(joint.saved_m()).isPositive();
          assertThat(joint.together_m()).isLessThanOrEqualTo(joint.apart_m());
          assertThat(joint.shares().stream().mapToDouble(JointOpening.Share::bears_m).sum())
              .isCloseTo(joint.together_m(), within(1e-6));
          assertThat(joint.until()).isAfterOrEqualTo(joint.from());
        });
  }

  private static @Nullable Finding embargo(
      LocalDate finished, Surfacing.Kind kind, boolean emergency) {
    Opening opening = opening("a", Utility.WATER, 0, 100, 0, 1.5, MARCH, 10, 10, emergency);
    Surfacing road = new Surfacing("R1", "英雄街", degrees(-50, 0, 200, 0), 20, kind, finished);
    List<Finding> found = DigCheck.check(opening, List.of(), List.of(road), List.of(), RULES);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static Opening water(String id, double from_m, double to_m, double north_m) {
    return opening(id, Utility.WATER, from_m, to_m, north_m, 1.5, MARCH, 10, 10, false);
  }

  private static Opening opening(
      String id,
      @Nullable Utility utility,
      double from_m,
      double to_m,
      double north_m,
      double depth_m,
      LocalDate from,
      int days,
      int slack,
      boolean emergency) {
    return new Opening(
        id,
        "owner of " + id,
        utility,
        degrees(from_m, north_m, to_m, north_m),
        0.8,
        depth_m,
        from,
        from.plusDays(days - 1L),
        slack,
        emergency,
        Opening.Stage.APPLIED);
  }

  private static BuriedLine line(
      String id, Utility utility, @Nullable Double top_m, double... metres) {
    return new BuriedLine(id, new Words(id, id), utility, degrees(metres), top_m, 0, "owner");
  }

  private static Geometry degrees(double... metres) {
    Coordinate[] path = new Coordinate[metres.length / 2];
    for (int i = 0; i < path.length; i++) {
      path[i] = new Coordinate(metres[2 * i], metres[2 * i + 1]);
    }
    return CORNER.toDegrees(new GeometryFactory().createLineString(path));
  }
}
