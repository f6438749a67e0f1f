package org.ronghe.engines.tour;

/// What one unit too much costs, in units of cost: of load, and of time.
record Penalties(double load, double time) {
  private static final double LEAST = 0.1;
  private static final double MOST = 100_000;
  private static final double DEARER = 1.2;
  private static final double CHEAPER = 0.85;

  Penalties times(double factor) {
    return new Penalties(load * factor, time * factor);
  }

  /// Dearer when too few of the last plans kept the limit, cheaper when too many did.
  Penalties steered(double keptLoad, double keptTime, double wanted) {
    return new Penalties(steer(load, keptLoad, wanted), steer(time, keptTime, wanted));
  }

  private static double steer(double penalty, double kept, double wanted) {
    if (kept < wanted - 0.05 && penalty < MOST) {
      return Math.min(penalty * DEARER, MOST);
    }
    if (kept > wanted + 0.05 && penalty > LEAST) {
      return Math.max(penalty * CHEAPER, LEAST);
    }
    return penalty;
  }
}
