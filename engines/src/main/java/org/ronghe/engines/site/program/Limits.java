package org.ronghe.engines.site.program;

/// What all sites together must keep to; infinite where there is no limit.
///
/// @param budget over all phases
/// @param staff in the end
/// @param closingCost of closing what stands
/// @param backup how many open sites must be within the radius of every demand (with MCLP: for it
///   to count); 1 is none
/// @param worstDecile greatest mean distance of the tenth of the weight that is worst off
/// @param gap greatest difference between the mean distances of town and village
/// @param split whether a demand may be shared between sites
public record Limits(
    double budget,
    double staff,
    double closingCost,
    int backup,
    double worstDecile,
    double gap,
    boolean split) {
  public static final Limits NONE =
      new Limits(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          0,
          1,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          false);
}
