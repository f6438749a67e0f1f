package org.ronghe.sources.transit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.transit.Headway;
import org.ronghe.model.transit.TransitStop;
import org.ronghe.model.transit.TransitTrip;

/// Makes a trip of its calls: in order, times between given ones filled in by distance.
final class TripTimes {
  private static final double EARTH_M = 6_371_000;

  private final List<TransitStop> stops;
  private final int firstStop;
  private final String file;
  private final FeedNotices notices;

  /// @param firstStop the number of the first of `stops`
  TripTimes(List<TransitStop> stops, int firstStop, String file, FeedNotices notices) {
    this.stops = stops;
    this.firstStop = firstStop;
    this.file = file;
    this.notices = notices;
  }

  /// The trip, or none when its times cannot be known; then that is noticed.
  Optional<TransitTrip> trip(String id, String route, CallList calls, List<Headway> headways) {
    Integer[] order = distinct(id, calls, calls.order());
    int n = order.length;
    if (n < 2) {
      return refused(
          id,
          "trip_too_short",
          calls,
          0,
          "stop_id",
          id,
          "的停站少于两个；此班不用",
          "has fewer than two stops; it is left out");
    }
    int[] arrival = new int[n];
    int[] departure = new int[n];
    for (int i = 0; i < n; i++) {
      arrival[i] = calls.arrival_s[order[i]];
      departure[i] = calls.departure_s[order[i]];
      arrival[i] = arrival[i] == GtfsTime.NONE ? departure[i] : arrival[i];
      departure[i] = departure[i] == GtfsTime.NONE ? arrival[i] : departure[i];
    }
    if (arrival[0] == GtfsTime.NONE || arrival[n - 1] == GtfsTime.NONE) {
      return refused(
          id,
          "trip_without_ends",
          calls,
          order[arrival[0] == GtfsTime.NONE ? 0 : n - 1],
          "arrival_time",
          "",
          "班次 " + id + " 的首站或末站没有时间；此班不用",
          "trip " + id + " has no time at its first or last stop; it is left out");
    }
    fillIn(calls, order, arrival, departure);
    for (int i = 0; i < n; i++) {
      if (departure[i] < arrival[i] || i > 0 && arrival[i] < departure[i - 1]) {
        return refused(
            id,
            "trip_back_in_time",
            calls,
            order[i],
            "arrival_time",
            clock(arrival[i]),
            "早于前一时刻（班次 " + id + "）；此班不用",
            "is before the time ahead of it (trip " + id + "); the trip is left out");
      }
    }
    int[] stop = new int[n];
    boolean[] on = new boolean[n];
    boolean[] off = new boolean[n];
    for (int i = 0; i < n; i++) {
      stop[i] = calls.stop[order[i]];
      on[i] = calls.boards[order[i]];
      off[i] = calls.alights[order[i]];
    }
    return Optional.of(new TransitTrip(id, route, stop, arrival, departure, on, off, headways));
  }

  private Integer[] distinct(String id, CallList calls, Integer[] order) {
    Integer[] kept = new Integer[order.length];
    int size = 0;
    for (Integer at : order) {
      if (size > 0 && calls.sequence[kept[size - 1]] == calls.sequence[at]) {
        refused(
            id,
            "sequence_twice",
            calls,
            at,
            "stop_sequence",
            Integer.toString(calls.sequence[at]),
            "在班次 " + id + " 中重复；用先出现的",
            "is there twice in trip " + id + "; the first one counts");
      } else {
        kept[size++] = at;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private Optional<TransitTrip> refused(
      String id,
      String code,
      CallList calls,
      int at,
      String field,
      String value,
      String zh,
      String en) {
    long row = calls.size == 0 ? 0 : calls.row[at];
    boolean back = code.equals("trip_back_in_time");
    notices.add(
        new FeedNotice(
            code,
            file,
            row,
            field,
            value.isEmpty() ? "" : value,
            zh,
            en,
            back ? "过了午夜应写 24:05:00、25:10:00？" : "",
            back ? "Maybe times after midnight must be 24:05:00, 25:10:00?" : ""));
    return Optional.empty();
  }

  private static String clock(int s) {
    return "%02d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
  }

  /// Times between two given ones by the share of the way: along the shape where the feed says how
  /// far each stop is, else straight from stop to stop.
  private void fillIn(CallList calls, Integer[] order, int[] arrival, int[] departure) {
    int before = 0;
    for (int i = 1; i < order.length; i++) {
      if (arrival[i] == GtfsTime.NONE) {
        continue;
      }
      if (i > before + 1) {
        double[] done = done_m(calls, order, before, i);
        double whole = done[i - before];
        for (int j = before + 1; j < i; j++) {
          double share =
              whole > 0 ? done[j - before] / whole : (double) (j - before) / (i - before);
          long gap_s = (long) arrival[i] - departure[before];
          arrival[j] = departure[before] + (int) Math.round(share * gap_s);
          departure[j] = arrival[j];
        }
      }
      before = i;
    }
  }

  private double[] done_m(CallList calls, Integer[] order, int from, int to) {
    double[] along = new double[to - from + 1];
    boolean said = true;
    for (int i = from; i <= to; i++) {
      along[i - from] = calls.along[order[i]] - calls.along[order[from]];
      said &= along[i - from] >= (i > from ? along[i - from - 1] : 0);
    }
    if (said) {
      return along;
    }
    double[] straight = new double[along.length];
    for (int i = from + 1; i <= to; i++) {
      TransitStop a = stops.get(calls.stop[order[i - 1]] - firstStop);
      TransitStop b = stops.get(calls.stop[order[i]] - firstStop);
      straight[i - from] = straight[i - from - 1] + straight_m(a.lon(), a.lat(), b.lon(), b.lat());
    }
    return straight;
  }

  static double straight_m(double lon1, double lat1, double lon2, double lat2) {
    double x = Math.toRadians(lon2 - lon1) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
    return Math.hypot(x, Math.toRadians(lat2 - lat1)) * EARTH_M;
  }
}
