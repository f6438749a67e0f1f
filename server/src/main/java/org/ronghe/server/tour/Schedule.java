package org.ronghe.server.tour;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.engines.tour.FleetProblem;
import org.ronghe.engines.tour.TourCheck;

/// When each vehicle is where.
///
/// @param load in the unit of the files
public record Schedule(List<Line> lines) {
  public Schedule {
    lines = List.copyOf(lines);
  }

  public record Line(
      int route,
      String vehicle,
      int sequence,
      String kind,
      String id,
      int arrives_s,
      int begins_s,
      int leaves_s,
      double load) {}

  public static Schedule of(
      FleetProblem problem, TourCheck.Report report, List<String> places, int loadScale) {
    List<Line> lines = new ArrayList<>();
    int route = 0;
    for (TourCheck.Driven driven : report.routes()) {
      route++;
      var type = problem.fleet().get(driven.type());
      int at = 0;
      lines.add(
          new Line(
              route,
              type.name(),
              at++,
              "start",
              places.get(type.start()),
              driven.departs(),
              driven.departs(),
              driven.departs(),
              0));
      for (TourCheck.Call call : driven.calls()) {
        lines.add(
            new Line(
                route,
                type.name(),
                at++,
                call.stop() < 0 ? "unload" : "stop",
                places.get(call.place()),
                call.arrives(),
                call.begins(),
                call.leaves(),
                (double) call.load() / loadScale));
      }
      if (type.end() >= 0) {
        lines.add(
            new Line(
                route,
                type.name(),
                at,
                "end",
                places.get(type.end()),
                driven.returns(),
                driven.returns(),
                driven.returns(),
                0));
      }
    }
    return new Schedule(lines);
  }

  /// As CSV, times in seconds since midnight.
  public List<String> csv() {
    List<String> rows = new ArrayList<>();
    rows.add("route,vehicle,sequence,kind,id,arrives_s,begins_s,leaves_s,load");
    for (Line line : lines) {
      rows.add(
          String.join(
              ",",
              String.valueOf(line.route()),
              cell(line.vehicle()),
              String.valueOf(line.sequence()),
              line.kind(),
              cell(line.id()),
              String.valueOf(line.arrives_s()),
              String.valueOf(line.begins_s()),
              String.valueOf(line.leaves_s()),
              SolutionText.cost(line.load(), 1)));
    }
    return rows;
  }

  private static String cell(String text) {
    return text.matches("[^,\"\n\r]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
