package org.ronghe.sources.transit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.transit.TransitStop;
import org.ronghe.sources.road.RoadFault;

/// `stops.txt`: stops, platforms and the stations they belong to.
final class StopTable {
  private final FeedNotices notices;
  private final int firstNumber;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<Integer>> platforms = new HashMap<>();
  private final Map<String, String> elsewhere = new HashMap<>();
  private final List<TransitStop> stops = new ArrayList<>();

  private StopTable(FeedNotices notices, int firstNumber) {
    this.notices = notices;
    this.firstNumber = firstNumber;
  }

  /// @param firstNumber the number the first stop gets
  static StopTable read(GtfsFiles files, int firstNumber, FeedNotices notices) throws RoadFault {
    StopTable read = new StopTable(notices, firstNumber);
    boolean there =
        GtfsTable.each(files, "stops.txt", List.of("stop_id", "stop_lat", "stop_lon"), read::row);
    if (!there || read.stops.isEmpty()) {
      throw GtfsFeed.missing(files, "stops.txt");
    }
    return read;
  }

  private void row(GtfsTable table) {
    String id = table.cell("stop_id");
    String type = table.cell("location_type");
    if (id.isEmpty() || numbers.containsKey(id) || elsewhere.containsKey(id)) {
      notices.add(
          id.isEmpty() ? "stop_without_id" : "stop_twice",
          table,
          "stop_id",
          id,
          id.isEmpty() ? "为空；此行不用" : "重复；用先出现的",
          id.isEmpty() ? "is empty; the row is left out" : "is there twice; the first one counts");
      return;
    }
    if (!type.isEmpty() && !type.equals("0")) {
      elsewhere.put(id, type);
      return;
    }
    double lat = degrees(table, "stop_lat", 90);
    double lon = degrees(table, "stop_lon", 180);
    if (Double.isNaN(lat) || Double.isNaN(lon)) {
      return;
    }
    if (lat == 0 && lon == 0) {
      notices.add(
          "stop_at_zero",
          table,
          "stop_lat",
          table.cell("stop_lat"),
          "和 stop_lon 都是 0；此站不用",
          "and stop_lon are both 0; the stop is left out",
          "也许坐标没有填？",
          "Maybe the place was never filled in?");
      return;
    }
    int number = firstNumber + stops.size();
    numbers.put(id, number);
    String parent = table.cell("parent_station");
    stops.add(new TransitStop(id, lon, lat, parent));
    if (!parent.isEmpty()) {
      platforms.computeIfAbsent(parent, _ -> new ArrayList<>()).add(number);
    }
  }

  private double degrees(GtfsTable table, String column, double most) {
    String cell = table.cell(column);
    double value;
    try {
      value = Double.parseDouble(cell);
    } catch (NumberFormatException _) {
      value = Double.NaN;
    }
    if (!(Math.abs(value) <= most)) {
      boolean swapped = column.equals("stop_lat") && Math.abs(value) <= 180;
      boolean metres = Math.abs(value) > 180;
      notices.add(
          "stop_place",
          table,
          column,
          cell,
          "不是经纬度；此站不用",
          "is no degree; the stop is left out",
          swapped ? "也许经纬度写反了？" : metres ? "也许是以米为单位的投影坐标？" : "",
          swapped
              ? "Maybe lon and lat are swapped?"
              : metres ? "Maybe it is projected, in metres?" : "");
      return Double.NaN;
    }
    return value;
  }

  List<TransitStop> stops() {
    return stops;
  }

  /// The number of a stop, or -1.
  int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  /// The stop itself, or the platforms of the station.
  List<Integer> all(String id) {
    int number = number(id);
    return number >= 0 ? List.of(number) : platforms.getOrDefault(id, List.of());
  }

  boolean isStation(String id) {
    return elsewhere.containsKey(id);
  }
}
