package org.ronghe.engines.alarm;

import static org.ronghe.engines.alarm.TimerQueue.LONG_AGO;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;

/// One point: puts its readings in time order and shows each to all its rules.
final class PointWatch {
  final String id;
  final RuleWatch[] rules;
  private final Settings settings;
  private final Tally tally;

  /// Last usable value.
  double value = Double.NaN;

  private long judgedTo_us = LONG_AGO;
  private long newest_us = LONG_AGO;
  private @Nullable Reading last;

  /// Readings not yet judged, oldest first. Short: what one point sends within the lateness.
  private final ArrayList<Reading> waiting = new ArrayList<>(0);

  PointWatch(String id, List<AlarmRule> rules, Settings settings, TimerQueue timers, Tally tally) {
    this.id = id;
    this.settings = settings;
    this.tally = tally;
    this.rules = new RuleWatch[rules.size()];
    for (int i = 0; i < this.rules.length; i++) {
      this.rules[i] = watch(rules.get(i), timers);
    }
  }

  private RuleWatch watch(AlarmRule rule, TimerQueue timers) {
    return switch (rule) {
      case AlarmRule.Limit limit ->
          new ValueWatch(
              this,
              timers,
              rule,
              null,
              new ValueWatch.Band(limit.side(), limit.limit(), limit.hysteresis()));
      case AlarmRule.Rate rate ->
          new ValueWatch(
              this, timers, rule, new SlopeGauge(rate), above(rate.limit(), rate.hysteresis()));
      case AlarmRule.Deviation deviation ->
          new ValueWatch(
              this,
              timers,
              rule,
              Gauge.of(deviation),
              above(deviation.limit(), deviation.hysteresis()));
      case AlarmRule.State state ->
          new ValueWatch(this, timers, rule, Gauge.Codes.of(state), above(0.5, 0));
      case AlarmRule.Stale stale -> new StaleWatch(this, timers, stale);
    };
  }

  private static ValueWatch.Band above(double limit, double hysteresis) {
    return new ValueWatch.Band(AlarmRule.Side.HIGH, limit, hysteresis);
  }

  /// Takes a reading. True when it went into the reorder buffer and waits there.
  boolean accept(Reading reading, long advancedTo_us, Sink sink) {
    long time_us = eventTime_us(reading);
    if (time_us <= judgedTo_us) {
      refuse(reading, time_us == judgedTo_us ? last : null);
      return false;
    }
    if (settings.lateness_us() == 0) {
      judge(time_us, reading, sink);
      tally.evaluated++;
      return false;
    }
    if (!await(time_us, reading)) {
      return false;
    }
    tally.evaluated++;
    newest_us = Math.max(newest_us, time_us);
    drain(Math.max(newest_us, advancedTo_us) - settings.lateness_us(), sink);
    return !waiting.isEmpty();
  }

  /// Judges all that waits up to and including `horizon_us`, then what falls due by then. True when
  /// readings still wait.
  boolean drain(long horizon_us, Sink sink) {
    int judged = 0;
    while (judged < waiting.size() && eventTime_us(waiting.get(judged)) <= horizon_us) {
      Reading reading = waiting.get(judged++);
      judge(eventTime_us(reading), reading, sink);
    }
    waiting.subList(0, judged).clear();
    for (RuleWatch rule : rules) {
      rule.settle(horizon_us, sink);
    }
    return !waiting.isEmpty();
  }

  private long eventTime_us(Reading reading) {
    long source_us = reading.sourceTime_us();
    long receive_us = reading.receiveTime_us();
    return source_us - settings.clockAhead_us() > receive_us ? receive_us : source_us;
  }

  private boolean await(long time_us, Reading reading) {
    int place = waiting.size();
    while (place > 0 && eventTime_us(waiting.get(place - 1)) >= time_us) {
      place--;
    }
    if (place < waiting.size() && eventTime_us(waiting.get(place)) == time_us) {
      refuse(reading, waiting.get(place));
      return false;
    }
    waiting.add(place, reading);
    return true;
  }

  private void refuse(Reading reading, @Nullable Reading there) {
    if (there == null) {
      tally.late++;
    } else if (there.quality() == reading.quality()
        && Double.compare(there.value(), reading.value()) == 0) {
      tally.duplicate++;
    } else {
      tally.conflicting++;
    }
  }

  private void judge(long time_us, Reading reading, Sink sink) {
    for (RuleWatch rule : rules) {
      if (rule.deadline_us <= time_us) {
        rule.settle(time_us, sink);
      }
    }
    judgedTo_us = time_us;
    newest_us = Math.max(newest_us, time_us);
    last = reading;
    double read = reading.value();
    if (usable(reading.quality(), read)) {
      value = read;
      for (RuleWatch rule : rules) {
        rule.judge(time_us, read, sink);
      }
    } else if (settings.unusable() == Settings.Unusable.HOLD) {
      for (RuleWatch rule : rules) {
        rule.suspend();
      }
    }
  }

  private boolean usable(Quality quality, double read) {
    return Double.isFinite(read)
        && !quality.isBad()
        && (settings.uncertainUsable() || quality.isGood());
  }

  /// True when there is anything to remember.
  boolean touched() {
    for (RuleWatch rule : rules) {
      if (!rule.state.equals(AlarmState.NORMAL) || rule.deadline_us != TimerQueue.NEVER) {
        return true;
      }
    }
    return newest_us != LONG_AGO;
  }

  PointSnapshot snapshot() {
    List<RuleSnapshot> kept = new ArrayList<>(rules.length);
    for (RuleWatch rule : rules) {
      kept.add(rule.snapshot());
    }
    Reading judged = last;
    return new PointSnapshot(
        id,
        judgedTo_us,
        newest_us,
        value,
        judged == null ? List.of() : List.of(judged),
        waiting,
        kept);
  }

  /// Takes over the snapshot; true when readings wait.
  boolean restore(PointSnapshot snapshot) {
    judgedTo_us = snapshot.judgedTo_us();
    newest_us = snapshot.newest_us();
    value = snapshot.value();
    last = snapshot.last().isEmpty() ? null : snapshot.last().getFirst();
    waiting.clear();
    waiting.addAll(snapshot.waiting());
    for (RuleSnapshot kept : snapshot.rules()) {
      RuleWatch rule = rule(kept.rule());
      if (rule != null) {
        rule.restore(kept);
      }
    }
    return !waiting.isEmpty();
  }

  @Nullable RuleWatch rule(String ruleId) {
    for (RuleWatch rule : rules) {
      if (rule.rule().id().equals(ruleId)) {
        return rule;
      }
    }
    return null;
  }
}
