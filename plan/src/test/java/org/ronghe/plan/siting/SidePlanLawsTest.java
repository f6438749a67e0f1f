package org.ronghe.plan.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ronghe.engines.site.Distances;
import org.ronghe.engines.site.Model;
import org.ronghe.engines.site.program.Facility;
import org.ronghe.engines.site.program.Limits;
import org.ronghe.engines.site.program.Merge;
import org.ronghe.engines.site.program.Phase;
import org.ronghe.engines.site.program.Service;
import org.ronghe.engines.site.program.SideAnswer;
import org.ronghe.engines.site.program.SidePlan;
import org.ronghe.engines.site.program.SideProgram;

/// Whatever the constraint: the solver's plan costs what looking at every plan finds.
class SidePlanLawsTest {
  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final int DEMANDS = 5;
  private static final int SITES = 4;

  private static void agree(SidePlan plan) {
    double best = Enumeration.best(plan);
    SideAnswer answer =
        SideProgram.solve(plan, new OrTools(OrTools.Engine.SCIP, () -> 60, () -> false));
    if (Double.isInfinite(best)) {
      assertThat(answer).isInstanceOf(SideAnswer.Infeasible.class);
    } else {
      assertThat(answer).isInstanceOf(SideAnswer.Planned.class);
      SideAnswer.Planned planned = (SideAnswer.Planned) answer;
      assertThat(planned.optimal()).isTrue();
      assertThat(planned.objective()).isCloseTo(best, within(1e-5 * Math.max(1, Math.abs(best))));
    }
  }

  /// Everything that is not varied.
  private static final class Draft {
    private final Random random;
    private final Distances distances;
    private final List<Service> services = new ArrayList<>();
    private final List<Facility> facilities = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private final double[] room = new double[SITES];
    private final boolean[] town = new boolean[DEMANDS];
    private Limits limits = Limits.NONE;
    private boolean byCost;

    Draft(long seed) {
      random = new Random(seed);
      double[] value = new double[DEMANDS * SITES];
      Arrays.setAll(value, _ -> random.nextInt(12) == 0 ? ANY : random.nextInt(40));
      distances = new Distances(DEMANDS, SITES, value);
      Arrays.fill(room, ANY);
      for (int i = 0; i < DEMANDS; i++) {
        town[i] = random.nextBoolean();
      }
    }

    Draft service(int open, double radius) {
      double[] weight = new double[DEMANDS];
      Arrays.setAll(weight, _ -> random.nextInt(6));
      weight[0] = 3;
      services.add(new Service("s" + services.size(), weight, 1 + random.nextInt(2), open, radius));
      return this;
    }

    Draft facility(int site, int service, double cost, double capacity, boolean now, boolean kept) {
      facilities.add(
          new Facility(
              site,
              service,
              "k" + facilities.size(),
              cost,
              1 + random.nextInt(3),
              1 + random.nextInt(2),
              capacity,
              now,
              kept));
      return this;
    }

    Draft oneEach(boolean capacities) {
      for (int j = 0; j < SITES; j++) {
        facility(
            j, 0, 1 + random.nextInt(9), capacities ? 4 + random.nextInt(8) : ANY, false, false);
      }
      return this;
    }

    SidePlan plan(Model model) {
      return new SidePlan(
          model, distances, services, facilities, room, town, List.of(), merges, limits, byCost);
    }
  }

  private static Limits limits(
      double budget, double staff, int backup, double worst, double gap, double closing) {
    return new Limits(budget, staff, closing, backup, worst, gap, false);
  }

  @Property(tries = 25)
  void A01_capacities(@ForAll long seed, @ForAll Model model) {
    Draft draft = new Draft(seed).service(2, 25).oneEach(true);
    agree(draft.plan(model));
  }

  @Property(tries = 25)
  void A02_backup_cover(@ForAll long seed, @ForAll Model model) {
    Draft draft = new Draft(seed).service(3, 30).oneEach(false);
    draft.limits = limits(ANY, ANY, 2, ANY, ANY, 0);
    agree(draft.plan(model));
  }

  @Property(tries = 25)
  void A03_a_budget_instead_of_a_number(@ForAll long seed, @ForAll Model model) {
    Draft draft = new Draft(seed).service(-1, 25).oneEach(false);
    draft.limits = limits(8 + draft.random.nextInt(10), ANY, 1, ANY, ANY, 0);
    draft.byCost = true;
    agree(draft.plan(model));
  }

