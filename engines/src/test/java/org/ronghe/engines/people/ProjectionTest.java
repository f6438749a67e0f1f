package org.ronghe.engines.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.people.Projection.Projected;
import org.ronghe.engines.people.Projection.Step;

/// From a county where nothing happens to Sweden in 1993.
class ProjectionTest {
  @Test
  void A01_where_nobody_dies_is_born_or_moves_all_grow_older() {
    Cohorts start = new Cohorts(1, new double[] {1, 2, 3}, new double[] {4, 5, 6});
    Step step = only(start, rates(VitalRates.OfSex.closed(1, 1, 1), 0, 0, 0));
    assertThat(step.people().female()).containsExactly(0, 1, 5);
    assertThat(step.people().male()).containsExactly(0, 4, 11);
    assertThat(step.deaths()).isZero();
  }

  @Test
  void A02_children_are_of_the_women_half_way() {
    Cohorts start = new Cohorts(1, new double[] {0, 100, 0}, new double[] {0, 100, 0});
    Step step = only(start, rates(VitalRates.OfSex.closed(1, 1, 1), 0, 0.2, 0));
    // 100 at the beginning, none at the end: 50 women-years in the group
    assertThat(step.girls()).isCloseTo(10 / 2.05, within(1e-12));
    assertThat(step.boys()).isCloseTo(10 * 1.05 / 2.05, within(1e-12));
  }

  /// Preston, Heuveline and Guillot (2001), Box 6.2: Sweden 1993–1998 with migration, females;
  /// figures as carried by the data set sweden_1993 of markalava/ccmppWPP.
  @Test
  void B01_Sweden_1993_to_1998() {
    double[] women = {
      293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613,
      211351, 215140, 221764, 223506, 183654, 141990, 112424
    };
    double[] yearsLived = {
      497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665,
      471786, 457852, 436153, 402775, 350358, 271512, 291707
    };
    double[] moving = {
      6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300,
      250, 175
    };
    double[] fertility = new double[18];
    System.arraycopy(
        new double[] {0.0120, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003}, 0, fertility, 3, 7);
    double[] expectedWomen = {
      302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031, 303166, 322062,
      243989, 205841, 205516, 205270, 194771, 142565, 131966
    };
    VitalRates.OfSex both =
        new VitalRates.OfSex(
            LifeTable.ofYearsLived(Arrays.stream(yearsLived).map(y -> y / 1e5).toArray(), 5),
            Arrays.stream(moving).map(people -> people / 5).toArray(),
            new double[18],
            new double[18]);
    Step step = only(new Cohorts(5, women, women), new VitalRates(both, both, fertility, 1.05));
    for (int group = 0; group < 18; group++) {
      assertThat(step.people().female()[group])
          .as("group " + group)
          .isCloseTo(expectedWomen[group], within(0.51));
    }
    // the men of that data set are the women again, but for the births
    assertThat(step.people().male()[0]).isCloseTo(317340, within(0.51));
    // the book's births by age of the mother, rounded: 615,989
    assertThat(step.girls() + step.boys()).isCloseTo(615_989, within(3.5));
  }

  @Test
  void B02_death_rates_make_a_life_table() {
    // a fifth die within the first ten years at a rate of 2/90; then a fifth a year
    double[] survival = LifeTable.survival(new double[] {2 / 90.0, 0.2}, 10);
    assertThat(survival[0]).isCloseTo(0.9, within(1e-12));
    // 9 years lived before 10, 0.8 · 5 after
    assertThat(survival[1]).isCloseTo(4 / 13.0, within(1e-12));
  }

  @Test
  void C01_more_cannot_leave_than_are_there() {
    Cohorts start = new Cohorts(1, new double[] {1, 2, 3}, new double[] {4, 5, 6});
    VitalRates.OfSex leaving =
        new VitalRates.OfSex(
            new double[] {1, 1, 1}, new double[3], new double[] {0, 9, 0}, new double[3]);
    var rates = new VitalRates(leaving, leaving, new double[3], 1.05);
    assertThat(Projection.of(start, _ -> rates, 3)).isEqualTo(new Projection.MoreLeave(0, true, 1));
  }

  /// Nobody appears or vanishes unaccounted for, and more steps are steps of steps.
  @Property(tries = 200)
  void d01_the_account_balances(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int steps) {
    Random chance = new Random(seed);
    int groups = 2 + chance.nextInt(15);
    Cohorts start = new Cohorts(5, some(chance, groups, 1000), some(chance, groups, 1000));
    VitalRates rates =
        new VitalRates(
            ofSex(chance, groups), ofSex(chance, groups), some(chance, groups, 0.1), 1.05);
    Projected all = projected(start, rates, steps);
    Cohorts before = start;
    for (Step step : all.steps()) {
      assertThat(
              before.total()
                  + step.girls()
                  + step.boys()
                  - step.deaths()
                  + step.arriving()
                  - step.leaving())
          .isCloseTo(step.people().total(), within(1e-6));
      assertThat(step.deaths()).isGreaterThan(-1e-6);
      assertThat(only(before, rates).people().female()).isEqualTo(step.people().female());
      before = step.people();
    }
    assertThat(all.steps()).hasSize(steps);
  }

  /// Half of those who come leave again.
  private static VitalRates.OfSex ofSex(Random chance, int groups) {
    double[] arriving = some(chance, groups, 50);
    return new VitalRates.OfSex(
        some(chance, groups, 1),
        arriving,
        Arrays.stream(arriving).map(people -> people / 2).toArray(),
        new double[groups]);
  }

  private static double[] some(Random chance, int count, double most) {
    return chance.doubles(count, 0, most).toArray();
  }

  private static VitalRates rates(VitalRates.OfSex both, double... fertility) {
    return new VitalRates(both, both, fertility, 1.05);
  }

  private static Step only(Cohorts start, VitalRates rates) {
    return projected(start, rates, 1).steps().getFirst();
  }

  private static Projected projected(Cohorts start, VitalRates rates, int steps) {
    return switch (Projection.of(start, _ -> rates, steps)) {
      case Projected projected -> projected;
      case Projection.MoreLeave leave -> throw new AssertionError(leave);
    };
  }
}
