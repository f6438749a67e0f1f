package org.ronghe.engines.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ronghe.model.travel.TravelTable;

/// Two villages, two clinics: what can be worked out on paper.
class AccessTest {
  private static final Offset<Double> TINY = within(1e-15);

  /// A is 10 from X and 30 from Y, B is 20 from Y and cannot reach X.
  private static final TravelTable TABLE = Valley.table("A>X 10, A>Y 30, B>Y 20, B>X -");

  private static final double[] PEOPLE = {100, 300};
  private static final double[] BEDS = {10, 20};

  @Test
  void A01_cumulative_counts_what_is_within_the_cutoff() {
    assertThat(of("cumulative", "binary:10")).containsExactly(10, 0);
    assertThat(of("cumulative", "binary:30")).containsExactly(30, 20);
  }

  @Test
  void A02_gravity_weighs_it() {
    assertThat(of("gravity", "linear:40")).containsExactly(new double[] {12.5, 10}, TINY);
  }

  @Test
  void A03_closest_is_the_cost_to_the_nearest_and_infinite_where_there_is_none() {
    assertThat(of("closest", "binary:1")).containsExactly(10, 20);
    assertThat(Reachable.closest(TABLE, new double[] {1, 0}, 1))
        .containsExactly(10, Double.POSITIVE_INFINITY);
  }

  @Test
  void A04_closest_may_ask_for_more_than_one_bed() {
    assertThat(Reachable.closest(TABLE, BEDS, 11)).containsExactly(30, 20);
    assertThat(Reachable.closest(TABLE, BEDS, 21)).containsExactly(30, Double.POSITIVE_INFINITY);
  }

  @Test
  void B01_two_steps_share_each_clinic_by_those_who_reach_it() {
    // X: 10 beds for A's 100; Y: 20 beds for all 400
    assertThat(of("2sfca", "binary:30")).containsExactly(new double[] {0.1 + 0.05, 0.05}, TINY);
  }

  @Test
  void B02_supply_in_reach_of_a_village_without_people_is_infinite_per_head() {
    double[] nobodyInA = {0, 300};
    assertThat(Catchment.twoStep(TABLE, nobodyInA, BEDS, ones(3)))
        .containsExactly(Double.POSITIVE_INFINITY, 20 / 300.0);
  }

  @Test
  void B03_three_steps_let_people_choose_first() {
    // A's people go half to X and half to Y; Y then serves 50 + 300
    double[] access = of("3sfca", "binary:30");
    assertThat(access[0]).isCloseTo(10 / 50.0 * 0.5 + 20 / 350.0 * 0.5, TINY);
    assertThat(access[1]).isCloseTo(20 / 350.0, TINY);
  }

  @Test
  void B04_balanced_catchments_lose_nobody_and_no_bed() {
    // people of A are halved; Y is halved between A and B
    double[] access = of("bfca", "binary:30");
    assertThat(access[0]).isCloseTo(10 / 50.0 + 20 / 350.0 * 0.5, TINY);
    assertThat(access[1]).isCloseTo(20 / 350.0 * 0.5, TINY);
  }

  @Test
  void B05_spatial_availability_shares_out_every_bed() {
    assertThat(of("spatial-availability", "binary:30"))
        .containsExactly(new double[] {10 + 20 * 0.25, 20 * 0.75}, TINY);
  }

  @Test
  void B06_nothing_out_of_nothing_is_undefined() {
    assertThat(SpatialAvailability.of(TABLE, new double[] {0, 300}, BEDS, ones(3), 1)[0]).isNaN();
  }

  @Test
  void C01_balancing_cost_is_the_first_threshold_where_supply_exceeds_demand() {
    double[] few = {10, 20};
    // A: 10 beds at 10 are not more than 10 people; at 30 there are 30. B never has more than 20
    assertThat(Reachable.balancing(TABLE, few, BEDS, 1)).containsExactly(30, Double.NaN);
    assertThat(Reachable.balancing(TABLE, new double[] {9, 0}, BEDS, 4)).containsExactly(12, 0);
  }

  @Test
  void C02_a_threshold_beyond_the_greatest_cost_is_never_tried() {
    assertThat(Reachable.balancing(TABLE, new double[] {11, 1}, BEDS, 7))
        .containsExactly(Double.NaN, 21);
  }

  @Test
  void D01_who_finds_the_nearest_full_spills_over() {
    double[] eager = {15, 18};
    var assigned = CapacityAssignment.of(TABLE, eager, BEDS, ones(3));
    // X takes 10 of A; Y takes B's 18 first (20 is nearer than 30), then 2 of A
    assertThat(assigned.shares())
        .containsExactly(
            new CapacityAssignment.Share(0, 0, 10, 10),
            new CapacityAssignment.Share(1, 1, 18, 20),
            new CapacityAssignment.Share(0, 1, 2, 30));
    assertThat(assigned.unserved()).containsExactly(3, 0);
    assertThat(assigned.served(eager)).containsExactly(new double[] {0.8, 1}, TINY);
  }

  @Test
  void D02_who_is_too_far_is_not_taken() {
    var assigned =
        CapacityAssignment.of(
            TABLE, PEOPLE, BEDS, Valley.decay("binary:20", Convention.R).weights(TABLE.costs()));
    assertThat(assigned.unserved()).containsExactly(90, 280);
  }

  private static double[] of(String measure, String decay) {
    return Access.of(Valley.question(measure, decay), TABLE, PEOPLE, BEDS);
  }

  private static double[] ones(int length) {
    double[] result = new double[length];
    java.util.Arrays.fill(result, 1);
    return result;
  }
}
