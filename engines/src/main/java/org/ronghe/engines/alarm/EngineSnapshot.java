package org.ronghe.engines.alarm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that the engine remembers: hand it to a new engine with the same rules and the future is the
/// same.
///
/// @param advancedTo_us how far event time had come
public record EngineSnapshot(long advancedTo_us, List<PointSnapshot> points) {
  public EngineSnapshot {
    points = List.copyOf(points);
  }

  /// A snapshot that knows only the alarms standing, e.g. read back from the desk's own records
  /// after a crash: delays and slopes start afresh, no standing alarm is raised twice.
  public static EngineSnapshot ofStanding(List<StandingAlarm> alarms) {
    Map<String, List<StandingAlarm>> byPoint = new LinkedHashMap<>();
    for (StandingAlarm alarm : alarms) {
      byPoint.computeIfAbsent(alarm.point(), _ -> new ArrayList<>()).add(alarm);
    }
    List<PointSnapshot> points = new ArrayList<>();
    byPoint.forEach((point, standing) ->
        points.add(
            new PointSnapshot(
                point,
                TimerQueue.LONG_AGO,
                TimerQueue.LONG_AGO,
                standing.getFirst().value(),
                List.of(),
                List.of(),
                standing.stream().map(EngineSnapshot::rule).toList())));
    return new EngineSnapshot(TimerQueue.LONG_AGO, points);
  }

  private static RuleSnapshot rule(StandingAlarm alarm) {
    return new RuleSnapshot(
        alarm.rule(),
        "standing",
        alarm.state(),
        alarm.state().active(),
        false,
        TimerQueue.NEVER,
        TimerQueue.LONG_AGO,
        Double.NaN,
        List.of());
  }
}
