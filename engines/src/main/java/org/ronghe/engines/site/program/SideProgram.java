package org.ronghe.engines.site.program;

import java.util.Arrays;
import org.ronghe.engines.site.Distances;
import org.ronghe.engines.site.Model;

/// Writes a [SidePlan] as a [MixedProgram] and reads the answer back.
public final class SideProgram {
  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final double DECILE = 0.1;

  private final SidePlan plan;
  private final MixedProgram program = new MixedProgram();
  private final int demands;
  private final int sites;

  /// `[phase][facility]`.
  private final int[][] stands;

  /// `[phase][service][demand * sites + site]`, -1 where a site cannot serve.
  private final int[][][] serves;

  /// `[phase][merge]`.
  private final int[][] merges;

  private SideProgram(SidePlan plan) {
    this.plan = plan;
    this.demands = plan.distances().demands();
    this.sites = plan.distances().sites();
    int phases = plan.phases().size();
    this.stands = new int[phases][plan.facilities().size()];
    this.serves = new int[phases][plan.services().size()][demands * sites];
    this.merges = new int[phases][plan.merges().size()];
  }

  /// How large the program is, in words.
  public static String size(SidePlan plan) {
    MixedProgram program = written(plan).program;
    return program.columns() + " columns, " + program.rows() + " rows";
  }

  public static SideAnswer solve(SidePlan plan, ProgramSolver solver) {
    SideProgram written = written(plan);
    return switch (solver.solve(written.program)) {
      case ProgramSolver.Infeasible _ -> new SideAnswer.Infeasible();
      case ProgramSolver.Unsolved _ -> new SideAnswer.NothingYet();
      case ProgramSolver.Solved solved -> written.read(solved);
    };
  }

  private static SideProgram written(SidePlan plan) {
    SideProgram written = new SideProgram(plan);
    for (int t = 0; t < plan.phases().size(); t++) {
      written.facilities(t);
      for (int s = 0; s < plan.services().size(); s++) {
        written.service(t, s);
      }
      written.shared(t);
    }
    written.spending();
    written.objective();
    return written;
  }

  private double weight(int t, int s, int i) {
    return plan.services().get(s).weight()[i] * plan.phases().get(t).growth();
  }

  private boolean needed(int s, int i) {
    return plan.services().get(s).weight()[i] > 0;
  }

  private boolean covers() {
    return plan.model() == Model.LSCP || plan.model() == Model.MCLP;
  }

  // ---- what stands ----

  private void facilities(int t) {
    boolean last = t == plan.phases().size() - 1;
    for (int f = 0; f < stands[t].length; f++) {
      stands[t][f] = program.choice(0);
    }
    for (int f = 0; f < stands[t].length; f++) {
      Facility facility = plan.facilities().get(f);
      if (facility.kept() && (facility.now() || last)) {
        // Some kind of it: a kept facility may still be upgraded.
        program.row(1, 1);
        addStanding(t, facility.service(), facility.site(), 1);
      }
      if (t > 0) {
        // What is built stays; what is closed stays closed.
        program.row(facility.now() ? -ANY : 0, facility.now() ? 0 : ANY);
        program.add(stands[t][f], 1);
        program.add(stands[t - 1][f], -1);
      }
    }
    for (int j = 0; j < sites; j++) {
      for (int s = 0; s < plan.services().size(); s++) {
        program.row(0, 1);
        addStanding(t, s, j, 1);
      }
      if (plan.room()[j] < ANY) {
        program.row(-ANY, plan.room()[j]);
        for (int f = 0; f < stands[t].length; f++) {
          if (plan.facilities().get(f).site() == j) {
            program.add(stands[t][f], plan.facilities().get(f).room());
          }
        }
      }
    }
    for (int m = 0; m < merges[t].length; m++) {
      merge(t, m);
    }
  }

  private void addStanding(int t, int s, int site, double each) {
    for (int f = 0; f < stands[t].length; f++) {
      Facility facility = plan.facilities().get(f);
      if (facility.site() == site && facility.service() == s) {
        program.add(stands[t][f], each);
      }
    }
  }

