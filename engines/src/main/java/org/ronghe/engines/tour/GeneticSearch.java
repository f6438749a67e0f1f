package org.ronghe.engines.tour;

import org.jspecify.annotations.Nullable;

/// Breeds plans until the host says stop; starts afresh when nothing gets better for long.
final class GeneticSearch {
  private static final int FIRST_PLANS = 100;
  private static final int STEER_EVERY = 100;
  private static final double WANTED_KEPT = 0.2;
  private static final long MOST_PATIENCE = 20_000;
  private static final long LEAST_PATIENCE = 100;
  private static final int LAST_REPAIRS = 40;

  private final Variant variant;
  private final Watch watch;
  private final Dice dice;
  private final OrderCrossover crossover;
  private final Subpopulation good = new Subpopulation();
  private final Subpopulation bad = new Subpopulation();
  private final boolean[] keptLoad = new boolean[STEER_EVERY];
  private final boolean[] keptTime = new boolean[STEER_EVERY];
  private Penalties penalties;
  private final long patience;
  private long round;
  private long sinceBetter;
  private int starts;
  private @Nullable Plan best;

  private GeneticSearch(Variant variant, long seed, Watch watch) {
    this.variant = variant;
    this.watch = watch;
    dice = new Dice(seed);
    crossover = new OrderCrossover(variant.clients());
    penalties = variant.firstPenalties();
    long clients = variant.clients();
    patience = Math.min(MOST_PATIENCE, LEAST_PATIENCE + 2 * clients * clients);
    java.util.Arrays.fill(keptLoad, true);
    java.util.Arrays.fill(keptTime, true);
  }

  /// The cheapest plan that keeps every limit; if none was met, the least dear that does not.
  static Plan run(Variant variant, long seed, Watch watch) {
    return new GeneticSearch(variant, seed, watch).search();
  }

  private Plan search() {
    do {
      firstPlans();
      sinceBetter = 0;
      while (sinceBetter < patience && watch.goOn(round)) {
        int[] tour = crossover.child(parent(), parent(), dice);
        sinceBetter = raise(tour) ? 0 : sinceBetter + 1;
      }
      Plan found = best == null ? lastRepair() : best;
      if (!watch.goOn(round)) {
        return found;
      }
      good.clear();
      bad.clear();
      // A fresh start presses differently on the limits, so that not the same plans attract again.
      starts++;
      penalties = variant.firstPenalties().times(Math.pow(10, starts % 3));
    } while (true);
  }

  private void firstPlans() {
    int[] tour = new int[variant.clients()];
    for (int i = 0; i < tour.length; i++) {
      tour[i] = i + 1;
    }
    for (int i = 0; i < FIRST_PLANS && (i == 0 || watch.goOn(round)); i++) {
      dice.shuffle(tour);
      raise(tour);
    }
  }

  /// Makes a plan of the tour and takes it in; true when it is the best so far.
  private boolean raise(int[] tour) {
    Plan plan = variant.improve(variant.split(tour, penalties), penalties, dice);
    keptLoad[(int) (round % STEER_EVERY)] = plan.overload == 0;
    keptTime[(int) (round % STEER_EVERY)] = plan.overtime == 0;
    boolean better = takeIn(plan);
    if (!plan.keepsLimits() && dice.below(2) == 0) {
      Plan repaired = variant.improve(plan.routes, penalties.times(10), dice);
      if (repaired.keepsLimits()) {
        better |= takeIn(repaired);
      }
    }
    round++;
    if (round % STEER_EVERY == 0) {
      penalties = penalties.steered(share(keptLoad), share(keptTime), WANTED_KEPT);
      bad.reorder(penalties);
    }
    return better;
  }

  private boolean takeIn(Plan plan) {
    if (!plan.keepsLimits()) {
      bad.add(plan, penalties);
      return false;
    }
    good.add(plan, penalties);
    if (best != null && plan.cost > best.cost - 1e-6) {
      return false;
    }
    best = plan;
    watch.better(round, plan.cost);
    return true;
  }

  private Plan parent() {
    good.rate();
    bad.rate();
    Plan one = any();
    Plan other = any();
    return one.fitness < other.fitness ? one : other;
  }

  private Plan any() {
    int index = dice.below(good.size() + bad.size());
    return index < good.size() ? good.get(index) : bad.get(index - good.size());
  }

  private static double share(boolean[] kept) {
    int count = 0;
    for (boolean one : kept) {
      count += one ? 1 : 0;
    }
    return (double) count / kept.length;
  }

  /// No plan kept the limits: press on the cheapest with ever higher penalties.
  private Plan lastRepair() {
    Plan plan = bad.get(0);
    Penalties harder = penalties;
    for (int i = 0; i < LAST_REPAIRS && !plan.keepsLimits(); i++) {
      harder = harder.times(2);
      plan = variant.improve(plan.routes, harder, dice);
    }
    if (plan.keepsLimits()) {
      takeIn(plan);
    }
    return plan;
  }
}
