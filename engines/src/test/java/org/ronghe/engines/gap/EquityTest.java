package org.ronghe.engines.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.gap.Inequality.Ties;
import org.ronghe.engines.gap.Residents.Place;

/// How evenly access is spread: worked out on paper, then what holds always.
class EquityTest {
  private static final Offset<Double> TINY = within(1e-12);

  @Test
  void A01_all_have_the_same() {
    Residents same = of("A 5 100 1 x", "B 5 50 2 x", "C 5 1 3 y");
    assertThat(Inequality.gini(same).orElseThrow()).isCloseTo(0, TINY);
    assertThat(Inequality.variation(same).orElseThrow()).isZero();
    assertThat(Theil.total(same).orElseThrow()).isCloseTo(0, TINY);
    assertThat(Inequality.concentration(same, Ties.BY_ID).orElseThrow()).isCloseTo(0, TINY);
  }

  @Test
  void A02_one_of_two_has_it_all() {
    Residents half = of("A 0 1 1 x", "B 10 1 2 y");
    assertThat(Inequality.gini(half).orElseThrow()).isCloseTo(0.5, TINY);
    assertThat(Inequality.variation(half).orElseThrow()).isCloseTo(1, TINY);
    assertThat(Theil.total(half).orElseThrow()).isCloseTo(Math.log(2), TINY);
    // the rich have it: the same as the Gini, positive
    assertThat(Inequality.concentration(half, Ties.BY_ID).orElseThrow()).isCloseTo(0.5, TINY);
    // 4 · mean / range · index = 4 · 5 / 10 · 0.5
    assertThat(Inequality.correctedConcentration(half, Ties.BY_ID).orElseThrow())
        .isCloseTo(1, TINY);
  }

  @Test
  void A03_all_inequality_lies_between_groups_or_within_them() {
    Theil between =
        Theil.of(of("A 2 10 1 town", "B 2 20 1 town", "C 1 30 1 village")).orElseThrow();
    assertThat(between.within()).isCloseTo(0, TINY);
    assertThat(between.between()).isCloseTo(between.total(), TINY);
    Theil within = Theil.of(of("A 1 1 1 x", "B 3 1 1 x", "C 1 1 1 y", "D 3 1 1 y")).orElseThrow();
    assertThat(within.between()).isCloseTo(0, TINY);
    assertThat(within.within()).isCloseTo(within.total(), TINY);
  }

  @Test
  void A04_palma_compares_the_richest_tenth_with_the_poorest_two_fifths() {
    List<Place> places = new ArrayList<>();
    for (int n = 1; n <= 10; n++) {
      places.add(new Place("P" + n, n <= 4 ? 2 : 10, 1, n, ""));
    }
    assertThat(Inequality.palma(new Residents(places), places).orElseThrow()).isCloseTo(5, TINY);
  }

  @Test
  void A05_poverty_is_the_share_below_the_line_its_depth_and_its_depth_squared() {
    Residents three = of("A 5 1 1 x", "B 10 2 1 x", "C 0 1 1 x");
    Poverty poverty = Poverty.of(three, 10);
    assertThat(poverty).isEqualTo(new Poverty(0.5, (0.5 + 1) / 4, (0.25 + 1) / 4));
  }

  @Test
  void A06_equal_incomes_may_share_their_rank() {
    Residents tied = of("A 0 1 7 x", "B 10 1 7 x");
    assertThat(Inequality.concentration(tied, Ties.SHARED).orElseThrow()).isCloseTo(0, TINY);
    assertThat(Inequality.concentration(tied, Ties.BY_ID).orElseThrow()).isCloseTo(0.5, TINY);
    Residents turned = of("B 10 1 7 x", "A 0 1 7 x");
    assertThat(Inequality.concentration(turned, Ties.AS_GIVEN).orElseThrow()).isCloseTo(-0.5, TINY);
  }

  @Test
  void A07_where_nobody_reaches_anything_there_is_no_number() {
    Residents none = of("A 0 1 1 x", "B 0 1 2 x");
    assertThat(Inequality.gini(none)).isEmpty();
    assertThat(Inequality.variation(none)).isEmpty();
    assertThat(Theil.of(none)).isEmpty();
    assertThat(Inequality.concentration(none, Ties.BY_ID)).isEmpty();
  }

  /// Rows in any order give the same bits.
  @Property(tries = 200)
  void b01_the_order_of_rows_makes_no_difference(@ForAll long seed) {
    List<Place> places = chance(new Random(seed));
    List<Place> shuffled = new ArrayList<>(places);
    Collections.shuffle(shuffled, new Random(~seed));
    Residents one = new Residents(places);
    Residents other = new Residents(shuffled);
    assertThat(Inequality.gini(other)).isEqualTo(Inequality.gini(one));
    assertThat(Inequality.variation(other)).isEqualTo(Inequality.variation(one));
    assertThat(Inequality.palma(other, shuffled)).isEqualTo(Inequality.palma(one, places));
    assertThat(Inequality.concentration(other, Ties.BY_ID))
        .isEqualTo(Inequality.concentration(one, Ties.BY_ID));
    assertThat(Inequality.concentration(other, Ties.SHARED))
        .isEqualTo(Inequality.concentration(one, Ties.SHARED));
    assertThat(Theil.of(other)).isEqualTo(Theil.of(one));
    assertThat(Poverty.of(other, 20)).isEqualTo(Poverty.of(one, 20));
  }

  @Property(tries = 200)
  void b02_between_and_within_make_the_whole(@ForAll long seed) {
    Theil.of(new Residents(chance(new Random(seed))))
        .ifPresent(theil ->
            assertThat(theil.between() + theil.within()).isCloseTo(theil.total(), within(1e-9)));
  }

  @Property(tries = 200)
  void b03_every_number_keeps_to_its_range(@ForAll long seed) {
    Residents residents = new Residents(chance(new Random(seed)));
    Inequality.gini(residents).ifPresent(gini -> assertThat(gini).isBetween(-1e-9, 1.0));
    Poverty poverty = Poverty.of(residents, 20);
    assertThat(poverty.headcount()).isBetween(0.0, 1.0);
    assertThat(poverty.gap()).isLessThanOrEqualTo(poverty.headcount());
    assertThat(poverty.severity()).isLessThanOrEqualTo(poverty.gap());
  }

  private static List<Place> chance(Random chance) {
    List<Place> places = new ArrayList<>();
    places.add(new Place("P", chance.nextInt(50), 1 + chance.nextInt(9), 3, "a"));
    for (int n = 0; n < chance.nextInt(30); n++) {
      double income = chance.nextInt(8) == 0 ? Double.NaN : chance.nextInt(10);
      places.add(
          new Place(
              "P" + n,
              chance.nextInt(3) == 0 ? 0 : chance.nextDouble() * 60,
              chance.nextInt(100),
              income,
              List.of("a", "b", "c").get(chance.nextInt(3))));
    }
    return places;
  }

  /// `id access people income group`.
  private static Residents of(String... places) {
    List<Place> result = new ArrayList<>();
    for (String place : places) {
      String[] parts = place.split(" ");
      result.add(
          new Place(
              parts[0],
              Double.parseDouble(parts[1]),
              Double.parseDouble(parts[2]),
              Double.parseDouble(parts[3]),
              parts[4]));
    }
    return new Residents(result);
  }
}
