package org.ronghe.sources.transit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.transit.Headway;
import org.ronghe.model.transit.TransitStop;
import org.ronghe.model.transit.TransitTransfer;
import org.ronghe.model.transit.TransitTrip;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.road.RoadFault;

/// One feed, read whole: its stops, and its trips by the service they run with.
final class GtfsFeed {
  private final GtfsFiles files;
  private final int firstStop;
  private final FeedNotices notices;
  private final ServiceDays days;
  private final StopTable stops;
  private final Map<String, Planned> planned = new LinkedHashMap<>();
  private final Map<String, List<Headway>> headways = new HashMap<>();
  private final Set<String> startsKnown = new HashSet<>();
  private final List<TransitTransfer> transfers = new ArrayList<>();
  private final Map<String, List<TransitTrip>> trips = new LinkedHashMap<>();
  private int tripCount;

  private record Planned(String route, String service, CallList calls) {}

  private GtfsFeed(GtfsFiles files, int firstStop, FeedNotices notices) throws RoadFault {
    this.files = files;
    this.firstStop = firstStop;
    this.notices = notices;
    days = ServiceDays.read(files, notices);
    stops = StopTable.read(files, firstStop, notices);
  }

  /// @param firstStop the number the feed's first stop gets
  /// @throws RoadFault when the feed cannot be used at all
  static GtfsFeed read(Path path, int firstStop, FeedNotices notices) throws RoadFault {
    try (GtfsFiles files = GtfsFiles.open(path)) {
      GtfsFeed feed = new GtfsFeed(files, firstStop, notices);
      feed.readTrips();
      return feed;
    } catch (IOException e) {
      throw GtfsFiles.unreadable(path, e);
    }
  }

  static RoadFault missing(GtfsFiles files, String table) {
    return new RoadFault(
        "gtfs-table-missing",
        files.path() + " 里没有 " + table + "，或者它是空的。",
        files.path() + " has no " + table + ", or it is empty.",
        "也许这不是 GTFS，或文件夹多套了一层？",
        "Maybe this is no GTFS, or the folder is one level too high?");
  }

  private void readTrips() throws RoadFault {
    new RouteTable(files, notices).check();
    boolean some =
        GtfsTable.each(
            files, "trips.txt", List.of("route_id", "service_id", "trip_id"), this::tripRow);
    if (!some || planned.isEmpty()) {
      throw missing(files, "trips.txt");
    }
    CallTable calls = new CallTable(stops, notices, this::calls);
    if (!GtfsTable.each(
        files, "stop_times.txt", List.of("trip_id", "stop_id", "stop_sequence"), calls::row)) {
      throw missing(files, "stop_times.txt");
    }
    GtfsTable.each(
        files,
        "frequencies.txt",
        List.of("trip_id", "start_time", "end_time", "headway_secs"),
        this::frequency);
    GtfsTable.each(files, "transfers.txt", List.of("from_stop_id", "to_stop_id"), this::transfer);
    assemble();
  }

  private @Nullable CallList calls(String trip) {
    Planned of = planned.get(trip);
    return of == null ? null : of.calls;
  }

  private void tripRow(GtfsTable table) {
    String id = table.cell("trip_id");
    String service = table.cell("service_id");
    if (id.isEmpty() || planned.containsKey(id)) {
      notices.add(
          "trip_twice",
          table,
          "trip_id",
          id,
          "为空或重复；此行不用",
          "is empty or there twice; the row is left out");
      return;
    }
    if (!days.knows(service)) {
      notices.add(
          "trip_without_service",
          table,
          "service_id",
          service,
          "不在 calendar.txt 和 calendar_dates.txt 中；此班从不开行",
          "is in neither calendar.txt nor calendar_dates.txt; the trip never runs");
    }
    planned.put(id, new Planned(table.cell("route_id"), service, new CallList()));
  }

