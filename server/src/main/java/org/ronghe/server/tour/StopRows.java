package org.ronghe.server.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ronghe.engines.tour.Stop;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.PlaceTable;
import org.ronghe.sources.tour.TimeOfDay;

/// The stops file: `id,demand` and, if wanted, `service_s,open,close`; the depot is marked in a
/// column `depot` (1) or `kind` (`depot`, `station`, `stop`).
record StopRows(List<String> depots, List<Row> rows) {
  StopRows {
    depots = List.copyOf(depots);
    rows = List.copyOf(rows);
  }

  record Row(String id, double demand, int service_s, int open_s, int close_s) {}

  static StopRows of(PlaceTable table, String file) {
    List<String> ids = table.ids();
    List<String> header = table.header();
    double[] demand = Fleet.take(table.amounts("demand"));
    double[] service =
        header.contains("service_s")
            ? Fleet.take(table.amounts("service_s"))
            : new double[ids.size()];
    List<String> open = texts(table, "open");
    List<String> close = texts(table, "close");
    List<String> kind = texts(table, "kind");
    List<String> depot = texts(table, "depot");
    List<String> depots = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String what = kind(kind.get(i), depot.get(i), ids.get(i), file);
      if (what.equals("depot")) {
        depots.add(ids.get(i));
      } else if (what.equals("stop")) {
        if (Double.isNaN(demand[i])) {
          throw wrong(file, ids.get(i), "demand", "", "没有填写", "is empty");
        }
        int from = time(open.get(i), 0, file, ids.get(i), "open");
        int to = time(close.get(i), Stop.ALWAYS, file, ids.get(i), "close");
        if (to < from) {
          throw wrong(file, ids.get(i), "close", close.get(i), "早于 open", "is before open");
        }
        int stands = Double.isNaN(service[i]) ? 0 : (int) Math.min(1e8, Math.rint(service[i]));
        rows.add(new Row(ids.get(i), demand[i], stands, from, to));
      }
    }
    return marked(depots, rows, file);
  }

  private static StopRows marked(List<String> depots, List<Row> rows, String file) {
    if (depots.size() != 1) {
      throw new Refusal(
          "depot-not-marked",
          file + " 应标出一个车场，实有 " + depots.size() + " 个。",
          file + " must mark one depot, it marks " + depots.size() + ".",
          "加一列 kind，写 depot；或一列 depot，写 1。多个车场请在车队文件里写 start。",
          "Add a column kind with the word depot, or a column depot with a 1. For more depots name"
              + " the start in the fleet file.");
    }
    if (rows.isEmpty()) {
      throw new Refusal("no-stops", file + " 没有停靠点。", file + " has no stops.", "", "");
    }
    return new StopRows(depots, rows);
  }

  private static String kind(String kind, String depot, String id, String file) {
    String mark = depot.strip().toLowerCase(Locale.ROOT);
    if (mark.equals("1") || mark.equals("true") || mark.equals("yes") || mark.equals("是")) {
      return "depot";
    }
    return switch (kind.strip().toLowerCase(Locale.ROOT)) {
      case "depot", "车场" -> "depot";
      case "station", "中转站" -> "station";
      case "", "stop", "停靠点" -> "stop";
      default ->
          throw wrong(
              file, id, "kind", kind, "应为 depot、station 或 stop", "must be depot, station or stop");
    };
  }

  private static List<String> texts(PlaceTable table, String column) {
    return table.header().contains(column)
        ? Fleet.take(table.texts(column))
        : java.util.Collections.nCopies(table.ids().size(), "");
  }

  private static int time(String text, int otherwise, String file, String id, String field) {
    return text.isBlank()
        ? otherwise
        : TimeOfDay.seconds(text)
            .orElseThrow(() ->
                wrong(file, id, field, text, "不是时刻（08:00 或秒）", "is no time (08:00 or seconds)"));
  }

  private static Refusal wrong(
      String file, String id, String field, String value, String zh, String en) {
    return new Refusal(
        "stop-wrong",
        file + " 中 " + id + " 的 " + field + " “" + value + "” " + zh + "。",
        file + ": " + field + " \"" + value + "\" of " + id + " " + en + ".",
        "",
        "");
  }
}
