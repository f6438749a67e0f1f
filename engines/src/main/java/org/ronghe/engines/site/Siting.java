package org.ronghe.engines.site;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ronghe.engines.site.SiteAnswer.Impossible;
import org.ronghe.engines.site.SiteAnswer.Located;
import org.ronghe.engines.site.SiteAnswer.NothingYet;
import org.ronghe.engines.site.SiteAnswer.Reason;

/// Answers a [SiteQuestion] by search of our own, exactly unless the host stops it.
public final class Siting {
  private Siting() {}

  /// @param watch decides how long to search
  public static SiteAnswer locate(SiteQuestion question, Watch watch) {
    boolean[] allowed = question.allowed();
    boolean[] kept = question.kept();
    if (question.model() != Model.LSCP) {
      if (question.open() > count(allowed)) {
        return new Impossible(Reason.TOO_FEW_SITES, new int[0], count(allowed));
      }
      if (question.open() < count(kept)) {
        return new Impossible(Reason.TOO_MANY_KEPT, new int[0], count(kept));
      }
    }
    return switch (question.model()) {
      case P_MEDIAN -> MedianQuestions.median(question, watch);
      case MCLP -> MedianQuestions.maximalCover(question, watch);
      case P_CENTER -> center(question, watch);
      case LSCP -> CoverQuestions.fewest(question, watch);
    };
  }

  private static SiteAnswer center(SiteQuestion question, Watch watch) {
    SiteAnswer unreachable =
        CoverQuestions.unreachable(
            question, Double.POSITIVE_INFINITY, everyDemand(question), watch);
    if (unreachable instanceof Impossible) {
      return unreachable;
    }
    CenterSearch search = new CenterSearch(question, watch);
    search.run();
    if (search.best().length == 0) {
      return new NothingYet(search.bound());
    }
    return new Located(
        search.bestRadius(),
        search.bound(),
        search.bound() == search.bestRadius(),
        search.stopped(),
        search.best(),
        nearest(question.distances(), search.best(), Double.POSITIVE_INFINITY),
        search.probes());
  }

  static boolean[] everyDemand(SiteQuestion question) {
    boolean[] all = new boolean[question.weight().length];
    Arrays.fill(all, true);
    return all;
  }

  /// For each demand its nearest of the sites within the radius, the first of equals; -1 for none.
  static int[] nearest(Distances distances, int[] sites, double radius) {
    int[] assignment = new int[distances.demands()];
    for (int i = 0; i < assignment.length; i++) {
      assignment[i] = -1;
      double best = Double.POSITIVE_INFINITY;
      for (int j : sites) {
        double one = distances.at(i, j);
        if (one < best && one <= radius) {
          best = one;
          assignment[i] = j;
        }
      }
    }
    return assignment;
  }

  static int count(boolean[] flags) {
    return (int) IntStream.range(0, flags.length).filter(j -> flags[j]).count();
  }
}
