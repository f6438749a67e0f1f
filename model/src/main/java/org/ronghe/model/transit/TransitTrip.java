package org.ronghe.model.transit;

import java.util.Arrays;
import java.util.List;

/// One run of a bus over its stops. Times are seconds since midnight of the day asked for; below 0
/// on a trip that began the day before, above 86,400 after the next midnight. The arrays must not
/// be changed.
///
/// @param id as in the feed
/// @param route the route's id
/// @param stop numbers of the stops in order, at least two
/// @param arrival_s at each stop, never falling
/// @param departure_s at each stop, not before the arrival
/// @param boards whether one may get on there
/// @param alights whether one may get off there
/// @param headways empty for a trip that runs once, at its times; else how it is repeated, only the
///   differences of the times counting
public record TransitTrip(
    String id,
    String route,
    int[] stop,
    int[] arrival_s,
    int[] departure_s,
    boolean[] boards,
    boolean[] alights,
    List<Headway> headways) {
  public TransitTrip {
    int n = stop.length;
    if (n < 2
        || arrival_s.length != n
        || departure_s.length != n
        || boards.length != n
        || alights.length != n) {
      throw new IllegalArgumentException("trip " + id);
    }
    for (int i = 0; i < n; i++) {
      if (departure_s[i] < arrival_s[i] || i > 0 && arrival_s[i] < departure_s[i - 1]) {
        throw new IllegalArgumentException("trip " + id + " goes back in time at " + i);
      }
    }
    headways = List.copyOf(headways);
  }

  /// The same trip so many seconds later.
  public TransitTrip later(int seconds) {
    return new TransitTrip(
        id,
        route,
        stop,
        Arrays.stream(arrival_s).map(t -> t + seconds).toArray(),
        Arrays.stream(departure_s).map(t -> t + seconds).toArray(),
        boards,
        alights,
        headways.stream()
            .map(h -> new Headway(h.from_s() + seconds, h.until_s() + seconds, h.every_s()))
            .toList());
  }
}
