package org.ronghe.engines.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.site.SiteAnswer.Impossible;
import org.ronghe.engines.site.SiteAnswer.Located;
import org.ronghe.engines.site.SiteAnswer.Reason;
import org.ronghe.engines.site.SiteQuestion.Fate;

/// Whatever the question, the answer is the best of all sets of sites, or there is none.
class SitingLawsTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  /// How the figures of a random question are drawn.
  enum Figures {
    WHOLE,
    DECIMAL,
    REAL,
    EQUAL
  }

  private static SiteQuestion random(long seed, Model model, Figures figures, int sites) {
    Random random = new Random(seed);
    int demands = 4 + random.nextInt(7);
    double[] value = new double[demands * sites];
    Arrays.setAll(
        value,
        _ ->
            random.nextInt(10) == 0
                ? ANY
                : switch (figures) {
                  case WHOLE -> random.nextInt(50);
                  case DECIMAL -> random.nextInt(500) / 10.0;
                  case REAL -> random.nextDouble() * 50;
                  case EQUAL -> random.nextInt(3);
                });
    double[] weight = new double[demands];
    Arrays.setAll(weight, _ -> figures == Figures.REAL ? random.nextDouble() : random.nextInt(4));
    Fate[] fate = new Fate[sites];
    Arrays.setAll(
        fate,
        _ ->
            switch (random.nextInt(8)) {
              case 0 -> Fate.KEPT;
              case 1 -> Fate.CLOSED;
              default -> Fate.FREE;
            });
    return new SiteQuestion(
        model,
        new Distances(demands, sites, value),
        weight,
        fate,
        1 + random.nextInt(sites),
        figures == Figures.EQUAL ? 1 : 10 + random.nextInt(30),
        seed);
  }

  /// By looking at every set; NaN when none will do.
  private static double best(SiteQuestion question) {
    double best = Double.NaN;
    for (int set = 0; set < 1 << question.fate().length; set++) {
      double one = value(question, set);
      boolean better = question.model().maximises() ? !(one <= best) : !(one >= best);
      if (!Double.isNaN(one) && better) {
        best = one;
      }
    }
    return best;
  }

  private static double value(SiteQuestion question, int set) {
    for (int j = 0; j < question.fate().length; j++) {
      boolean open = (set >> j & 1) != 0;
      if (open && question.fate()[j] == Fate.CLOSED || !open && question.fate()[j] == Fate.KEPT) {
        return Double.NaN;
      }
    }
    if (question.model() != Model.LSCP && Integer.bitCount(set) != question.open()) {
      return Double.NaN;
    }
    double total = 0;
    double farthest = 0;
    double reached = 0;
    for (int i = 0; i < question.weight().length; i++) {
      double nearest = ANY;
      for (int j = 0; j < question.fate().length; j++) {
        nearest = (set >> j & 1) != 0 ? Math.min(nearest, question.distances().at(i, j)) : nearest;
      }
      total += question.weight()[i] == 0 ? 0 : question.weight()[i] * nearest;
      farthest = Math.max(farthest, nearest);
      reached += nearest <= question.radius() ? question.weight()[i] : 0;
    }
    return switch (question.model()) {
      case P_MEDIAN -> total == ANY ? Double.NaN : total;
      case P_CENTER -> farthest == ANY ? Double.NaN : farthest;
      case LSCP -> farthest <= question.radius() ? Integer.bitCount(set) : Double.NaN;
      case MCLP -> reached;
    };
  }

  @Property(tries = 600)
  void A01_the_answer_is_the_best_of_all_sets(
      @ForAll long seed,
      @ForAll Model model,
      @ForAll Figures figures,
      @ForAll @IntRange(min = 1, max = 9) int sites) {
    SiteQuestion question = random(seed, model, figures, sites);
    double best = best(question);
    SiteAnswer answer = Siting.locate(question, Watch.PATIENT);
    if (Double.isNaN(best)) {
      assertThat(answer).isInstanceOf(Impossible.class);
      return;
    }
    assertThat(answer).isInstanceOf(Located.class);
    Located located = (Located) answer;
    assertThat(located.optimal()).isTrue();
    assertThat(located.objective()).isCloseTo(best, within(1e-8 * Math.max(1, best)));
    assertThat(located.bound()).isEqualTo(located.objective());
    int set = Arrays.stream(located.sites()).map(j -> 1 << j).sum();
    assertThat(value(question, set)).isCloseTo(best, within(1e-8 * Math.max(1, best)));
  }

  @Property(tries = 100)
  void A02_a_stopped_search_has_a_bound_that_holds(
      @ForAll long seed, @ForAll Model model, @ForAll @IntRange(max = 5) int patience) {
    SiteQuestion question = random(seed, model, Figures.WHOLE, 9);
    double best = best(question);
    int[] asked = {0};
    SiteAnswer answer = Siting.locate(question, _ -> asked[0]++ < patience);
    if (answer instanceof Located located) {
      if (model.maximises()) {
        assertThat(located.objective()).isLessThanOrEqualTo(best);
        assertThat(located.bound()).isGreaterThanOrEqualTo(best);
      } else {
        assertThat(located.objective()).isGreaterThanOrEqualTo(best);
        assertThat(located.bound()).isLessThanOrEqualTo(best);
      }
      assertThat(located.optimal()).isEqualTo(located.objective() == located.bound());
    } else if (answer instanceof Impossible) {
      assertThat(best).isNaN();
    }
  }

  @Property(tries = 50)
  void A03_the_same_seed_gives_the_same_sites(@ForAll long seed, @ForAll Model model) {
    SiteQuestion question = random(seed, model, Figures.EQUAL, 9);
    if (Siting.locate(question, Watch.PATIENT) instanceof Located first
        && Siting.locate(question, Watch.PATIENT) instanceof Located second) {
      assertThat(second.sites()).isEqualTo(first.sites());
      assertThat(second.assignment()).isEqualTo(first.assignment());
    }
  }

  @Test
  void B01_why_there_is_no_answer() {
    double[] islands = {0, ANY, ANY, ANY, 0, ANY, ANY, ANY, 0};
    Distances distances = new Distances(3, 3, islands);
    Fate[] free = {Fate.FREE, Fate.FREE, Fate.FREE};
    double[] weight = {1, 1, 1};
    assertThat(reason(distances, weight, free, 2)).isEqualTo(Reason.NEEDS_MORE_SITES);
    assertThat(reason(distances, weight, free, 4)).isEqualTo(Reason.TOO_FEW_SITES);
    Fate[] shut = {Fate.FREE, Fate.FREE, Fate.CLOSED};
    assertThat(reason(distances, weight, shut, 2)).isEqualTo(Reason.OUT_OF_REACH);
    Fate[] kept = {Fate.KEPT, Fate.KEPT, Fate.FREE};
    assertThat(reason(distances, weight, kept, 1)).isEqualTo(Reason.TOO_MANY_KEPT);
  }

  private static Reason reason(Distances distances, double[] weight, Fate[] fate, int open) {
    SiteQuestion question = new SiteQuestion(Model.P_MEDIAN, distances, weight, fate, open, ANY, 1);
    return ((Impossible) Siting.locate(question, Watch.PATIENT)).reason();
  }

  @Property(tries = 50)
  void C01_distances_are_shortest_paths_and_the_last_edge_counts(@ForAll long seed) {
    Random random = new Random(seed);
    int nodes = 2 + random.nextInt(8);
    int edges = random.nextInt(20);
    int[] from = random.ints(edges, 0, nodes).toArray();
    int[] to = random.ints(edges, 0, nodes).toArray();
    double[] length = random.ints(edges, 0, 30).asDoubleStream().toArray();
    double[][] far = new double[nodes][nodes];
    for (double[] row : far) {
      Arrays.fill(row, ANY);
    }
    for (int k = 0; k < edges; k++) {
      far[from[k]][to[k]] = length[k];
      far[to[k]][from[k]] = length[k];
    }
    for (int i = 0; i < nodes; i++) {
      far[i][i] = 0;
    }
    for (int k = 0; k < nodes; k++) {
      for (int i = 0; i < nodes; i++) {
        for (int j = 0; j < nodes; j++) {
          far[i][j] = Math.min(far[i][j], far[i][k] + far[k][j]);
        }
      }
    }
    Distances distances = new RoadGraph(nodes, from, to, length).distances();
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        assertThat(distances.at(i, j)).isEqualTo(far[i][j]);
      }
    }
  }
}
