package org.ronghe.engines.site;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/// Branch and bound over [MedianRows]: bounds from [MedianDual], answers from [Interchange], sites
/// decided by reduced cost at every step.
final class MedianSearch {
  private static final int STARTS = 3;
  private static final int ROOT_STEPS = 4000;
  private static final int BRANCH_STEPS = 250;
  private static final int ROOT_PATIENCE = 45;
  private static final int BRANCH_PATIENCE = 10;
  private static final int TELL_EVERY = 8;
  private static final int OFFER_EVERY = 10;
  private static final int OFFER_ONCE = 10;

  /// The first branches all offer an answer, later ones so seldom: it is as good as proved by then.
  private static final int OFFER_BRANCHES = 32;

  private static final int OFFER_BRANCH = 8;

  private final Distances table;
  private final double[] outside;
  private final boolean[] locked;
  private final boolean[] allowed;
  private final double grain;
  private final Interchange interchange;
  private final Set<Integer> tried = new HashSet<>();
  private Watch watch = Watch.PATIENT;
  private int toOpen;
  private int[] best = {};
  private double bestCost = Double.POSITIVE_INFINITY;
  private double bound = Double.NEGATIVE_INFINITY;
  private long branches;
  private boolean stopped;

  /// @param outside what a demand costs that no site serves; finite
  /// @param grain every objective is a multiple of this; 0 when unknown
  /// @param locked sites that stay open
  /// @param allowed sites that may be open
  MedianSearch(
      Distances table, double[] outside, double grain, boolean[] locked, boolean[] allowed) {
    this.table = table;
    this.outside = outside;
    this.grain = grain;
    this.locked = locked;
    this.allowed = allowed;
    this.interchange = new Interchange(table, outside, locked);
  }

  int[] best() {
    return best;
  }

  double bestCost() {
    return bestCost;
  }

  /// Proved so far; a multiple of the grain where there is one.
  double bound() {
    double whole = grain > 0 ? Math.ceil(bound / grain - 1e-6) * grain : bound;
    return Math.min(whole, bestCost);
  }

  long branches() {
    return branches;
  }

  boolean stopped() {
    return stopped;
  }

