package org.ronghe.sources.transit;

import org.jspecify.annotations.Nullable;

/// `stop_times.txt`: each row goes to its trip, or is noticed.
final class CallTable {
  private static final String ARRIVAL = "arrival_time";
  private static final String DEPARTURE = "departure_time";

  private final StopTable stops;
  private final FeedNotices notices;
  private final Trips trips;

  /// Where the calls of a trip are kept.
  interface Trips {
    @Nullable CallList calls(String trip);
  }

  CallTable(StopTable stops, FeedNotices notices, Trips trips) {
    this.stops = stops;
    this.notices = notices;
    this.trips = trips;
  }

  void row(GtfsTable table) {
    String trip = table.cell("trip_id");
    CallList calls = trips.calls(trip);
    if (calls == null) {
      notices.add(
          "call_without_trip",
          table,
          "trip_id",
          trip,
          "不在 trips.txt 中；此行不用",
          "is not in trips.txt; the row is left out");
      return;
    }
    int stop = stop(table);
    int sequence = sequence(table);
    if (stop < 0 || sequence < 0) {
      return;
    }
    calls.add(
        sequence, stop, time(table, ARRIVAL), time(table, DEPARTURE), along(table), table.row());
    calls.doors(!table.cell("pickup_type").equals("1"), !table.cell("drop_off_type").equals("1"));
  }

  private int stop(GtfsTable table) {
    String id = table.cell("stop_id");
    int stop = stops.number(id);
    if (stop < 0) {
      boolean station = stops.isStation(id);
      notices.add(
          station ? "call_at_station" : "call_without_stop",
          table,
          "stop_id",
          id,
          station ? "是车站而不是站台；此行不用" : "不是 stops.txt 里可用的站；此行不用",
          station
              ? "is a station, no platform; the row is left out"
              : "is no usable stop of stops.txt; the row is left out");
    }
    return stop;
  }

  private int sequence(GtfsTable table) {
    try {
      int sequence = Integer.parseInt(table.cell("stop_sequence"));
      if (sequence >= 0) {
        return sequence;
      }
    } catch (NumberFormatException _) {
      // noticed below, as a negative number is
    }
    notices.add(
        "call_sequence",
        table,
        "stop_sequence",
        table.cell("stop_sequence"),
        "不是非负整数；此行不用",
        "is no whole number from 0; the row is left out");
    return -1;
  }

  /// Seconds, or [GtfsTime#NONE] where there is no time or it cannot be read.
  private int time(GtfsTable table, String column) {
    String cell = table.cell(column);
    int seconds = cell.isEmpty() ? GtfsTime.NONE : GtfsTime.seconds(cell);
    if (seconds == GtfsTime.NONE && !cell.isEmpty()) {
      boolean short_ = cell.matches("\\d{1,2}:\\d{2}");
      notices.add(
          "time_malformed",
          table,
          column,
          cell,
          "不是 HH:MM:SS；按空白，由前后站推算",
          "is no HH:MM:SS; taken as blank and filled in from the stops around it",
          short_ ? "也许缺少秒？" : "",
          short_ ? "Maybe the seconds are missing?" : "");
    }
    return seconds;
  }

  private static double along(GtfsTable table) {
    String cell = table.cell("shape_dist_traveled");
    try {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