  private void frequency(GtfsTable table) {
    String id = table.cell("trip_id");
    if (!planned.containsKey(id)) {
      String maybe =
          Likely.of(id, planned.size() < 20_000 ? planned.keySet() : Set.of()).orElse("");
      notices.add(
          "frequency_without_trip",
          table,
          "trip_id",
          id,
          "不在 trips.txt 中；此行不用",
          "is not in trips.txt; the row is left out",
          maybe.isEmpty() ? "" : "也许是 " + maybe + "？",
          maybe.isEmpty() ? "" : "Maybe it is " + maybe + "?");
      return;
    }
    int from = GtfsTime.seconds(table.cell("start_time"));
    int until = GtfsTime.seconds(table.cell("end_time"));
    int every = whole(table.cell("headway_secs"));
    boolean bad = from == GtfsTime.NONE;
    String field =
        bad ? "start_time" : until == GtfsTime.NONE || until <= from ? "end_time" : "headway_secs";
    if (bad || until <= from || every <= 0) {
      notices.add(
          "frequency_malformed",
          table,
          field,
          table.cell(field),
          "不是可用的时间或间隔；此行不用",
          "is no time or interval that can be used; the row is left out");
      return;
    }
    headways.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Headway(from, until, every));
    String exact = table.cell("exact_times");
    if (exact.equals("1")) {
      startsKnown.add(id);
    } else if (!exact.isEmpty() && !exact.equals("0")) {
      notices.add(
          "frequency_exactness",
          table,
          "exact_times",
          exact,
          "不是 0 或 1；按 0",
          "is neither 0 nor 1; taken as 0");
    }
  }

  private static int whole(String cell) {
    try {
      return Integer.parseInt(cell);
    } catch (NumberFormatException _) {
      return GtfsTime.NONE;
    }
  }

  private void transfer(GtfsTable table) {
    String type = table.cell("transfer_type");
    String from = table.cell("from_stop_id");
    String to = table.cell("to_stop_id");
    boolean special =
        !table.cell("from_trip_id").isEmpty()
            || !table.cell("to_trip_id").isEmpty()
            || !table.cell("from_route_id").isEmpty()
            || !table.cell("to_route_id").isEmpty();
    if (special || type.equals("4") || type.equals("5")) {
      notices.add(
          "transfer_not_used",
          table,
          "transfer_type",
          type,
          "只对某些线路或班次；不用",
          "is for some routes or trips only; not used");
      return;
    }
    if (stops.all(from).isEmpty() || stops.all(to).isEmpty()) {
      boolean first = stops.all(from).isEmpty();
      notices.add(
          "transfer_without_stop",
          table,
          first ? "from_stop_id" : "to_stop_id",
          first ? from : to,
          "不是 stops.txt 里的站；此行不用",
          "is no stop of stops.txt; the row is left out");
      return;
    }
    int least = 0;
    switch (type) {
      case "", "0", "1" -> {}
      case "2" -> least = whole(table.cell("min_transfer_time"));
      case "3" -> least = TransitTransfer.FORBIDDEN;
      default -> {
        notices.add(
            "transfer_type",
            table,
            "transfer_type",
            type,
            "不是 0–5；按 0",
            "is not within 0–5; taken as 0");
      }
    }
    if (least < 0 && least != TransitTransfer.FORBIDDEN) {
      notices.add(
          "transfer_time",
          table,
          "min_transfer_time",
          table.cell("min_transfer_time"),
          "不是秒数；按 0",
          "is no number of seconds; taken as 0");
      least = 0;
    }
    for (int a : stops.all(from)) {
      for (int b : stops.all(to)) {
        transfers.add(new TransitTransfer(a, b, least));
      }
    }
  }

  private void assemble() {
    TripTimes times =
        new TripTimes(stops.stops(), firstStop, files.name() + "/stop_times.txt", notices);
    for (Map.Entry<String, Planned> entry : planned.entrySet()) {
      String id = entry.getKey();
      Planned plan = entry.getValue();
      List<Headway> repeated = headways.getOrDefault(id, List.of());
      boolean known = startsKnown.contains(id);
      Optional<TransitTrip> trip =
          times.trip(id, plan.route, plan.calls, known ? List.of() : repeated);
      trip.ifPresent(t -> add(plan.service, t, known ? repeated : List.of()));
    }
    planned.clear();
  }

  /// Adds a trip, or one for each of its exact starts.
  private void add(String service, TransitTrip trip, List<Headway> starts) {
    List<TransitTrip> of = trips.computeIfAbsent(service, _ -> new ArrayList<>());
    if (starts.isEmpty()) {
      of.add(trip);
      tripCount++;
    }
    for (Headway headway : starts) {
      for (int at = headway.from_s(); at < headway.until_s(); at += headway.every_s()) {
        of.add(trip.later(at - trip.departure_s()[0]));
        tripCount++;
      }
    }
  }

  Path path() {
    return files.path();
  }

  List<TransitStop> stops() {
    return stops.stops();
  }

  List<TransitTransfer> transfers() {
    return transfers;
  }

  ServiceDays days() {
    return days;
  }

  int tripCount() {
    return tripCount;
  }

  /// How many trips run on each date.
  void countTrips(Map<LocalDate, Long> into) {
    trips.forEach((service, of) ->
        days.of(service).forEach(date -> into.merge(date, (long) of.size(), Long::sum)));
  }

  /// The trips of a date.
  List<TransitTrip> on(LocalDate date) {
    List<TransitTrip> running = new ArrayList<>();
    trips.forEach((service, of) -> {
      if (days.runs(service, date)) {
        running.addAll(of);
      }
    });
    return running;
  }
}
