package org.ronghe.engines.process;

import java.util.List;

/// The directly-follows graph of a log, with waiting times, rework and variants.
///
/// @param duration from the first to the last event of a case
/// @param reworked cases in which something was done again
public record ProcessMap(
    int cases,
    int events,
    List<Activity> activities,
    List<Edge> edges,
    List<Variant> variants,
    Spread duration,
    int reworked) {
  public ProcessMap {
    activities = List.copyOf(activities);
    edges = List.copyOf(edges);
    variants = List.copyOf(variants);
  }

  /// @param count how often it was done
  /// @param inCases in how many cases
  /// @param again how often it was done once more in a case that had it already
  /// @param starts how many cases begin with it
  /// @param ends how many cases end with it
  public record Activity(String name, int count, int inCases, int again, int starts, int ends) {}

  /// `to` came directly after `from`.
  ///
  /// @param waiting from the one event to the other
  /// @param back `to` had been done before in that case: how often the work went back
  public record Edge(String from, String to, int count, int inCases, int back, Spread waiting) {}

  /// Cases that did the same things in the same order.
  public record Variant(List<String> activities, List<String> cases, Spread duration) {
    public Variant {
      activities = List.copyOf(activities);
      cases = List.copyOf(cases);
    }
  }
}