  @Property(tries = 25)
  void B01_several_services_share_budget_staff_and_room(@ForAll long seed, @ForAll Model model) {
    Draft draft = new Draft(seed).service(-1, 25).service(2, 30);
    for (int j = 0; j < 3; j++) {
      draft.facility(j, 0, 1 + draft.random.nextInt(9), ANY, false, false);
      draft.facility(j + 1, 1, 1 + draft.random.nextInt(9), ANY, false, false);
      draft.room[j] = 1 + draft.random.nextInt(4);
    }
    draft.limits = limits(25, 8, 1, ANY, ANY, 0);
    agree(draft.plan(model));
  }

  @Property(tries = 25)
  void B02_existing_sites_are_kept_closed_merged_upgraded(@ForAll long seed, @ForAll Model model) {
    Draft draft = new Draft(seed).service(-1, 25);
    draft.facility(0, 0, 3, 5, true, draft.random.nextBoolean());
    draft.facility(0, 0, 7, 12, false, false);
    draft.facility(1, 0, 3, 6, true, false);
    draft.facility(1, 0, 8, 15, false, false);
    draft.facility(2, 0, 5, 9, false, false);
    draft.facility(3, 0, 4, 6, true, false);
    draft.merges.add(new Merge(0, 3, 1, 1));
    draft.merges.add(new Merge(0, 1, 0, 2));
    draft.limits = limits(draft.random.nextInt(14), ANY, 1, ANY, ANY, 1.5);
    draft.byCost = true;
    agree(draft.plan(model));
  }

  @Property(tries = 25)
  void C01_a_cap_on_the_worst_decile(@ForAll long seed) {
    Draft draft = new Draft(seed).service(2, ANY).oneEach(false);
    draft.limits = limits(ANY, ANY, 1, 8 + draft.random.nextInt(25), ANY, 0);
    agree(draft.plan(Model.P_MEDIAN));
  }

  @Property(tries = 25)
  void C02_a_cap_on_the_gap_between_town_and_village(@ForAll long seed) {
    Draft draft = new Draft(seed).service(2, ANY).oneEach(false);
    draft.limits = limits(ANY, ANY, 1, ANY, 1 + draft.random.nextInt(12), 0);
    agree(draft.plan(Model.P_MEDIAN));
  }

  /// Two phases without capacities: every pair of sets, the second holding the first.
  @Property(tries = 25)
  void D01_what_is_built_first_stays(@ForAll long seed) {
    Draft draft = new Draft(seed).service(-1, ANY).oneEach(false);
    double budget = 4 + draft.random.nextInt(10);
    List<Phase> phases =
        List.of(new Phase("first", 1, ANY, 1, 1), new Phase("then", 3, budget, 2, 1.5));
    SidePlan one = draft.plan(Model.P_MEDIAN);
    SidePlan plan =
        new SidePlan(
            one.model(),
            one.distances(),
            one.services(),
            one.facilities(),
            one.room(),
            one.town(),
            phases,
            List.of(),
            one.limits(),
            false);
    double best = ANY;
    for (int first = 0; first < 1 << SITES; first++) {
      for (int then = 0; then < 1 << SITES; then++) {
        boolean grows = (first & then) == first;
        if (grows
            && Integer.bitCount(first) == 1
            && Integer.bitCount(then) == 3
            && cost(one, then & ~first) <= budget) {
          best = Math.min(best, total(one, first) + 2 * 1.5 * total(one, then));
        }
      }
    }
    SideAnswer answer =
        SideProgram.solve(plan, new OrTools(OrTools.Engine.SCIP, () -> 60, () -> false));
    if (best == ANY) {
      assertThat(answer).isInstanceOf(SideAnswer.Infeasible.class);
    } else {
      assertThat(((SideAnswer.Planned) answer).objective()).isCloseTo(best, within(1e-5 * best));
    }
  }

  private static double cost(SidePlan plan, int set) {
    double cost = 0;
    for (int j = 0; j < SITES; j++) {
      cost += (set >> j & 1) != 0 ? plan.facilities().get(j).cost() : 0;
    }
    return cost;
  }

  private static double total(SidePlan plan, int set) {
    Service service = plan.services().getFirst();
    double total = 0;
    for (int i = 0; i < DEMANDS; i++) {
      double nearest = ANY;
      for (int j = 0; j < SITES; j++) {
        nearest = (set >> j & 1) != 0 ? Math.min(nearest, plan.distances().at(i, j)) : nearest;
      }
      total += service.weight()[i] == 0 ? 0 : service.importance() * service.weight()[i] * nearest;
    }
    return total;
  }
}
