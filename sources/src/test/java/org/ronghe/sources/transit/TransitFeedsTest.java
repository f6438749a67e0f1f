package org.ronghe.sources.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.transit.Headway;
import org.ronghe.model.transit.TransitDay;
import org.ronghe.model.transit.TransitTransfer;
import org.ronghe.model.transit.TransitTrip;
import org.ronghe.sources.road.RoadFault;

/// Feeds from the plainest to the worst.
class TransitFeedsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @TempDir private Path folder;

  private final Map<String, String> tables =
      new TreeMap<>(
          Map.of(
              "stops.txt",
              """
              \uFEFFstop_id,stop_name,stop_lat,stop_lon
              A,"东村, 口",36.00,113.00
              B,西村,36.00,113.01
              C,县城,36.00,113.03
              """,
              "routes.txt",
              "route_id,route_type\nR,3\n",
              "calendar.txt",
              """
              service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
              W,1,1,1,1,1,0,0,20260301,20260331
              """,
              "trips.txt",
              "route_id,service_id,trip_id\nR,W,T\n",
              "stop_times.txt",
              """
              trip_id,arrival_time,departure_time,stop_id,stop_sequence
              T,7:00:00,07:00:00,A,1
              T,,,B,5
              T,07:30:00,07:31:00,C,9
              """));

  private TransitFeeds read() throws IOException, RoadFault {
    Path feed = Files.createTempDirectory(folder, "feed");
    for (Map.Entry<String, String> table : tables.entrySet()) {
      Files.writeString(feed.resolve(table.getKey()), table.getValue());
    }
    return TransitFeeds.read(List.of(feed));
  }

  private static List<String> codes(TransitFeeds feeds) {
    return feeds.notices().all().stream().map(FeedNotice::code).toList();
  }

  /// B lies a third of the way, so a third of the half hour after A.
  @Test
  void A01_times_left_out_are_filled_in_by_distance() throws IOException, RoadFault {
    TransitTrip trip = read().on(MONDAY).trips().getFirst();

    assertThat(trip.arrival_s()).containsExactly(7 * 3600, 7 * 3600 + 600, 7 * 3600 + 1800);
    assertThat(trip.departure_s()[2]).isEqualTo(7 * 3600 + 1860);
  }

  @Test
  void A02_a_zip_with_a_folder_inside_reads_the_same() throws IOException, RoadFault {
    Path zip = folder.resolve("bus.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> table : tables.entrySet()) {
        packed.putNextEntry(new ZipEntry("county/" + table.getKey()));
        packed.write(table.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(TransitFeeds.read(List.of(zip)).on(MONDAY).trips()).hasSize(1);
  }

  @Test
  void A03_exceptions_add_and_take_away_days() throws IOException, RoadFault {
    tables.put(
        "calendar_dates.txt",
        "service_id,date,exception_type\nW,20260302,2\nW,20260307,1\nW,20260308,7\n");
    TransitFeeds feeds = read();

    assertThat(feeds.on(MONDAY).trips()).isEmpty();
    assertThat(feeds.on(LocalDate.of(2026, 3, 7)).trips()).hasSize(1);
    assertThat(feeds.on(LocalDate.of(2026, 3, 8)).trips()).isEmpty();
    assertThat(codes(feeds)).containsExactly("service_exception");
  }

  @Test
  void A04_calendar_dates_alone_are_enough() throws IOException, RoadFault {
    tables.remove("calendar.txt");
    tables.put("calendar_dates.txt", "service_id,date,exception_type\nW,20260302,1\n");

    assertThat(read().busiest()).contains(MONDAY);
  }

  @Test
  void A05_a_trip_past_midnight_runs_on_into_the_next_day() throws IOException, RoadFault {
    tables.put(
        "stop_times.txt",
        """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        T,23:50:00,23:50:00,A,1
        T,24:20:00,24:20:00,C,2
        """);
    TransitDay saturday = read().on(LocalDate.of(2026, 3, 7));

    assertThat(saturday.trips()).hasSize(1);
    assertThat(saturday.trips().getFirst().arrival_s()).containsExactly(-600, 1200);
  }

  @Test
  void A06_exact_intervals_become_trips_and_others_stay_intervals() throws IOException, RoadFault {
    tables.put("trips.txt", "route_id,service_id,trip_id\nR,W,T\nR,W,U\n");
    tables.merge(
        "stop_times.txt", "U,0:00:00,0:00:00,A,1\nU,0:10:00,0:10:00,B,2\n", String::concat);
    tables.put(
        "frequencies.txt",
        """
        trip_id,start_time,end_time,headway_secs,exact_times
        T,06:00:00,07:00:00,1200,1
        U,06:00:00,07:00:00,900,0
        X,06:00:00,07:00:00,900,0
        U,07:00:00,06:00:00,900,0
        U,08:00:00,09:00:00,0,0
        """);
    TransitFeeds feeds = read();
    List<TransitTrip> trips = feeds.on(MONDAY).trips();

    assertThat(trips).hasSize(4);
    assertThat(trips.stream().map(trip -> trip.departure_s()[0]).limit(3))
        .containsExactly(21_600, 22_800, 24_000);
    assertThat(trips.get(3).headways()).containsExactly(new Headway(21_600, 25_200, 900));
    assertThat(codes(feeds))
        .containsExactly("frequency_without_trip", "frequency_malformed", "frequency_malformed");
  }

  @Test
  void A07_what_is_said_about_a_station_holds_for_its_platforms() throws IOException, RoadFault {
    tables.put(
        "stops.txt",
        """
        stop_id,stop_lat,stop_lon,location_type,parent_station
        A,36.00,113.00,,
        B,36.00,113.01,0,P
        C,36.00,113.03,0,P
        P,36.00,113.02,1,
        """);
    tables.put(
        "transfers.txt",
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nP,A,2,240\nA,P,3,\nA,Z,0,\n");
    TransitFeeds feeds = read();

    assertThat(feeds.on(MONDAY).transfers())
        .containsExactly(
            new TransitTransfer(1, 0, 240),
            new TransitTransfer(2, 0, 240),
            new TransitTransfer(0, 1, TransitTransfer.FORBIDDEN),
            new TransitTransfer(0, 2, TransitTransfer.FORBIDDEN));
    assertThat(codes(feeds)).containsExactly("transfer_without_stop");
  }

  @Test
  void B01_each_bad_row_is_named_and_the_rest_is_used() throws IOException, RoadFault {
    tables.put(
        "stop_times.txt",
        """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        T,07:00:00,07:00:00,A,1
        T,07:10,07:10,B,2
        T,07:20:00,07:20:00,Q,3
        V,07:20:00,07:20:00,A,3
        T,07:20:00,07:20:00,B,x
        T,07:30:00,07:30:00,C,4
        """);
    tables.put("routes.txt", "route_id,route_type\nR,99\n");
    TransitFeeds feeds = read();

    assertThat(feeds.on(MONDAY).trips().getFirst().stop()).containsExactly(0, 1, 2);
    assertThat(codes(feeds))
        .containsExactly(
            "route_type",
            "time_malformed",
            "time_malformed",
            "call_without_stop",
            "call_without_trip",
            "call_sequence");
    FeedNotice notice = feeds.notices().all().get(3);
    assertThat(notice.file()).endsWith("/stop_times.txt");
    assertThat(notice.row()).isEqualTo(4);
    assertThat(notice.field()).isEqualTo("stop_id");
    assertThat(notice.value()).isEqualTo("Q");
  }

  @Test
  void B02_a_trip_that_goes_back_in_time_is_left_out() throws IOException, RoadFault {
    tables.put(
        "stop_times.txt",
        """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        T,23:50:00,23:50:00,A,1
        T,00:20:00,00:20:00,C,2
        """);
    TransitFeeds feeds = read();

    assertThat(feeds.on(MONDAY).trips()).isEmpty();
    assertThat(feeds.notices().all().getFirst().maybeEn()).contains("24:05:00");
  }

  @Test
  void B03_a_day_outside_says_which_days_there_are() throws IOException, RoadFault {
    TransitFeeds feeds = read();

    assertThatThrownBy(() -> feeds.on(LocalDate.of(2026, 5, 1)))
        .isInstanceOf(RoadFault.class)
        .hasMessageContaining("2026-03-01 to 2026-03-31");
  }

  @Test
  void B04_no_calendar_no_stops_no_zip_are_refused() throws IOException {
    tables.remove("calendar.txt");
    assertThatThrownBy(this::read).hasMessageContaining("neither calendar.txt nor");
    tables.put("calendar_dates.txt", "service_id,date,exception_type\nW,20260302,1\n");
    tables.put("stops.txt", "stop_id,lat,stop_lon\nA,1,1\n");
    assertThatThrownBy(this::read).hasMessageContaining("no column stop_lat");
    tables.remove("stops.txt");
    assertThatThrownBy(this::read).hasMessageContaining("has no stops.txt");
    Path noZip = Files.writeString(folder.resolve("x.zip"), "PK no");
    assertThatThrownBy(() -> TransitFeeds.read(List.of(noZip)))
        .hasMessageContaining("is no whole zip file");
  }
}
