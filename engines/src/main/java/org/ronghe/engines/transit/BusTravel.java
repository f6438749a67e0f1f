package org.ronghe.engines.transit;

import java.util.Arrays;
import java.util.List;

/// Travel times by bus and on foot from one origin after another, for every minute of a window, and
/// their percentiles. For one thread; what it is made of is shared.
public final class BusTravel {
  /// More than any travel time.
  public static final int NEVER = Rounds.NEVER;

  private final Window window;
  private final Rounds rounds;
  private final int[][] time_s;
  private final int[] sorted;

  /// @param transfers from stops to stops, a stop to itself among them where one may change there
  /// @param egress from stops to places
  /// @param places how many places there are to go to
  public BusTravel(
      Timetable timetable,
      Walks transfers,
      Walks egress,
      int places,
      TransitRules rules,
      Window window) {
    if (transfers.fromCount() != timetable.stopCount || egress.fromCount() != timetable.stopCount) {
      throw new IllegalArgumentException("walks from other stops");
    }
    this.window = window;
    rounds = new Rounds(timetable, transfers, egress, places, rules);
    time_s = new int[window.departures()][places];
    sorted = new int[window.departures()];
  }

  /// Finds the times from an origin.
  ///
  /// @param access from origins to stops
  /// @param direct_s seconds to each place when one only walks, or [#NEVER]
  public BusTravel from(Walks access, int origin, int[] direct_s) {
    rounds.clear();
    for (int i = window.departures() - 1; i >= 0; i--) {
      int departure_s = window.departure_s(i);
      rounds.leave(departure_s, access, origin);
      int[] row = time_s[i];
      for (int place = 0; place < row.length; place++) {
        int arrival_s = rounds.arrival_s[place];
        int byBus_s = arrival_s == NEVER ? NEVER : arrival_s - departure_s;
        row[place] = Math.min(byBus_s, direct_s[place]);
      }
    }
    return this;
  }

  /// The time to a place for the departure so many minutes into the window, or [#NEVER].
  public int time_s(int departure, int place) {
    return time_s[departure][place];
  }

  /// Fills `into` with percentiles of the times to a place: of `n` departures in order of time the
  /// one numbered `ceil(p / 100 * n)`, so a time that occurs, never a mean. [#NEVER] where too many
  /// departures do not arrive.
  ///
  /// @param percentiles above 0, at most 100
  public void percentiles(int place, List<Double> percentiles, int[] into) {
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = time_s[i][place];
    }
    Arrays.sort(sorted);
    for (int p = 0; p < into.length; p++) {
      into[p] = sorted[rank(percentiles.get(p), sorted.length) - 1];
    }
  }

  static int rank(double percentile, int of) {
    return Math.clamp((int) Math.ceil(percentile * of / 100 - 1e-9), 1, of);
  }
}