  private void merge(int t, int m) {
    Merge merge = plan.merges().get(m);
    merges[t][m] = program.choice(0);
    if (plan.now(merge.from(), merge.service()) < 0) {
      program.fix(merges[t][m], 0);
    }
    program.row(-ANY, 1);
    program.add(merges[t][m], 1);
    addStanding(t, merge.service(), merge.from(), 1);
    program.row(-ANY, 0);
    program.add(merges[t][m], 1);
    addStanding(t, merge.service(), merge.into(), -1);
    if (t > 0) {
      program.row(0, ANY);
      program.add(merges[t][m], 1);
      program.add(merges[t - 1][m], -1);
    }
    program.row(-ANY, 1);
    for (int other = 0; other <= m; other++) {
      Merge one = plan.merges().get(other);
      if (one.from() == merge.from() && one.service() == merge.service()) {
        program.add(merges[t][other], 1);
      }
    }
  }

  // ---- who is served where ----

  private void service(int t, int s) {
    Service service = plan.services().get(s);
    Distances distances = plan.distances();
    boolean whole = !plan.limits().split() && (plan.hasCapacities() || plan.limits().gap() < ANY);
    double reach = covers() ? service.radius() : ANY;
    for (int i = 0; i < demands; i++) {
      for (int j = 0; j < sites; j++) {
        double far = distances.at(i, j);
        boolean can = needed(s, i) && far < ANY && far <= reach;
        serves[t][s][i * sites + j] = can ? program.column(0, 1, 0, whole) : -1;
        if (can) {
          program.row(-ANY, 0);
          program.add(serves[t][s][i * sites + j], 1);
          addStanding(t, s, j, -1);
        }
      }
      if (needed(s, i)) {
        program.row(plan.model() == Model.MCLP ? 0 : 1, 1);
        for (int j = 0; j < sites; j++) {
          addServes(t, s, i, j, 1);
        }
        backup(t, s, i);
      }
    }
    capacities(t, s);
    count(t, s);
    if (plan.limits().gap() < ANY && !plan.hasCapacities()) {
      nearestServes(t, s);
    }
  }

  private void addServes(int t, int s, int i, int j, double each) {
    int column = serves[t][s][i * sites + j];
    if (column >= 0) {
      program.add(column, each);
    }
  }

  private void backup(int t, int s, int i) {
    int times = plan.limits().backup();
    if (times <= 1) {
      return;
    }
    // With MCLP a demand counts as much as it is served; it may only be served with its backup.
    boolean maximal = plan.model() == Model.MCLP;
    int counted = maximal ? program.choice(0) : -1;
    program.row(maximal ? 0 : times, ANY);
    for (int j = 0; j < sites; j++) {
      double far = plan.distances().at(i, j);
      if (far < ANY && far <= plan.services().get(s).radius()) {
        addStanding(t, s, j, 1);
      }
    }
    if (maximal) {
      program.add(counted, -times);
      program.row(-ANY, 0);
      for (int j = 0; j < sites; j++) {
        addServes(t, s, i, j, 1);
      }
      program.add(counted, -1);
    }
  }

  private void capacities(int t, int s) {
    for (int j = 0; j < sites; j++) {
      int site = j;
      boolean limited =
          plan.facilities().stream()
              .anyMatch(f -> f.site() == site && f.service() == s && f.capacity() < ANY);
      if (!limited) {
        continue;
      }
      program.row(-ANY, 0);
      double all = 0;
      for (int i = 0; i < demands; i++) {
        addServes(t, s, i, j, weight(t, s, i));
        all += weight(t, s, i);
      }
      for (int f = 0; f < stands[t].length; f++) {
        Facility facility = plan.facilities().get(f);
        if (facility.site() == j && facility.service() == s) {
          program.add(stands[t][f], -Math.min(facility.capacity(), all));
        }
      }
      for (int m = 0; m < merges[t].length; m++) {
        Merge merge = plan.merges().get(m);
        int now = plan.now(merge.from(), merge.service());
        if (merge.into() == j && merge.service() == s && now >= 0) {
          program.add(merges[t][m], -Math.min(plan.facilities().get(now).capacity(), all));
        }
      }
    }
  }

