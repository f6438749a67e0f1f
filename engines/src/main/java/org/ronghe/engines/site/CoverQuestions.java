package org.ronghe.engines.site;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ronghe.engines.site.SiteAnswer.Impossible;
import org.ronghe.engines.site.SiteAnswer.Located;
import org.ronghe.engines.site.SiteAnswer.NothingYet;
import org.ronghe.engines.site.SiteAnswer.Reason;

/// Questions of covering: the fewest sites within a radius, and whether p sites can reach everybody
/// at all.
final class CoverQuestions {
  private CoverQuestions() {}

  static SiteAnswer fewest(SiteQuestion question, Watch watch) {
    boolean[] must = Siting.everyDemand(question);
    int[] outside = outOfReach(question, question.radius(), must);
    if (outside.length > 0) {
      return new Impossible(Reason.OUT_OF_REACH, outside, 0);
    }
    Fewest found = fewest(question, question.radius(), must, watch);
    if (found.sites.length == 0) {
      return new NothingYet(found.bound);
    }
    return new Located(
        found.sites.length,
        found.bound,
        found.bound >= found.sites.length,
        found.stopped,
        found.sites,
        Siting.nearest(question.distances(), found.sites, question.radius()),
        found.probes);
  }

  /// [Impossible] when p sites cannot serve the demands that must be served; otherwise
  /// [NothingYet].
  static SiteAnswer unreachable(SiteQuestion question, double radius, boolean[] must, Watch watch) {
    if (!question.distances().hasGaps()) {
      return new NothingYet(0);
    }
    int[] outside = outOfReach(question, radius, must);
    if (outside.length > 0) {
      return new Impossible(Reason.OUT_OF_REACH, outside, 0);
    }
    Fewest found = fewest(question, radius, must, watch);
    return found.bound > question.open()
        ? new Impossible(Reason.NEEDS_MORE_SITES, new int[0], (int) found.bound)
        : new NothingYet(0);
  }

  private static int[] outOfReach(SiteQuestion question, double radius, boolean[] must) {
    boolean[] allowed = question.allowed();
    return IntStream.range(0, must.length)
        .filter(i ->
            must[i]
                && IntStream.range(0, allowed.length)
                    .noneMatch(j -> allowed[j] && reaches(question, i, j, radius)))
        .toArray();
  }

  private static boolean reaches(SiteQuestion question, int demand, int site, double radius) {
    double distance = question.distances().at(demand, site);
    return distance < Double.POSITIVE_INFINITY && distance <= radius;
  }

  private record Fewest(int[] sites, double bound, boolean stopped, long probes) {}

  /// Covers with one site fewer each time, until that is proved impossible.
  private static Fewest fewest(SiteQuestion question, double radius, boolean[] must, Watch watch) {
    boolean[] kept = question.kept();
    int already = Siting.count(kept);
    CoverSets sets = sets(question, radius, must);
    int[] best = {};
    int most = question.distances().sites() + 1;
    double bound = already + (sets.rows > 0 ? 1 : 0);
    long probes = 0;
    long[] calls = {0};
    while (most > bound || best.length == 0) {
      int now = most;
      double known = bound;
      long probe = probes;
      BooleanSupplier goOn =
          () ->
              calls[0]++ % 16 != 0
                  || watch.goOn(
                      new Standing(
                          now > question.distances().sites() ? Double.POSITIVE_INFINITY : now,
                          known,
                          probe));
      CoverSearch search = new CoverSearch(most - 1 - already, goOn);
      CoverSearch.Verdict verdict = search.decide(sets);
      probes++;
      bound = Math.max(bound, already + Math.ceil(search.rootBound() - 1e-7));
      if (verdict == CoverSearch.Verdict.COVERED) {
        best = union(kept, search.cover());
        most = best.length;
      } else if (verdict == CoverSearch.Verdict.IMPOSSIBLE) {
        bound = most;
      } else {
        return new Fewest(best, Math.min(bound, most), true, probes);
      }
    }
    return new Fewest(best, most, false, probes);
  }

  private static int[] union(boolean[] kept, int[] more) {
    boolean[] all = kept.clone();
    for (int j : more) {
      all[j] = true;
    }
    return IntStream.range(0, all.length).filter(j -> all[j]).toArray();
  }

  /// What the free sites cover of the demands that must be served and that no kept site reaches.
  static CoverSets sets(SiteQuestion question, double radius, boolean[] must) {
    Distances distances = question.distances();
    boolean[] kept = question.kept();
    boolean[] allowed = question.allowed();
    boolean[] gone = new boolean[distances.sites()];
    long[] covered = CoverSets.empty(distances.demands());
    int[] name = new int[distances.sites()];
    long[][] bits = new long[distances.sites()][];
    for (int i = 0; i < must.length; i++) {
      if (!must[i]) {
        CoverSets.set(covered, i);
      }
    }
    for (int j = 0; j < name.length; j++) {
      name[j] = j;
      gone[j] = kept[j] || !allowed[j];
      bits[j] = CoverSets.empty(distances.demands());
      for (int i = 0; i < distances.demands(); i++) {
        if (reaches(question, i, j, radius)) {
          CoverSets.set(bits[j], i);
          if (kept[j]) {
            CoverSets.set(covered, i);
          }
        }
      }
    }
    int[] rowName = IntStream.range(0, distances.demands()).toArray();
    return new CoverSets(rowName, name, bits).without(gone, covered);
  }
}
