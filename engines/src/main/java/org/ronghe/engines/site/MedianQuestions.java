package org.ronghe.engines.site;

import java.util.Arrays;
import org.ronghe.engines.site.SiteAnswer.Impossible;
import org.ronghe.engines.site.SiteAnswer.Located;

/// Questions that come down to [MedianSearch]: p-median itself, and maximal covering, where a
/// demand costs its weight unless some site reaches it.
final class MedianQuestions {
  private MedianQuestions() {}

  static SiteAnswer median(SiteQuestion question, Watch watch) {
    double[] weight = question.weight();
    boolean[] must = new boolean[weight.length];
    for (int i = 0; i < must.length; i++) {
      must[i] = weight[i] > 0;
    }
    SiteAnswer unreachable =
        CoverQuestions.unreachable(question, Double.POSITIVE_INFINITY, must, watch);
    if (unreachable instanceof Impossible) {
      return unreachable;
    }
    Distances given = question.distances();
    double scaleWeight = Distances.scaleToWhole(weight);
    double scaleDistance = Distances.scaleToWhole(given.value());
    boolean whole = scaleWeight > 0 && scaleDistance > 0;
    double[] cost = new double[given.value().length];
    double[] dearest = new double[weight.length];
    for (int j = 0; j < given.sites(); j++) {
      for (int i = 0; i < weight.length; i++) {
        int at = j * weight.length + i;
        double far = given.value()[at];
        cost[at] = !must[i] ? 0 : far;
        if (must[i] && far < Double.POSITIVE_INFINITY) {
          cost[at] =
              whole
                  ? Math.rint(weight[i] * scaleWeight) * Math.rint(far * scaleDistance)
                  : weight[i] * far;
          dearest[i] = Math.max(dearest[i], cost[at]);
        }
      }
    }
    // Dearer than any way to serve everybody: leaving somebody out is never worth it.
    double never = 1 + Math.ceil(Arrays.stream(dearest).sum());
    double[] outside = new double[weight.length];
    Arrays.fill(outside, never);
    Distances costs = new Distances(given.demands(), given.sites(), cost);
    double grain = whole && never < 1e15 ? costs.grain() : 0;
    MedianSearch search = search(question, costs, outside, grain);
    double scale = whole ? scaleWeight * scaleDistance : 1;
    search.run(question.open(), question.seed(), told(watch, scale, 0));
    return located(question, search, Double.POSITIVE_INFINITY, scale);
  }

  static SiteAnswer maximalCover(SiteQuestion question, Watch watch) {
    Distances given = question.distances();
    double scale = Distances.scaleToWhole(question.weight());
    double[] outside = new double[given.demands()];
    for (int i = 0; i < outside.length; i++) {
      outside[i] = scale > 0 ? Math.rint(question.weight()[i] * scale) : question.weight()[i];
    }
    double[] cost = new double[given.value().length];
    for (int at = 0; at < cost.length; at++) {
      double far = given.value()[at];
      boolean reached = far < Double.POSITIVE_INFINITY && far <= question.radius();
      cost[at] = reached ? 0 : outside[at % outside.length];
    }
    Distances costs = new Distances(given.demands(), given.sites(), cost);
    double total = Arrays.stream(outside).sum();
    double grain = scale > 0 && total < 1e15 ? costs.grain() : 0;
    MedianSearch search = search(question, costs, outside, grain);
    double unit = scale > 0 ? scale : 1;
    search.run(question.open(), question.seed(), told(watch, unit, total));
    int[] sites = search.best();
    int[] assignment = Siting.nearest(given, sites, question.radius());
    double covered = 0;
    for (int i = 0; i < assignment.length; i++) {
      covered += assignment[i] < 0 ? 0 : question.weight()[i];
    }
    boolean optimal = !search.stopped();
    double bound = optimal ? covered : Math.max(covered, (total - search.bound()) / unit);
    return new Located(
        covered,
        bound,
        optimal || bound == covered,
        search.stopped(),
        sites,
        assignment,
        search.branches());
  }

  private static MedianSearch search(
      SiteQuestion question, Distances costs, double[] outside, double grain) {
    return new MedianSearch(costs, outside, grain, question.kept(), question.allowed());
  }

  /// Progress in the unit of the question.
  ///
  /// @param total what the objective and the cost sum up to; 0 when the cost is the objective
  private static Watch told(Watch watch, double scale, double total) {
    return standing ->
        watch.goOn(
            total > 0
                ? new Standing(
                    (total - standing.best()) / scale,
                    (total - standing.bound()) / scale,
                    standing.step())
                : new Standing(standing.best() / scale, standing.bound() / scale, standing.step()));
  }

  private static SiteAnswer located(
      SiteQuestion question, MedianSearch search, double radius, double scale) {
    int[] sites = search.best();
    int[] assignment = Siting.nearest(question.distances(), sites, radius);
    double objective = 0;
    for (int i = 0; i < assignment.length; i++) {
      double weight = question.weight()[i];
      if (weight > 0 && assignment[i] < 0) {
        return new SiteAnswer.NothingYet(search.bound() / scale);
      }
      objective += weight == 0 ? 0 : weight * question.distances().at(i, assignment[i]);
    }
    boolean optimal = !search.stopped();
    double bound = optimal ? objective : Math.min(objective, search.bound() / scale);
    return new Located(
        objective,
        bound,
        optimal || bound == objective,
        search.stopped(),
        sites,
        assignment,
        search.branches());
  }
}
