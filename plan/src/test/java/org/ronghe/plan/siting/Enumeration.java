package org.ronghe.plan.siting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.Model;
import org.ronghe.engines.site.program.Facility;
import org.ronghe.engines.site.program.Limits;
import org.ronghe.engines.site.program.SidePlan;

/// The best objective of a small [SidePlan] with one phase, by looking at every set of facilities,
/// every set of merges and, where capacities matter, every way to serve. It shares no code with the
/// program that the solver is given.
final class Enumeration {
  private final SidePlan plan;
  private final int demands;
  private final int sites;

  private Enumeration(SidePlan plan) {
    this.plan = plan;
    this.demands = plan.distances().demands();
    this.sites = plan.distances().sites();
  }

  /// Infinite (the wrong way) when nothing keeps to all limits.
  static double best(SidePlan plan) {
    return new Enumeration(plan).best();
  }

  private double best() {
    double best = Double.POSITIVE_INFINITY;
    int facilities = plan.facilities().size();
    int merges = plan.merges().size();
    for (int set = 0; set < 1 << facilities; set++) {
      for (int merged = 0; merged < 1 << merges; merged++) {
        if (stands(set, merged)) {
          best = Math.min(best, objective(set, merged));
        }
      }
    }
    return plan.model().maximises() ? -best : best;
  }

  private boolean stands(int set, int merged) {
    double staff = 0;
    double[] room = new double[sites];
    int[][] here = new int[plan.services().size()][sites];
    int[] open = new int[plan.services().size()];
    for (int f = 0; f < plan.facilities().size(); f++) {
      if ((set >> f & 1) != 0) {
        Facility facility = plan.facilities().get(f);
        staff += facility.staff();
        room[facility.site()] += facility.room();
        here[facility.service()][facility.site()]++;
        open[facility.service()]++;
      }
    }
    for (Facility facility : plan.facilities()) {
      if (facility.kept() && here[facility.service()][facility.site()] == 0) {
        return false;
      }
    }
    for (int s = 0; s < here.length; s++) {
      int wanted = plan.services().get(s).open();
      if (wanted >= 0 && plan.model() != Model.LSCP && open[s] != wanted) {
        return false;
      }
      if (Arrays.stream(here[s]).anyMatch(n -> n > 1)) {
        return false;
      }
    }
    for (int j = 0; j < sites; j++) {
      if (room[j] > plan.room()[j]) {
        return false;
      }
    }
    return staff <= plan.limits().staff()
        && mergesFit(here, merged)
        && cost(set, merged) <= plan.limits().budget() + 1e-9;
  }

  private boolean mergesFit(int[][] here, int merged) {
    boolean[][] gone = new boolean[plan.services().size()][sites];
    for (int m = 0; m < plan.merges().size(); m++) {
      if ((merged >> m & 1) != 0) {
        var merge = plan.merges().get(m);
        boolean there = now(merge.service(), merge.from()) != null;
        if (!there
            || here[merge.service()][merge.from()] > 0
            || here[merge.service()][merge.into()] == 0
            || gone[merge.service()][merge.from()]) {
          return false;
        }
        gone[merge.service()][merge.from()] = true;
      }
    }
    return true;
  }

  private @Nullable Facility now(int service, int site) {
    return plan.facilities().stream()
        .filter(f -> f.now() && f.service() == service && f.site() == site)
        .findFirst()
        .orElse(null);
  }

  private double cost(int set, int merged) {
    double cost = 0;
    int closed = 0;
    for (Facility facility : plan.facilities()) {
      closed += facility.now() ? 1 : 0;
    }
    for (int f = 0; f < plan.facilities().size(); f++) {
      if ((set >> f & 1) != 0) {
        Facility facility = plan.facilities().get(f);
        Facility before = now(facility.service(), facility.site());
        if (before == null) {
          cost += facility.cost();
        } else {
          closed--;
          cost += before == facility ? 0 : Math.max(0, facility.cost() - before.cost());
        }
      }
    }
    for (int m = 0; m < plan.merges().size(); m++) {
      if ((merged >> m & 1) != 0) {
        cost += plan.merges().get(m).cost();
        closed--;
      }
    }
    return cost + closed * plan.limits().closingCost();
  }

