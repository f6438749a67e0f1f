package org.ronghe.engines.queue;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.measure.Require;

/// How many windows of one group each interval needs. A first guess treats each interval as steady
/// ([ErlangC]); days are then played and windows added where people wait, until the lower end of
/// the confidence interval reaches the goal, and taken away again where they are not missed.
public final class Staffing {
  private Staffing() {}

  /// @param share of visits to be called within `within_min`, 0 to below 1
  /// @param most windows there is room for
  /// @param days played per try
  public record Goal(double within_min, double share, int most, int days, long seed) {
    public Goal {
      Require.atLeastZero(within_min, "within_min");
      Require.that(share > 0 && share < 1, "share must be between 0 and 1 but is " + share);
      Require.that(most >= 1, "most must be at least 1 but is " + most);
      Require.that(days >= 2, "days must be at least 2 but is " + days);
    }
  }

  /// @param windows per interval
  /// @param reached false when the goal is out of reach with [Goal#most] windows
  /// @param report the days played with these windows
  public record Plan(List<Integer> windows, boolean reached, HallReport report) {
    public Plan {
      windows = List.copyOf(windows);
    }

    /// Window-intervals, what the plan costs.
    public int total() {
      return windows.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /// @param group index of the group to staff; the others stay as they are
  public static Plan plan(Hall hall, int group, Goal goal) {
    List<Integer> windows = firstGuess(hall, group, goal);
    HallReport report = play(hall, group, windows, goal);
    while (!reached(report, goal)) {
      int where = worst(report, windows, goal.most());
      if (where < 0) {
        return new Plan(windows, false, report);
      }
      windows = changed(windows, where, 1);
      report = play(hall, group, windows, goal);
    }
    for (int i = 0; i < windows.size(); i++) {
      while (windows.get(i) > 1) {
        List<Integer> fewer = changed(windows, i, -1);
        HallReport tried = play(hall, group, fewer, goal);
        if (!reached(tried, goal)) {
          break;
        }
        windows = fewer;
        report = tried;
      }
    }
    return new Plan(windows, true, report);
  }

  private static boolean reached(HallReport report, Goal goal) {
    return report.prompt().low() >= goal.share()
        && report.intervals().stream()
            .noneMatch(interval -> interval.prompt().mean() < goal.share());
  }

  private static HallReport play(Hall hall, int group, List<Integer> windows, Goal goal) {
    return HallSimulation.play(
        hall.with(group, windows), goal.days(), goal.seed(), goal.within_min());
  }

  private static List<Integer> firstGuess(Hall hall, int group, Goal goal) {
    WindowGroup of = hall.groups().get(group);
    List<Integer> windows = new ArrayList<>();
    for (int i = 0; i < hall.intervals(); i++) {
      double visits = 0;
      double minutes = 0;
      for (VisitKind kind : hall.kinds()) {
        if (of.kinds().contains(kind.id())) {
          visits += kind.expected(i);
          minutes += kind.expected(i) * kind.service().mean_min();
        }
      }
      windows.add(
          visits == 0
              ? 1
              : Math.min(
                  goal.most(),
                  ErlangC.windowsFor(
                      minutes / hall.interval_min(),
                      minutes / visits,
                      goal.within_min(),
                      goal.share())));
    }
    return windows;
  }

  /// The interval with room for a window where the fewest are called in time; -1 when none has
  /// room.
  private static int worst(HallReport report, List<Integer> windows, int most) {
    int worst = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < windows.size(); i++) {
      double prompt = report.intervals().get(i).prompt().mean();
      if (windows.get(i) < most && prompt < least) {
        least = prompt;
        worst = i;
      }
    }
    return worst;
  }

  private static List<Integer> changed(List<Integer> windows, int interval, int by) {
    List<Integer> changed = new ArrayList<>(windows);
    changed.set(interval, windows.get(interval) + by);
    return changed;
  }
}
