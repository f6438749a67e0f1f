package org.ronghe.engines.tour;

import java.util.ArrayList;
import java.util.List;

/// Plans ordered by penalised cost, the cheapest first.
final class Subpopulation {
  private static final int KEPT = 25;
  private static final int GENERATION = 40;
  private static final int ELITE = 4;
  private static final int CLOSE = 5;

  private final List<Plan> plans = new ArrayList<>();
  private final double[][] distances = new double[KEPT + GENERATION + 2][KEPT + GENERATION + 2];
  private final boolean[] taken = new boolean[KEPT + GENERATION + 2];
  private final double[] spread = new double[KEPT + GENERATION + 2];
  private final double[] closest = new double[CLOSE];

  int size() {
    return plans.size();
  }

  Plan get(int index) {
    return plans.get(index);
  }

  void clear() {
    for (Plan plan : plans) {
      taken[plan.slot] = false;
      plan.slot = -1;
    }
    plans.clear();
  }

  /// True when the plan is now the first.
  boolean add(Plan plan, Penalties penalties) {
    plan.slot = freeSlot();
    taken[plan.slot] = true;
    for (Plan other : plans) {
      double distance = plan.distanceTo(other);
      distances[plan.slot][other.slot] = distance;
      distances[other.slot][plan.slot] = distance;
    }
    int place = plans.size();
    double cost = plan.penalised(penalties);
    while (place > 0 && plans.get(place - 1).penalised(penalties) > cost - 1e-9) {
      place--;
    }
    plans.add(place, plan);
    if (plans.size() > KEPT + GENERATION) {
      while (plans.size() > KEPT) {
        removeWorst();
      }
    }
    return place == 0;
  }

  /// Puts the plans in order again after the penalties have changed.
  void reorder(Penalties penalties) {
    plans.sort((a, b) -> Double.compare(a.penalised(penalties), b.penalised(penalties)));
  }

  /// Fitness from rank by cost and rank by spread; small is good. The elite is safe by its cost.
  void rate() {
    int size = plans.size();
    List<Plan> bySpread = new ArrayList<>(plans);
    for (Plan plan : plans) {
      spread[plan.slot] = spreadOf(plan);
    }
    bySpread.sort((a, b) -> Double.compare(spread[b.slot], spread[a.slot]));
    for (int i = 0; i < size; i++) {
      double rank = size == 1 ? 0 : (double) i / (size - 1);
      double weight = size <= ELITE ? 0 : 1.0 - (double) ELITE / size;
      bySpread.get(i).fitness = weight * rank;
    }
    for (int i = 0; i < size; i++) {
      plans.get(i).fitness += size == 1 ? 0 : (double) i / (size - 1);
    }
  }

  private int freeSlot() {
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        return i;
      }
    }
    throw new IllegalStateException("no slot free");
  }

  /// Mean distance to the closest plans.
  private double spreadOf(Plan plan) {
    int found = 0;
    double[] row = distances[plan.slot];
    for (Plan other : plans) {
      if (other == plan) {
        continue;
      }
      double distance = row[other.slot];
      if (found < CLOSE || distance < closest[found - 1]) {
        int i = found < CLOSE ? found++ : CLOSE - 1;
        while (i > 0 && closest[i - 1] > distance) {
          closest[i] = closest[i - 1];
          i--;
        }
        closest[i] = distance;
      }
    }
    double sum = 0;
    for (int i = 0; i < found; i++) {
      sum += closest[i];
    }
    return found == 0 ? 1 : sum / found;
  }

  private boolean hasTwin(Plan plan) {
    for (Plan other : plans) {
      if (other != plan && distances[plan.slot][other.slot] < 1e-9) {
        return true;
      }
    }
    return false;
  }

  /// Twins go first, then the least fit; never the cheapest.
  private void removeWorst() {
    rate();
    int worst = -1;
    boolean worstIsTwin = false;
    for (int i = 1; i < plans.size(); i++) {
      boolean twin = hasTwin(plans.get(i));
      boolean worse = worst < 0 || plans.get(i).fitness > plans.get(worst).fitness;
      if ((twin && !worstIsTwin) || (twin == worstIsTwin && worse)) {
        worst = i;
        worstIsTwin = twin;
      }
    }
    taken[plans.get(worst).slot] = false;
    plans.remove(worst).slot = -1;
  }
}
