package org.ronghe.operate.alarm;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.engines.alarm.AlarmEngine;
import org.ronghe.engines.alarm.AlarmRule;
import org.ronghe.engines.alarm.AlarmTransition;
import org.ronghe.engines.alarm.EngineSnapshot;
import org.ronghe.engines.alarm.Settings;
import org.ronghe.model.reading.Reading;

/// The engine on two clocks: points of the county move with the day, points of replayed logs only
/// with their own readings, for theirs are days long gone. A log therefore raises what it would
/// have raised then, however fast it is played; a delay or silence that outlasts its last reading
/// is not judged.
final class DeskEngine {
  private final AlarmEngine county;
  private final AlarmEngine logs;
  private final Map<String, List<AlarmRule>> logRules;

  DeskEngine(Map<String, List<AlarmRule>> countyRules, Map<String, List<AlarmRule>> logRules) {
    this(
        new AlarmEngine(countyRules, Settings.STANDARD),
        new AlarmEngine(logRules, Settings.STANDARD),
        logRules);
  }

  private DeskEngine(AlarmEngine county, AlarmEngine logs, Map<String, List<AlarmRule>> logRules) {
    this.county = county;
    this.logs = logs;
    this.logRules = logRules;
  }

  List<AlarmTransition> accept(Reading reading) {
    return (logRules.containsKey(reading.point()) ? logs : county).accept(reading);
  }

  /// The day has come to this time.
  List<AlarmTransition> advance(long time_us) {
    return county.advance(time_us);
  }

  /// Goes on where the former one stood.
  void takeOver(DeskEngine former) {
    county.restore(former.county.snapshot());
    logs.restore(former.logs.snapshot());
  }

  /// The same desk to which these points of logs are new.
  DeskEngine without(Set<String> points) {
    AlarmEngine fresh = new AlarmEngine(logRules, Settings.STANDARD);
    EngineSnapshot known = logs.snapshot();
    fresh.restore(
        new EngineSnapshot(
            known.advancedTo_us(),
            known.points().stream().filter(one -> !points.contains(one.point())).toList()));
    return new DeskEngine(county, fresh, logRules);
  }

  /// Of these points those that belong to logs and have rules.
  Set<String> ofLogs(Set<String> ids) {
    return ids.stream().filter(logRules::containsKey).collect(toSet());
  }

  /// Picks up what stands in the book; each engine takes what is of its points.
  void takeOver(EngineSnapshot standing) {
    county.restore(standing);
    logs.restore(standing);
  }

  void listenFrom(long time_us) {
    county.listenFrom(time_us);
  }
}
