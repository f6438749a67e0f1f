package org.ronghe.engines.site;

/// What "best" means.
public enum Model {
  /// Least total weighted distance from each demand to its nearest of p sites.
  P_MEDIAN,
  /// Smallest distance within which p sites reach every demand.
  P_CENTER,
  /// Fewest sites that reach every demand within the radius (location set covering).
  LSCP,
  /// Most weight that p sites reach within the radius (maximal covering).
  MCLP;

  /// Whether a larger objective is better.
  public boolean maximises() {
    return this == MCLP;
  }
}
