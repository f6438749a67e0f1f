package org.ronghe.sources.transit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronghe.model.transit.TransitDay;
import org.ronghe.model.transit.TransitStop;
import org.ronghe.model.transit.TransitTransfer;
import org.ronghe.model.transit.TransitTrip;
import org.ronghe.sources.road.RoadFault;

/// Feeds of several operators as one timetable.
public final class TransitFeeds {
  private static final int DAY_S = 86_400;

  private final List<GtfsFeed> feeds = new ArrayList<>();
  private final List<TransitStop> stops = new ArrayList<>();
  private final FeedNotices notices = new FeedNotices();

  private TransitFeeds() {}

  /// @param paths zip files or folders
  /// @throws RoadFault when one of them cannot be used at all
  public static TransitFeeds read(List<Path> paths) throws RoadFault {
    TransitFeeds read = new TransitFeeds();
    for (Path path : paths) {
      GtfsFeed feed = GtfsFeed.read(path, read.stops.size(), read.notices);
      read.stops.addAll(feed.stops());
      read.feeds.add(feed);
    }
    return read;
  }

  public FeedNotices notices() {
    return notices;
  }

  /// All trips, whatever day they run.
  public int tripCount() {
    return feeds.stream().mapToInt(GtfsFeed::tripCount).sum();
  }

  /// What runs on a date, and what began the day before and runs past midnight.
  ///
  /// @throws RoadFault when a feed says nothing about the date: it names the dates it covers
  public TransitDay on(LocalDate date) throws RoadFault {
    List<TransitTrip> trips = new ArrayList<>();
    List<TransitTransfer> transfers = new ArrayList<>();
    for (GtfsFeed feed : feeds) {
      covered(feed, date);
      trips.addAll(feed.on(date));
      for (TransitTrip trip : feed.on(date.minusDays(1))) {
        boolean late =
            trip.arrival_s()[trip.stop().length - 1] > DAY_S
                || trip.headways().stream().anyMatch(h -> h.until_s() > DAY_S);
        if (late) {
          trips.add(trip.later(-DAY_S));
        }
      }
      transfers.addAll(feed.transfers());
    }
    return new TransitDay(stops, trips, transfers);
  }

  private static void covered(GtfsFeed feed, LocalDate date) throws RoadFault {
    LocalDate first = feed.days().first().orElse(null);
    LocalDate last = feed.days().last().orElse(null);
    if (first == null || last == null) {
      throw new RoadFault(
          "gtfs-never-runs",
          feed.path() + " 里没有任何一天开行。",
          feed.path() + " runs on no day at all.",
          "也许 calendar.txt 各天都是 0，或日期写错了？",
          "Maybe every weekday of calendar.txt is 0, or the dates are wrong?");
    }
    if (date.isBefore(first) || date.isAfter(last)) {
      throw new RoadFault(
          "gtfs-date-outside",
          "%s 不含 %s：它的日期从 %s 到 %s。".formatted(feed.path(), date, first, last),
          "%s says nothing about %s: it covers %s to %s.".formatted(feed.path(), date, first, last),
          "请用 --date 选这段日期里的一天。",
          "Choose a day of these with --date.");
    }
  }

  /// The date all feeds cover on which most trips run; the earliest of several. None when no date
  /// is covered by all of them.
  public Optional<LocalDate> busiest() {
    Map<LocalDate, Long> counts = new TreeMap<>();
    feeds.forEach(feed -> feed.countTrips(counts));
    return counts.entrySet().stream()
        .filter(entry -> feeds.stream().allMatch(feed -> covers(feed, entry.getKey())))
        .max(
            Map.Entry.<LocalDate, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  private static boolean covers(GtfsFeed feed, LocalDate date) {
    return feed.days().first().filter(first -> !date.isBefore(first)).isPresent()
        && feed.days().last().filter(last -> !date.isAfter(last)).isPresent();
  }

  /// What each feed covers, for people.
  public String coverage() {
    return String.join(
        "; ",
        feeds.stream()
            .map(feed ->
                "%s %s–%s"
                    .formatted(
                        feed.path(),
                        feed.days().first().map(LocalDate::toString).orElse("–"),
                        feed.days().last().map(LocalDate::toString).orElse("–")))
            .toList());
  }
}