  /// @param open how many sites are open in the end, locked ones counted
  void run(int open, long seed, Watch told) {
    toOpen = open;
    watch = told;
    start(open, new SplittableRandom(seed));
    byte[] fate = new byte[table.sites()];
    for (int j = 0; j < fate.length; j++) {
      fate[j] = (byte) (locked[j] ? 1 : allowed[j] ? 0 : -1);
    }
    MedianRows rows = MedianRows.of(table, outside, open).decided(fate);
    branch(
        rows,
        startPrices(),
        new double[table.sites()],
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
    if (!stopped) {
      bound = bestCost;
    }
  }

  private void start(int open, SplittableRandom random) {
    int[] may = new int[table.sites()];
    for (int round = 0; round < STARTS; round++) {
      int[] sites = new int[open];
      int chosen = 0;
      int free = 0;
      for (int j = 0; j < table.sites(); j++) {
        if (locked[j]) {
          sites[chosen++] = j;
        } else if (allowed[j]) {
          may[free++] = j;
        }
      }
      while (chosen < open) {
        int k = random.nextInt(free);
        sites[chosen++] = may[k];
        may[k] = may[--free];
      }
      offer(sites);
    }
  }

  private void offer(int[] sites) {
    int[] sorted = sites.clone();
    Arrays.sort(sorted);
    if (!tried.add(Arrays.hashCode(sorted))) {
      return;
    }
    double cost = interchange.improve(sites, allowed);
    if (cost < bestCost) {
      bestCost = cost;
      best = sites.clone();
      Arrays.sort(best);
    }
  }

  private double[] startPrices() {
    double[] price = new double[table.demands()];
    for (int i = 0; i < price.length; i++) {
      double first = outside[i];
      double second = outside[i];
      for (int j : best) {
        double one = table.at(i, j);
        if (one < first) {
          second = first;
          first = one;
        } else if (one < second) {
          second = one;
        }
      }
      price[i] = Math.min((first + second) / 2, dearest(i));
    }
    return price;
  }

  /// The dearest way to serve a demand by a site.
  private double dearest(int demand) {
    double dearest = 0;
    for (int j = 0; j < table.sites(); j++) {
      double one = table.at(demand, j);
      if (one < outside[demand]) {
        dearest = Math.max(dearest, one);
      }
    }
    return dearest == 0 ? outside[demand] : dearest;
  }

  /// No answer whose cost is above this is of interest.
  private double ceiling() {
    double slack = 1e-11 * Math.abs(bestCost);
    return grain > 0
        ? bestCost - grain + Math.max(1e-6 * grain, slack)
        : bestCost - Math.max(1e-9 * bestCost, 1e-12);
  }

  /// Bounds a branch, and splits it where that does not settle it.
  ///
  /// @param elsewhere lowest bound of the branches that still wait
  private void branch(
      MedianRows given, double[] price, double[] average, double inherited, double elsewhere) {
    branches++;
    Descent descent = new Descent(given, price, average, inherited, elsewhere);
    if (!descent.settled() && !stopped) {
      split(descent);
    }
  }

  private void split(Descent descent) {
    MedianDual dual = descent.dual;
    MedianRows rows = descent.rows;
    int site = 0;
    for (int j = 1; j < rows.sites; j++) {
      if (Math.abs(dual.average[j] - 0.5) < Math.abs(dual.average[site] - 0.5)) {
        site = j;
      }
    }
    byte[] fate = new byte[rows.sites];
    byte likely = (byte) (dual.average[site] >= 0.5 ? 1 : -1);
    double[] prices = dual.bestPrice();
    double[] average = new double[table.sites()];
    for (int j = 0; j < rows.sites; j++) {
      average[rows.name[j]] = dual.average[j];
    }
    fate[site] = likely;
    branch(
        rows.decided(fate),
        prices,
        average,
        descent.known,
        Math.min(descent.elsewhere, descent.known));
    if (!stopped && descent.known <= ceiling()) {
      fate[site] = (byte) -likely;
      branch(rows.decided(fate), prices, average, descent.known, descent.elsewhere);
    }
  }

  /// One branch while its bound rises and its sites are decided.
  private final class Descent {
    private final double elsewhere;
    private final boolean root;
    private MedianRows rows;
    private MedianDual dual;
    private double known;
    private double pace;
    private int stale;
    private int steps;

    Descent(MedianRows rows, double[] price, double[] average, double inherited, double elsewhere) {
      this.rows = rows;
      this.dual = new MedianDual(rows, table, price);
      for (int j = 0; j < rows.sites; j++) {
        dual.average[j] = average[rows.name[j]];
      }
      this.known = inherited;
      this.elsewhere = elsewhere;
      this.root = elsewhere == Double.POSITIVE_INFINITY && inherited < 0;
      this.pace = root ? 1.5 : 0.6;
    }

    /// True when the branch holds nothing better any more; false when it must be split, or the host
    /// stopped.
    boolean settled() {
      int patience = root ? ROOT_PATIENCE : BRANCH_PATIENCE;
      int most = root ? ROOT_STEPS : BRANCH_STEPS;
      double slowest = root ? 1e-3 : 0.05;
      while (steps++ < most && pace > slowest) {
        if (rows.open <= 0 || rows.sites <= rows.open) {
          leaf();
          return true;
        }
        stale = dual.evaluate() ? 0 : stale + 1;
        known = Math.max(known, dual.best());
        if (root ? steps % OFFER_EVERY == 1 : steps == OFFER_ONCE && offers()) {
          offerTaken();
        }
        if (known > ceiling()) {
          return true;
        }
        if (told()) {
          return false;
        }
        if (decided()) {
          continue;
        }
        if (stale >= patience) {
          pace /= 2;
          stale = 0;
          dual.restart();
          dual.evaluate();
        }
        dual.move(bestCost, pace);
      }
      if (rows.open <= 0 || rows.sites <= rows.open) {
        leaf();
        return true;
      }
      return false;
    }

    private boolean offers() {
      return branches <= OFFER_BRANCHES || branches % OFFER_BRANCH == 0;
    }

    private boolean told() {
      if (steps % TELL_EVERY == 0) {
        bound = Math.max(bound, Math.min(elsewhere, known));
        stopped = !watch.goOn(new Standing(bestCost, bound(), branches));
      }
      return stopped;
    }

    private boolean decided() {
      byte[] fate = new byte[rows.sites];
      int decided = dual.decide(ceiling(), fate);
      if (decided == 0 || decided * 20 < rows.sites) {
        return false;
      }
      double[] average = dual.average;
      double[] price = dual.bestPrice();
      MedianRows smaller = rows.decided(fate);
      dual = new MedianDual(smaller, table, price);
      int left = 0;
      for (int j = 0; j < rows.sites; j++) {
        if (fate[j] == 0) {
          dual.average[left++] = average[j];
        }
      }
      rows = smaller;
      return true;
    }

    private void leaf() {
      int more = rows.open > 0 ? rows.sites : 0;
      offer(join(Arrays.copyOf(rows.name, more)));
    }

    private void offerTaken() {
      int[] names = new int[rows.open];
      int count = 0;
      for (int j = 0; j < rows.sites; j++) {
        if (dual.taken[j]) {
          names[count++] = rows.name[j];
        }
      }
      offer(join(names));
    }

    private int[] join(int[] more) {
      int[] sites = Arrays.copyOf(rows.opened, rows.opened.length + more.length);
      System.arraycopy(more, 0, sites, rows.opened.length, more.length);
      return filled(sites);
    }
  }

  /// Fewer sites than may be open are filled up with any.
  private int[] filled(int[] sites) {
    if (sites.length >= toOpen) {
      return sites;
    }
    boolean[] there = new boolean[table.sites()];
    for (int j : sites) {
      there[j] = true;
    }
    int[] full = Arrays.copyOf(sites, toOpen);
    int at = sites.length;
    for (int j = 0; at < toOpen; j++) {
      if (allowed[j] && !there[j]) {
        full[at++] = j;
      }
    }
    return full;
  }
}
