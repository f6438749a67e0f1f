package org.ronghe.engines.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ronghe.model.measure.Require;

/// Plays many independent days of a hall.
public final class HallSimulation {
  private HallSimulation() {}

  /// @param days at least 2, for an interval of confidence
  /// @param within_min the wait that counts as prompt
  public static HallReport play(Hall hall, int days, long seed, double within_min) {
    Require.that(days >= 2, "days must be at least 2 but is " + days);
    List<DayRecord> records = new ArrayList<>(days);
    for (int day = 0; day < days; day++) {
      records.add(new HallDay(hall, seed * 1_000_003L + day).play());
    }
    List<HallReport.KindReport> kinds = new ArrayList<>();
    for (int k = 0; k < hall.kinds().size(); k++) {
      int kind = k;
      kinds.add(
          new HallReport.KindReport(
              hall.kinds().get(k).id(),
              over(records, day -> day.came[kind]),
              over(records, day -> day.left[kind]),
              over(records, day -> day.missed[kind]),
              over(records, day -> day.waits[kind].mean()),
              over(records, day -> day.waits[kind].quantile(0.9)),
              over(records, day -> day.waits[kind].share(within_min))));
    }
    List<HallReport.IntervalReport> intervals = new ArrayList<>();
    for (int i = 0; i < hall.intervals(); i++) {
      int interval = i;
      intervals.add(
          new HallReport.IntervalReport(
              i * hall.interval_min(),
              over(records, day -> day.waitsByInterval[interval].mean()),
              over(records, day -> day.waitsByInterval[interval].share(within_min))));
    }
    List<HallReport.GroupReport> groups = new ArrayList<>();
    for (int g = 0; g < hall.groups().size(); g++) {
      int group = g;
      groups.add(
          new HallReport.GroupReport(
              hall.groups().get(g).id(),
              over(
                  records,
                  day ->
                      day.open_min[group] == 0
                          ? Double.NaN
                          : day.busy_min[group] / day.open_min[group])));
    }
    return new HallReport(
        days,
        within_min,
        over(records, HallSimulation::meanWait),
        over(records, day -> share(day, within_min)),
        over(records, day -> Math.max(0, day.lastLeaves_min - hall.closes_min())),
        kinds,
        groups,
        intervals);
  }

  private static double meanWait(DayRecord day) {
    double sum = 0;
    int visits = 0;
    for (DayRecord.Waits waits : day.waits) {
      sum += waits.sum();
      visits += waits.size();
    }
    return visits == 0 ? Double.NaN : sum / visits;
  }

  private static double share(DayRecord day, double within_min) {
    int within = 0;
    int visits = 0;
    for (int k = 0; k < day.waits.length; k++) {
      within += day.waits[k].within(within_min);
      visits += day.waits[k].size() + day.left[k];
    }
    return visits == 0 ? Double.NaN : within / (double) visits;
  }

  private static Estimate over(List<DayRecord> days, ToDoubleFunction<DayRecord> measure) {
    return Estimate.of(days.stream().mapToDouble(measure).toArray());
  }
}
