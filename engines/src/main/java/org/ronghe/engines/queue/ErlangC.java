package org.ronghe.engines.queue;

import org.ronghe.model.measure.Require;

/// The M/M/c queue in steady state: Poisson arrivals, exponential service, `c` equal windows,
/// nobody leaves (A. K. Erlang, 1917). Loads are in erlang: arrivals per minute × mean service
/// minutes.
public final class ErlangC {
  private ErlangC() {}

  /// The share of arrivals that must wait, 0 to 1; 1 when the load is not below the windows.
  ///
  /// @param load_erlang at least 0
  /// @param windows at least 1
  public static double waitShare(double load_erlang, int windows) {
    check(load_erlang, windows);
    if (load_erlang >= windows) {
      return 1;
    }
    double blocked = lostShare(load_erlang, windows);
    return windows * blocked / (windows - load_erlang * (1 - blocked));
  }

  /// The share lost when nobody can wait (Erlang B), by the stable recursion over windows.
  public static double lostShare(double load_erlang, int windows) {
    check(load_erlang, windows);
    double blocked = 1;
    for (int c = 1; c <= windows; c++) {
      blocked = load_erlang * blocked / (c + load_erlang * blocked);
    }
    return blocked;
  }

  /// The mean wait over all arrivals; infinite when the load is not below the windows.
  ///
  /// @param service_min mean service time, above 0
  public static double meanWait_min(double load_erlang, int windows, double service_min) {
    return load_erlang >= windows
        ? Double.POSITIVE_INFINITY
        : waitShare(load_erlang, windows) * service_min / (windows - load_erlang);
  }

  /// The share of arrivals that wait no longer than `within_min`; 0 when the load is not below the
  /// windows.
  public static double servedWithin(
      double load_erlang, int windows, double service_min, double within_min) {
    return load_erlang >= windows
        ? 0
        : 1
            - waitShare(load_erlang, windows)
                * Math.exp(-(windows - load_erlang) * within_min / service_min);
  }

  /// The fewest windows with [#servedWithin] at least `share`.
  ///
  /// @param share 0 to 1, below 1
  public static int windowsFor(
      double load_erlang, double service_min, double within_min, double share) {
    Require.that(share >= 0 && share < 1, "share must be from 0 to below 1 but is " + share);
    int windows = Math.max(1, (int) Math.floor(load_erlang) + 1);
    while (servedWithin(load_erlang, windows, service_min, within_min) < share) {
      windows++;
    }
    return windows;
  }

  private static void check(double load_erlang, int windows) {
    Require.atLeastZero(load_erlang, "load_erlang");
    Require.that(windows >= 1, "windows must be at least 1 but is " + windows);
  }
}