  private void count(int t, int s) {
    int open = plan.services().get(s).open();
    int byPhase = s == 0 ? plan.phases().get(t).open() : -1;
    boolean last = t == plan.phases().size() - 1;
    int wanted = byPhase >= 0 ? byPhase : last ? open : -1;
    if (wanted >= 0 && plan.model() != Model.LSCP) {
      program.row(wanted, wanted);
      for (int f = 0; f < stands[t].length; f++) {
        if (plan.facilities().get(f).service() == s) {
          program.add(stands[t][f], 1);
        }
      }
    }
  }

  /// Nobody is sent past a nearer open site, or a gap would be closed on paper by making town
  /// worse.
  private void nearestServes(int t, int s) {
    for (int i = 0; i < demands; i++) {
      for (int j = 0; j < sites; j++) {
        if (serves[t][s][i * sites + j] < 0) {
          continue;
        }
        program.row(0, ANY);
        for (int k = 0; k < sites; k++) {
          if (plan.distances().at(i, k) <= plan.distances().at(i, j)) {
            addServes(t, s, i, k, 1);
          }
        }
        addStanding(t, s, j, -1);
      }
    }
  }

  // ---- limits on all ----

  private void shared(int t) {
    if (plan.limits().staff() < ANY) {
      program.row(-ANY, plan.limits().staff());
      for (int f = 0; f < stands[t].length; f++) {
        program.add(stands[t][f], plan.facilities().get(f).staff());
      }
    }
    for (int s = 0; s < plan.services().size(); s++) {
      if (plan.limits().worstDecile() < ANY) {
        worstDecile(t, s);
      }
      if (plan.limits().gap() < ANY) {
        gap(t, s);
      }
    }
  }

  /// The mean of the worst tenth is at most `cap` when for some level the level plus ten times the
  /// mean excess above it is.
  private void worstDecile(int t, int s) {
    double all = 0;
    for (int i = 0; i < demands; i++) {
      all += weight(t, s, i);
    }
    int level = program.column(0, ANY, 0, false);
    int[] excess = new int[demands];
    for (int i = 0; i < demands; i++) {
      excess[i] = needed(s, i) ? program.column(0, ANY, 0, false) : -1;
      if (excess[i] >= 0) {
        program.row(-ANY, 0);
        addDistance(t, s, i, 1);
        program.add(level, -1);
        program.add(excess[i], -1);
      }
    }
    program.row(-ANY, plan.limits().worstDecile());
    program.add(level, 1);
    for (int i = 0; i < demands; i++) {
      if (excess[i] >= 0) {
        program.add(excess[i], weight(t, s, i) / (DECILE * all));
      }
    }
  }

  private void gap(int t, int s) {
    double town = 0;
    double village = 0;
    for (int i = 0; i < demands; i++) {
      town += plan.town()[i] ? weight(t, s, i) : 0;
      village += plan.town()[i] ? 0 : weight(t, s, i);
    }
    if (town <= 0 || village <= 0) {
      return;
    }
    program.row(-plan.limits().gap(), plan.limits().gap());
    for (int i = 0; i < demands; i++) {
      addDistance(t, s, i, weight(t, s, i) / (plan.town()[i] ? town : -village));
    }
  }

  private void addDistance(int t, int s, int i, double each) {
    for (int j = 0; j < sites; j++) {
      addServes(t, s, i, j, each * plan.distances().at(i, j));
    }
  }

  // ---- money ----

  private void spending() {
    boolean limited = plan.limits().budget() < ANY;
    for (int t = 0; t < stands.length; t++) {
      if (plan.phases().get(t).budget() < ANY) {
        double offset = t == 0 ? standingCost() : 0;
        program.row(-ANY, plan.phases().get(t).budget() - offset);
        addSpending(t, 1);
        if (t > 0) {
          addSpending(t - 1, -1);
        }
      }
    }
    if (limited) {
      program.row(-ANY, plan.limits().budget() - standingCost());
      addSpending(stands.length - 1, 1);
    }
  }

  /// Spending by the end of a phase is a constant plus these entries: building (less the worth of
  /// what stands there already), closing, merging.
  private void addSpending(int t, double sign) {
    for (int f = 0; f < stands[t].length; f++) {
      double more = spendingOn(f);
      if (more != 0) {
        program.add(stands[t][f], sign * more);
      }
    }
    for (int m = 0; m < merges[t].length; m++) {
      program.add(merges[t][m], sign * (plan.merges().get(m).cost() - plan.limits().closingCost()));
    }
  }

