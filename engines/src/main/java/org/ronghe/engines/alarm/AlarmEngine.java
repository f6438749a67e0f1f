package org.ronghe.engines.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.model.measure.Require;
import org.ronghe.model.reading.Reading;

/// Watches the readings of many points against their rules. Not thread-safe: one host thread, or
/// one engine per shard of points.
///
/// Time is event time, per point: a reading is judged at its source time, after all that fell due
/// before or at that time. What falls due with no reading to show it (the end of a delay, a
/// silence) is found by [#advance].
///
/// A point's readings are judged in time order. One that is not newer than the last judged changes
/// nothing and is counted ([#counts]). With [Settings#lateness_us] readings wait that long for
/// older ones, and any order of arrival within it gives the same transitions.
public final class AlarmEngine {
  private final Map<String, PointWatch> points;
  private final Settings settings;
  private final TimerQueue timers = new TimerQueue();
  private final Tally tally = new Tally();
  private final Sink sink = new Sink();

  /// Points whose reorder buffer is not empty.
  private final Set<PointWatch> waiting = new LinkedHashSet<>();

  /// Silence rules of points never heard, until event time begins.
  private final List<StaleWatch> unheard = new ArrayList<>();

  private long advancedTo_us = TimerQueue.LONG_AGO;

  /// Watches `rules` by point id. Two rules of a point must not share an id.
  public AlarmEngine(Map<String, List<AlarmRule>> rules, Settings settings) {
    this.settings = settings;
    this.points = HashMap.newHashMap(rules.size());
    rules.forEach((point, ofPoint) -> {
      Require.that(
          ofPoint.stream().map(AlarmRule::id).distinct().count() == ofPoint.size(),
          "two rules of point " + point + " share an id");
      PointWatch watch = new PointWatch(point, ofPoint, settings, timers, tally);
      points.put(point, watch);
      for (RuleWatch rule : watch.rules) {
        if (rule instanceof StaleWatch stale) {
          unheard.add(stale);
        }
      }
    });
  }

  /// Judges a reading. Returns the transitions of its point up to that reading, in time order;
  /// allocates nothing when there are none.
  public List<AlarmTransition> accept(Reading reading) {
    PointWatch point = points.get(reading.point());
    if (point == null) {
      tally.unknown++;
      return List.of();
    }
    if (point.accept(reading, advancedTo_us, sink)) {
      waiting.add(point);
    }
    return sink.take();
  }

  /// Event time has come to `eventTime_us`: every reading up to then less the lateness has been
  /// handed over. Ends delays and finds silences. Going back in time does nothing.
  ///
  /// Should an older reading come all the same and be the newest of its point, it is judged, and
  /// its transitions are dated no earlier than the last of their rule.
  public List<AlarmTransition> advance(long eventTime_us) {
    if (eventTime_us > advancedTo_us) {
      advancedTo_us = eventTime_us;
      long horizon_us = eventTime_us - settings.lateness_us();
      waiting.removeIf(point -> !point.drain(horizon_us, sink));
      for (StaleWatch stale : unheard) {
        if (!stale.listening()) {
          stale.listenFrom(eventTime_us);
        }
      }
      unheard.clear();
      timers.horizon_us = horizon_us;
      timers.settleDue(sink);
    }
    return sink.take();
  }

  /// Someone has seen the alarm. Empty when there is no such rule or nothing to acknowledge.
  public Optional<AlarmTransition> acknowledge(String point, String rule, long at_us) {
    PointWatch watch = points.get(point);
    RuleWatch found = watch == null ? null : watch.rule(rule);
    return found == null ? Optional.empty() : found.acknowledge(at_us);
  }

  /// Where the alarm of `rule` on `point` stands; normal when there is no such rule.
  public AlarmState state(String point, String rule) {
    PointWatch watch = points.get(point);
    RuleWatch found = watch == null ? null : watch.rule(rule);
    return found == null ? AlarmState.NORMAL : found.state;
  }

  /// All alarms that are not normal.
  public List<StandingAlarm> standing() {
    List<StandingAlarm> standing = new ArrayList<>();
    for (PointWatch point : points.values()) {
      for (RuleWatch rule : point.rules) {
        if (!rule.state.equals(AlarmState.NORMAL)) {
          standing.add(new StandingAlarm(point.id, rule.rule().id(), rule.state, point.value));
        }
      }
    }
    return standing;
  }

  /// What became of the readings so far; starts at zero in a restored engine.
  public Counts counts() {
    return tally.counts();
  }

  /// All that is needed to go on elsewhere.
  public EngineSnapshot snapshot() {
    List<PointSnapshot> kept = new ArrayList<>();
    for (PointWatch point : points.values()) {
      if (point.touched()) {
        kept.add(point.snapshot());
      }
    }
    return new EngineSnapshot(advancedTo_us, kept);
  }

  /// Goes on from a snapshot. Call it once, before the first reading. Points and rules that are no
  /// more are left out; new ones start normal; a rule whose figures changed keeps its alarm and
  /// judges by the new figures from the next reading.
  public void restore(EngineSnapshot snapshot) {
    advancedTo_us = snapshot.advancedTo_us();
    timers.horizon_us = advancedTo_us - settings.lateness_us();
    for (PointSnapshot kept : snapshot.points()) {
      PointWatch point = points.get(kept.point());
      if (point != null && point.restore(kept)) {
        waiting.add(point);
      }
    }
  }

  /// Silence before `time_us` is not held against any point: we were not listening (a restart).
  public void listenFrom(long time_us) {
    for (PointWatch point : points.values()) {
      for (RuleWatch rule : point.rules) {
        if (rule instanceof StaleWatch stale) {
          stale.listenFrom(time_us);
        }
      }
    }
  }
}
