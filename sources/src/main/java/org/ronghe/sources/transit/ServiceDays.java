package org.ronghe.sources.transit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.sources.road.RoadFault;

/// On which dates each service of a feed runs: `calendar.txt`, corrected by `calendar_dates.txt`;
/// either may be missing.
final class ServiceDays {
  private static final List<String> WEEK =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final long LONGEST_DAYS = 3660;

  private final Map<String, Set<LocalDate>> days = new HashMap<>();
  private final FeedNotices notices;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  private ServiceDays(FeedNotices notices) {
    this.notices = notices;
  }

  static ServiceDays read(GtfsFiles files, FeedNotices notices) throws RoadFault {
    ServiceDays read = new ServiceDays(notices);
    boolean weeks =
        GtfsTable.each(
            files, "calendar.txt", List.of("service_id", "start_date", "end_date"), read::week);
    boolean dates =
        GtfsTable.each(
            files,
            "calendar_dates.txt",
            List.of("service_id", "date", "exception_type"),
            read::exception);
    if (!weeks && !dates) {
      throw new RoadFault(
          "gtfs-no-calendar",
          files.path() + " 里既没有 calendar.txt 也没有 calendar_dates.txt，不知道哪天开行。",
          files.path() + " has neither calendar.txt nor calendar_dates.txt: no day is known.",
          "也许只打包了一部分文件？",
          "Maybe only some of the files were packed?");
    }
    return read;
  }

  private void week(GtfsTable table) {
    Set<LocalDate> dates = days.computeIfAbsent(table.cell("service_id"), _ -> new HashSet<>());
    LocalDate from = date(table, "start_date");
    LocalDate to = date(table, "end_date");
    if (from == null || to == null) {
      return;
    }
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS) {
      notices.add(
          "service_period",
          table,
          "end_date",
          table.cell("end_date"),
          "早于 start_date 或晚于其十年；此行不用",
          "is before start_date or ten years after it; the row is left out",
          "也许两列写反了？",
          "Maybe the two are swapped?");
      return;
    }
    cover(from);
    cover(to);
    for (DayOfWeek day : DayOfWeek.values()) {
      String column = WEEK.get(day.ordinal());
      String cell = table.cell(column);
      if (cell.equals("1")) {
        LocalDate first =
            from.plusDays(Math.floorMod(day.ordinal() - from.getDayOfWeek().ordinal(), 7));
        for (LocalDate date = first; !date.isAfter(to); date = date.plusWeeks(1)) {
          dates.add(date);
        }
      } else if (!cell.equals("0")) {
        notices.add(
            "service_weekday",
            table,
            column,
            cell,
            "不是 0 或 1；按 0",
            "is neither 0 nor 1; taken as 0");
      }
    }
  }

  private void exception(GtfsTable table) {
    LocalDate date = date(table, "date");
    if (date == null) {
      return;
    }
    cover(date);
    Set<LocalDate> dates = days.computeIfAbsent(table.cell("service_id"), _ -> new HashSet<>());
    switch (table.cell("exception_type")) {
      case "1" -> dates.add(date);
      case "2" -> dates.remove(date);
      default ->
          notices.add(
              "service_exception",
              table,
              "exception_type",
              table.cell("exception_type"),
              "不是 1 或 2；此行不用",
              "is neither 1 nor 2; the row is left out");
    }
  }

  private @Nullable LocalDate date(GtfsTable table, String column) {
    String cell = table.cell(column);
    LocalDate date = GtfsTime.date(cell);
    if (date == null) {
      boolean dashed = cell.matches("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}");
      notices.add(
          "date_malformed",
          table,
          column,
          cell,
          "不是 YYYYMMDD；此行不用",
          "is no YYYYMMDD; the row is left out",
          dashed ? "也许要去掉分隔符？" : "",
          dashed ? "Maybe the separators must go?" : "");
    }
    return date;
  }

  boolean knows(String service) {
    return days.containsKey(service);
  }

  boolean runs(String service, LocalDate date) {
    return days.getOrDefault(service, Set.of()).contains(date);
  }

  Set<LocalDate> of(String service) {
    return days.getOrDefault(service, Set.of());
  }

  private void cover(LocalDate date) {
    first = first == null || date.isBefore(first) ? date : first;
    last = last == null || date.isAfter(last) ? date : last;
  }

  /// The first date the feed says something about.
  Optional<LocalDate> first() {
    return Optional.ofNullable(first);
  }

  /// The last date the feed says something about.
  Optional<LocalDate> last() {
    return Optional.ofNullable(last);
  }
}
