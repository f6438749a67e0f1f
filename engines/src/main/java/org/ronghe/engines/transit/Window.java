package org.ronghe.engines.transit;

/// When one leaves: every minute of a window.
///
/// @param from_s the first departure, seconds since midnight
/// @param until_s no departure at or after this
public record Window(int from_s, int until_s) {
  private static final int STEP_S = 60;

  public Window {
    if (until_s <= from_s) {
      throw new IllegalArgumentException(from_s + "–" + until_s);
    }
  }

  /// How many departures there are.
  public int departures() {
    return (until_s - from_s + STEP_S - 1) / STEP_S;
  }

  public int departure_s(int i) {
    return from_s + i * STEP_S;
  }
}