  private double spendingOn(int f) {
    Facility facility = plan.facilities().get(f);
    int now = plan.now(facility.site(), facility.service());
    if (now < 0) {
      return facility.cost();
    }
    double difference = facility.cost() - plan.facilities().get(now).cost();
    return (now == f ? 0 : Math.max(0, difference)) - plan.limits().closingCost();
  }

  /// What it would cost to close everything that stands.
  private double standingCost() {
    return plan.limits().closingCost() * plan.facilities().stream().filter(Facility::now).count();
  }

  // ---- what is best ----

  private void objective() {
    switch (plan.model()) {
      case P_MEDIAN, MCLP -> distancesOrCover();
      case P_CENTER -> {
        int farthest = program.column(0, ANY, 1, false);
        for (int t = 0; t < stands.length; t++) {
          for (int s = 0; s < plan.services().size(); s++) {
            for (int i = 0; i < demands; i++) {
              if (needed(s, i)) {
                program.row(-ANY, 0);
                addDistance(t, s, i, 1);
                program.add(farthest, -1);
              }
            }
          }
        }
      }
      case LSCP -> {
        int last = stands.length - 1;
        for (int f = 0; f < stands[last].length; f++) {
          program.costMore(stands[last][f], plan.byCost() ? spendingOn(f) : 1);
        }
        if (plan.byCost()) {
          for (int m = 0; m < merges[last].length; m++) {
            program.costMore(
                merges[last][m], plan.merges().get(m).cost() - plan.limits().closingCost());
          }
        }
      }
    }
  }

  private void distancesOrCover() {
    for (int t = 0; t < stands.length; t++) {
      for (int s = 0; s < plan.services().size(); s++) {
        double factor = plan.phases().get(t).weight() * plan.services().get(s).importance();
        for (int i = 0; i < demands; i++) {
          for (int j = 0; j < sites; j++) {
            int column = serves[t][s][i * sites + j];
            if (column >= 0) {
              double each = plan.model() == Model.MCLP ? -1 : plan.distances().at(i, j);
              program.costMore(column, factor * weight(t, s, i) * each);
            }
          }
        }
      }
    }
  }

  // ---- the answer ----

  private SideAnswer read(ProgramSolver.Solved solved) {
    double[] value = solved.value();
    boolean[][] standing = new boolean[stands.length][];
    double[][][] share = new double[stands.length][][];
    for (int t = 0; t < stands.length; t++) {
      int[] columns = stands[t];
      standing[t] = new boolean[columns.length];
      for (int f = 0; f < columns.length; f++) {
        standing[t][f] = value[columns[f]] > 0.5;
      }
      share[t] = new double[serves[t].length][];
      for (int s = 0; s < serves[t].length; s++) {
        int[] of = serves[t][s];
        share[t][s] = Arrays.stream(of).mapToDouble(c -> c < 0 ? 0 : rounded(value[c])).toArray();
      }
    }
    boolean[] merged = new boolean[plan.merges().size()];
    for (int m = 0; m < merged.length; m++) {
      merged[m] = value[merges[stands.length - 1][m]] > 0.5;
    }
    double cost = standingCost();
    for (int f = 0; f < plan.facilities().size(); f++) {
      cost += standing[stands.length - 1][f] ? spendingOn(f) : 0;
    }
    for (int m = 0; m < merged.length; m++) {
      cost += merged[m] ? plan.merges().get(m).cost() - plan.limits().closingCost() : 0;
    }
    double constant = plan.model() == Model.LSCP && plan.byCost() ? standingCost() : 0;
    double sign = plan.model().maximises() ? -1 : 1;
    double objective = sign * objective(value) + constant;
    double bound = solved.proved() ? objective : sign * solved.bound() + constant;
    return new SideAnswer.Planned(objective, bound, solved.proved(), standing, share, merged, cost);
  }

  /// Solvers leave dust at whole numbers.
  private static double rounded(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-6 ? Math.rint(value) + 0.0 : value;
  }

  private double objective(double[] value) {
    double total = 0;
    for (int c = 0; c < program.columns(); c++) {
      if (program.cost(c) != 0) {
        total += program.cost(c) * rounded(value[c]);
      }
    }
    return total;
  }
}
