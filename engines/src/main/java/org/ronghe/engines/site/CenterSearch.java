package org.ronghe.engines.site;

import java.util.Arrays;

/// p-centre: the smallest radius within which so many sites cover all demands, by bisecting the
/// distinct distances with [CoverSearch].
final class CenterSearch {
  private final SiteQuestion question;
  private final Distances table;
  private final int open;
  private final Watch watch;
  private int[] best = {};
  private double bestRadius = Double.POSITIVE_INFINITY;
  private double bound;
  private long probes;
  private long calls;
  private boolean stopped;
  private final boolean[] locked;
  private final boolean[] allowed;

  CenterSearch(SiteQuestion question, Watch watch) {
    this.question = question;
    this.table = question.distances();
    this.open = question.open();
    this.locked = question.kept();
    this.allowed = question.allowed();
    this.watch = watch;
  }

  int[] best() {
    return best;
  }

  double bestRadius() {
    return bestRadius;
  }

  double bound() {
    return Math.min(bound, bestRadius);
  }

  long probes() {
    return probes;
  }

  boolean stopped() {
    return stopped;
  }

  /// False when no set of sites reaches every demand at all.
  boolean run() {
    double[] radii = radii();
    int low = 0;
    int high = radii.length - 1;
    if (high < 0) {
      return false;
    }
    greedy();
    if (bestRadius < Double.POSITIVE_INFINITY) {
      high = Arrays.binarySearch(radii, bestRadius);
    } else if (!probe(radii[high])) {
      return false;
    }
    high = Math.min(high, Arrays.binarySearch(radii, bestRadius));
    bound = radii[0];
    while (low < high && !stopped) {
      int middle = (low + high) >>> 1;
      if (probe(radii[middle])) {
        high = Arrays.binarySearch(radii, bestRadius);
      } else if (!stopped) {
        low = middle + 1;
        bound = radii[low];
      }
    }
    return true;
  }

  /// Distinct distances from the largest that some demand cannot avoid.
  private double[] radii() {
    double least = 0;
    for (int i = 0; i < table.demands(); i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < table.sites(); j++) {
        if (allowed[j]) {
          nearest = Math.min(nearest, table.at(i, j));
        }
      }
      least = Math.max(least, nearest);
    }
    double from = least;
    return Arrays.stream(table.value())
        .filter(one -> one >= from && one < Double.POSITIVE_INFINITY)
        .sorted()
        .distinct()
        .toArray();
  }

  private boolean probe(double radius) {
    probes++;
    CoverSets sets = CoverQuestions.sets(question, radius, Siting.everyDemand(question));
    int already = Siting.count(locked);
    CoverSearch search = new CoverSearch(open - already, this::told);
    CoverSearch.Verdict verdict = search.decide(sets);
    stopped |= verdict == CoverSearch.Verdict.STOPPED;
    if (verdict != CoverSearch.Verdict.COVERED) {
      return false;
    }
    keep(search.cover());
    return true;
  }

  private boolean told() {
    return calls++ % 16 != 0 || watch.goOn(new Standing(bestRadius, bound, probes));
  }

  private void keep(int[] more) {
    boolean[] chosen = locked.clone();
    int count = 0;
    for (int j : more) {
      chosen[j] = true;
    }
    for (boolean one : chosen) {
      count += one ? 1 : 0;
    }
    for (int j = 0; j < chosen.length && count < open; j++) {
      if (allowed[j] && !chosen[j]) {
        chosen[j] = true;
        count++;
      }
    }
    int[] sites = new int[count];
    int at = 0;
    for (int j = 0; j < chosen.length; j++) {
      if (chosen[j]) {
        sites[at++] = j;
      }
    }
    double radius = radius(sites);
    if (radius < bestRadius) {
      bestRadius = radius;
      best = sites;
    }
  }

  private double radius(int[] sites) {
    double worst = 0;
    for (int i = 0; i < table.demands(); i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j : sites) {
        nearest = Math.min(nearest, table.at(i, j));
      }
      worst = Math.max(worst, nearest);
    }
    return worst;
  }

  /// Farthest demand first, each served by its nearest site.
  private void greedy() {
    boolean[] chosen = locked.clone();
    double[] nearest = new double[table.demands()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int count = 0;
    for (int j = 0; j < chosen.length; j++) {
      if (chosen[j]) {
        count++;
        lower(nearest, j);
      }
    }
    for (; count < open; count++) {
      int farthest = 0;
      for (int i = 1; i < nearest.length; i++) {
        farthest = nearest[i] > nearest[farthest] ? i : farthest;
      }
      int site = -1;
      for (int j = 0; j < chosen.length; j++) {
        if (allowed[j]
            && !chosen[j]
            && (site < 0 || table.at(farthest, j) < table.at(farthest, site))) {
          site = j;
        }
      }
      chosen[site] = true;
      lower(nearest, site);
    }
    int[] all = new int[count];
    int at = 0;
    for (int j = 0; j < chosen.length; j++) {
      if (chosen[j]) {
        all[at++] = j;
      }
    }
    keep(all);
  }

  private void lower(double[] nearest, int site) {
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = Math.min(nearest[i], table.at(i, site));
    }
  }
}