  private double objective(int set, int merged) {
    double total = 0;
    for (int s = 0; s < plan.services().size(); s++) {
      double[] capacity = new double[sites];
      for (int f = 0; f < plan.facilities().size(); f++) {
        Facility facility = plan.facilities().get(f);
        if ((set >> f & 1) != 0 && facility.service() == s) {
          capacity[facility.site()] += facility.capacity();
        }
      }
      boolean[] open = new boolean[sites];
      for (int j = 0; j < sites; j++) {
        open[j] = capacity[j] > 0;
      }
      for (int m = 0; m < plan.merges().size(); m++) {
        var merge = plan.merges().get(m);
        Facility before = now(merge.service(), merge.from());
        if ((merged >> m & 1) != 0 && merge.service() == s && before != null) {
          capacity[merge.into()] += before.capacity();
        }
      }
      double one = serve(s, open, capacity, new int[demands], 0);
      total = plan.model() == Model.P_CENTER ? Math.max(total, one) : total + one;
    }
    if (plan.model() == Model.LSCP && total < Double.POSITIVE_INFINITY) {
      return plan.byCost() ? cost(set, merged) : Integer.bitCount(set);
    }
    return total;
  }

  /// Tries every site (or none, with MCLP) for demand `i` and those after it.
  private double serve(int s, boolean[] open, double[] left, int[] at, int i) {
    if (i == demands) {
      return judged(s, open, at);
    }
    double weight = plan.services().get(s).weight()[i];
    double best = Double.POSITIVE_INFINITY;
    if (weight == 0 || plan.model() == Model.MCLP) {
      at[i] = -1;
      best = serve(s, open, left, at, i + 1);
    }
    for (int j = 0; j < sites && weight > 0; j++) {
      if (open[j] && left[j] >= weight - 1e-9 && reaches(s, i, j) && mayServe(i, j, open)) {
        at[i] = j;
        left[j] -= weight;
        best = Math.min(best, serve(s, open, left, at, i + 1));
        left[j] += weight;
      }
    }
    return best;
  }

  private boolean reaches(int s, int i, int j) {
    boolean covers = plan.model() == Model.LSCP || plan.model() == Model.MCLP;
    double far = plan.distances().at(i, j);
    return far < Double.POSITIVE_INFINITY && (!covers || far <= plan.services().get(s).radius());
  }

  /// With a cap on the gap and no capacities, only the nearest open site serves.
  private boolean mayServe(int i, int j, boolean[] open) {
    boolean capacities =
        plan.facilities().stream().anyMatch(f -> f.capacity() < Double.POSITIVE_INFINITY);
    if (plan.limits().gap() == Double.POSITIVE_INFINITY || capacities) {
      return true;
    }
    for (int k = 0; k < sites; k++) {
      if (open[k] && plan.distances().at(i, k) < plan.distances().at(i, j)) {
        return false;
      }
    }
    return true;
  }

  private double judged(int s, boolean[] open, int[] at) {
    double[] weight = plan.services().get(s).weight();
    Limits limits = plan.limits();
    double objective = 0;
    for (int i = 0; i < demands; i++) {
      if (weight[i] == 0) {
        continue;
      }
      int backup = 0;
      for (int j = 0; j < sites; j++) {
        double far = plan.distances().at(i, j);
        backup += open[j] && far <= plan.services().get(s).radius() ? 1 : 0;
      }
      if (limits.backup() > 1 && backup < limits.backup() && at[i] >= 0) {
        return Double.POSITIVE_INFINITY;
      }
      double far = at[i] < 0 ? 0 : plan.distances().at(i, at[i]);
      objective =
          switch (plan.model()) {
            case P_MEDIAN -> objective + plan.services().get(s).importance() * weight[i] * far;
            case P_CENTER -> Math.max(objective, far);
            case MCLP ->
                objective - (at[i] < 0 ? 0 : plan.services().get(s).importance() * weight[i]);
            case LSCP -> objective;
          };
    }
    return fair(weight, at) ? objective : Double.POSITIVE_INFINITY;
  }

  private boolean fair(double[] weight, int[] at) {
    Integer[] order = new Integer[demands];
    Arrays.setAll(order, i -> i);
    double[] far = new double[demands];
    double all = 0;
    double[] mean = new double[2];
    double[] people = new double[2];
    for (int i = 0; i < demands; i++) {
      far[i] = at[i] < 0 ? 0 : plan.distances().at(i, at[i]);
      all += weight[i];
      int side = plan.town()[i] ? 1 : 0;
      mean[side] += weight[i] * far[i];
      people[side] += weight[i];
    }
    Arrays.sort(order, (a, b) -> Double.compare(far[b], far[a]));
    double left = all / 10;
    double worst = 0;
    for (int i : order) {
      double part = Math.min(left, weight[i]);
      worst += part * far[i];
      left -= part;
    }
    boolean apart =
        people[0] > 0
            && people[1] > 0
            && Math.abs(mean[0] / people[0] - mean[1] / people[1]) > plan.limits().gap() + 1e-9;
    return worst / (all / 10) <= plan.limits().worstDecile() + 1e-9 && !apart;
  }
}
