package org.ronghe.sources.transit;

import java.util.List;
import org.ronghe.sources.road.RoadFault;

/// `routes.txt`: looked at for kinds of vehicle nobody knows. Travel times do not depend on them.
final class RouteTable {
  private final GtfsFiles files;
  private final FeedNotices notices;

  RouteTable(GtfsFiles files, FeedNotices notices) {
    this.files = files;
    this.notices = notices;
  }

  void check() throws RoadFault {
    if (!GtfsTable.each(files, "routes.txt", List.of("route_id"), this::row)) {
      notices.add(
          new FeedNotice(
              "routes_missing",
              files.name() + "/routes.txt",
              0,
              "",
              "",
              "没有这个文件；班次照用",
              "is missing; the trips are used all the same",
              "",
              ""));
    }
  }

  private void row(GtfsTable table) {
    String type = table.cell("route_type");
    if (!isKnown(type)) {
      notices.add(
          "route_type",
          table,
          "route_type",
          type,
          "不是已知的车种；按公交",
          "is no known kind of vehicle; taken as a bus");
    }
  }

  /// The basic types, and the hundreds of the extended ones.
  private static boolean isKnown(String type) {
    if (!type.matches("\\d{1,4}")) {
      return false;
    }
    int number = Integer.parseInt(type);
    return number <= 7 || number == 11 || number == 12 || number >= 100 && number < 1800;
  }
}
