package org.ronghe.engines.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ronghe.model.travel.TravelPairs;
import org.ronghe.model.travel.TravelTable;

/// What holds for every county.
class AccessLawsTest {
  private static final List<String> DECAYS =
      List.of("binary:30", "exponential:0.05", "linear:40", "gaussian:20", "power:1.5");

  /// Rows in any order give the same bits, measure by measure.
  @Property(tries = 100)
  void a01_the_order_of_rows_makes_no_difference(@ForAll long seed) {
    County county = new County(new Random(seed));
    List<Pair> shuffled = new ArrayList<>(county.pairs);
    Collections.shuffle(shuffled, new Random(~seed));
    TravelTable other = County.table(shuffled);
    for (Measure measure : Measure.values()) {
      for (String decay : DECAYS) {
        var question = Access.Question.of(measure, Valley.decay(decay, Convention.R));
        assertThat(Access.of(question, other, county.people, county.beds))
            .as("%s %s", measure, decay)
            .isEqualTo(Access.of(question, county.table, county.people, county.beds));
      }
    }
  }

  /// 2SFCA hands out what there is: people times access sums to the supply that people reach.
  @Property(tries = 200)
  void a02_two_steps_hand_out_each_bed_once(@ForAll long seed) {
    County county = new County(new Random(seed));
    for (String decay : DECAYS) {
      double[] weights = Valley.decay(decay, Convention.R).weights(county.table.costs());
      double[] access = Catchment.twoStep(county.table, county.people, county.beds, weights);
      double given = 0;
      for (int i = 0; i < access.length; i++) {
        given += county.people[i] == 0 ? 0 : county.people[i] * access[i];
      }
      assertThat(given).isCloseTo(county.claimed(weights), within(1e-9 * (1 + given)));
    }
  }

  /// So does spatial availability.
  @Property(tries = 200)
  void a03_spatial_availability_adds_up_to_the_supply_claimed(@ForAll long seed) {
    County county = new County(new Random(seed));
    for (String decay : DECAYS) {
      double[] weights = Valley.decay(decay, Convention.R).weights(county.table.costs());
      double[] access =
          SpatialAvailability.of(county.table, county.people, county.beds, weights, 1);
      double given = Arrays.stream(access).filter(value -> !Double.isNaN(value)).sum();
      assertThat(given).isCloseTo(county.claimed(weights), within(1e-9 * (1 + given)));
    }
  }

  /// Nobody waits while a place within reach has room, and nobody is counted twice.
  @Property(tries = 200)
  void b01_assignment_wastes_nothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int cut) {
    County county = new County(new Random(seed));
    TravelTable table = county.table;
    double[] weights = new Decay.Binary(cut).weights(table.costs());
    var assigned = CapacityAssignment.of(table, county.people, county.beds, weights);
    double taken = assigned.shares().stream().mapToDouble(share -> share.people()).sum();
    assertThat(taken + Arrays.stream(assigned.unserved()).sum())
        .isCloseTo(Arrays.stream(county.people).sum(), within(1e-6));
    assertThat(taken + Arrays.stream(assigned.room()).sum())
        .isCloseTo(Arrays.stream(county.beds).sum(), within(1e-6));
    for (int i = 0; i < county.people.length; i++) {
      for (int k = table.starts()[i]; k < table.starts()[i + 1]; k++) {
        boolean couldGo = table.costs()[table.rank()[k]] <= cut;
        assertThat(
                couldGo
                    && assigned.unserved()[i] > 0
                    && assigned.room()[table.destination()[k]] > 0)
            .isFalse();
      }
    }
  }

  /// A longer reach never takes anything away.
  @Property(tries = 100)
  void b02_a_longer_cutoff_reaches_no_less(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int cut,
      @ForAll @IntRange(max = 60) int more) {
    County county = new County(new Random(seed));
    double[] near =
        Reachable.weighted(
            county.table, county.beds, new Decay.Binary(cut).weights(county.table.costs()));
    double[] far =
        Reachable.weighted(
            county.table, county.beds, new Decay.Binary(cut + more).weights(county.table.costs()));
    for (int i = 0; i < near.length; i++) {
      assertThat(far[i]).isGreaterThanOrEqualTo(near[i]);
    }
  }

  private record Pair(String from, String to, double cost) {}

  /// A county made up by chance: some pairs cannot be travelled, some villages are empty.
  private static final class County {
    final List<Pair> pairs = new ArrayList<>();
    final TravelTable table;
    final double[] people;
    final double[] beds;

    County(Random chance) {
      int origins = 1 + chance.nextInt(12);
      int destinations = 1 + chance.nextInt(8);
      for (int i = 0; i < origins; i++) {
        for (int j = 0; j < destinations; j++) {
          boolean reachable = chance.nextInt(4) > 0;
          double cost = chance.nextBoolean() ? chance.nextInt(90) : chance.nextDouble() * 90;
          pairs.add(new Pair("O" + i, "D" + j, reachable ? cost : Double.POSITIVE_INFINITY));
        }
      }
      table = table(pairs);
      people = new double[origins];
      Arrays.setAll(people, _ -> chance.nextInt(4) == 0 ? 0 : chance.nextInt(1000));
      beds = new double[destinations];
      Arrays.setAll(beds, _ -> chance.nextInt(4) == 0 ? 0 : chance.nextInt(100));
    }

    static TravelTable table(List<Pair> pairs) {
      TravelPairs all = new TravelPairs();
      pairs.forEach(pair -> all.add(pair.from, pair.to, pair.cost));
      return Valley.table(all);
    }

    /// Supply that somebody with people reaches.
    double claimed(double[] weights) {
      boolean[] reached = new boolean[beds.length];
      for (int i = 0; i < people.length; i++) {
        for (int k = table.starts()[i]; k < table.starts()[i + 1]; k++) {
          reached[table.destination()[k]] |= people[i] > 0 && weights[table.rank()[k]] > 0;
        }
      }
      double sum = 0;
      for (int j = 0; j < beds.length; j++) {
        sum += reached[j] ? beds[j] : 0;
      }
      return sum;
    }
  }
}
