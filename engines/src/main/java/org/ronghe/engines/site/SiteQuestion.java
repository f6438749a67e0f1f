package org.ronghe.engines.site;

/// A question of where to build, without side constraints (those are [SidePlan]s).
///
/// @param distances from each demand to each site
/// @param weight of each demand, at least 0; p-median and MCLP only
/// @param fate of each site: existing and kept, out of the question, or free
/// @param open how many sites are open in the end, kept ones counted; ignored by LSCP
/// @param radius within which a demand is reached; LSCP and MCLP only
/// @param seed of the random starts
public record SiteQuestion(
    Model model,
    Distances distances,
    double[] weight,
    Fate[] fate,
    int open,
    double radius,
    long seed) {

  /// What is decided about a site beforehand.
  public enum Fate {
    FREE,
    KEPT,
    CLOSED
  }

  public SiteQuestion {
    if (weight.length != distances.demands() || fate.length != distances.sites()) {
      throw new IllegalArgumentException("a weight for each demand, a fate for each site");
    }
    for (double one : weight) {
      if (!(one >= 0) || one == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("a weight is finite and at least 0, not " + one);
      }
    }
    if (model != Model.LSCP && open < 1) {
      throw new IllegalArgumentException("at least one site is open, not " + open);
    }
    if ((model == Model.LSCP || model == Model.MCLP) && !(radius >= 0)) {
      throw new IllegalArgumentException("a radius is at least 0, not " + radius);
    }
  }

  boolean[] kept() {
    return is(Fate.KEPT);
  }

  boolean[] allowed() {
    boolean[] closed = is(Fate.CLOSED);
    for (int j = 0; j < closed.length; j++) {
      closed[j] = !closed[j];
    }
    return closed;
  }

  private boolean[] is(Fate one) {
    boolean[] result = new boolean[fate.length];
    for (int j = 0; j < fate.length; j++) {
      result[j] = fate[j] == one;
    }
    return result;
  }
}
