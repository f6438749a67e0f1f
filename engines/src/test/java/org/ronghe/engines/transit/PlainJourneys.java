package org.ronghe.engines.transit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.ronghe.model.transit.Headway;
import org.ronghe.model.transit.TransitTrip;

/// Dijkstra's search over stops, rides taken and whether one rode or walked there, looking at every
/// trip at every stop: the answer the rounds are held to.
final class PlainJourneys {
  private final RandomTimetable county;
  private final TransitRules rules;

  PlainJourneys(RandomTimetable county, TransitRules rules) {
    this.county = county;
    this.rules = rules;
  }

  private record State(int stop, int rides, boolean rode) {}

  private record Reached(State state, int at_s) {}

  /// Travel times to each place.
  int[] from(int departure_s) {
    int[] best = county.direct_s.clone();
    Map<State, Integer> settled = new HashMap<>();
    PriorityQueue<Reached> waiting = new PriorityQueue<>(Comparator.comparingInt(Reached::at_s));
    each(county.access, 0, (stop, s) -> waiting.add(reached(stop, 0, false, departure_s + s)));
    while (!waiting.isEmpty()) {
      Reached next = waiting.remove();
      if (settled.putIfAbsent(next.state, next.at_s) != null) {
        continue;
      }
      State state = next.state;
      if (state.rode) {
        each(
            county.transfers,
            state.stop,
            (stop, s) -> waiting.add(reached(stop, state.rides, false, next.at_s + s)));
        each(
            county.egress,
            state.stop,
            (place, s) -> best[place] = Math.min(best[place], next.at_s + s - departure_s));
      } else if (state.rides < rules.mostRides()) {
        for (TransitTrip trip : county.day.trips()) {
          ride(trip, next, waiting);
        }
      }
    }
    return Arrays.copyOf(best, best.length);
  }

  private static Reached reached(int stop, int rides, boolean rode, int at_s) {
    return new Reached(new State(stop, rides, rode), at_s);
  }

  private void ride(TransitTrip trip, Reached here, PriorityQueue<Reached> waiting) {
    for (int i = 0; i < trip.stop().length; i++) {
      int later_s =
          trip.stop()[i] == here.state.stop && trip.boards()[i]
              ? later_s(trip, i, here.at_s + rules.slack_s())
              : -1;
      for (int j = i + 1; later_s >= 0 && j < trip.stop().length; j++) {
        if (trip.alights()[j]) {
          waiting.add(
              reached(
                  trip.stop()[j],
                  here.state.rides + 1,
                  true,
                  trip.arrival_s()[j] + later_s - OFFSET));
        }
      }
    }
  }

  private static final int OFFSET = 1_000_000;

  /// By how much the trip that is got runs later than the one written, plus [#OFFSET]; -1 when none
  /// is got.
  private static int later_s(TransitTrip trip, int i, int at_s) {
    if (trip.headways().isEmpty()) {
      return trip.departure_s()[i] >= at_s ? OFFSET : -1;
    }
    int least = -1;
    for (Headway headway : trip.headways()) {
      int start = at_s - (trip.departure_s()[i] - trip.departure_s()[0]);
      start = (start < headway.from_s() ? headway.from_s() : start) + headway.every_s() / 2;
      int later = start - trip.departure_s()[0] + OFFSET;
      if (start < headway.until_s() && (least < 0 || later < least)) {
        least = later;
      }
    }
    return least;
  }

  private interface Walk {
    void to(int there, int seconds);
  }

  private static void each(Walks walks, int from, Walk walk) {
    for (int i = walks.first[from]; i < walks.first[from + 1]; i++) {
      walk.to(walks.to[i], walks.seconds[i]);
    }
  }
}
