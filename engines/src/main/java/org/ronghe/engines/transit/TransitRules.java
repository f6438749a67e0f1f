package org.ronghe.engines.transit;

/// How one travels by bus.
///
/// @param mostRides buses taken one after another, at least 1
/// @param slack_s seconds one must be at a stop before the bus leaves
public record TransitRules(int mostRides, int slack_s) {
  /// Three rides, a minute before each.
  public static final TransitRules STANDARD = new TransitRules(3, 60);

  public TransitRules {
    if (mostRides < 1 || mostRides > 16 || slack_s < 0) {
      throw new IllegalArgumentException(mostRides + " rides, " + slack_s + " s");
    }
  }
}
