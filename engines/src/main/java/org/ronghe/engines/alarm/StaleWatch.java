package org.ronghe.engines.alarm;

import static org.ronghe.engines.alarm.TimerQueue.NEVER;

import java.util.List;

/// Waits for silence. Every usable reading moves the moment of alarm further away.
final class StaleWatch extends RuleWatch {
  private final AlarmRule.Stale rule;
  private final long allowed_us;

  /// When the present silence becomes an alarm; NEVER before the silence is counted.
  private long silentAt_us = NEVER;

  /// When the alarm returns if no new silence comes before; NEVER when it is not returning.
  private long returnAt_us = NEVER;

  StaleWatch(PointWatch point, TimerQueue timers, AlarmRule.Stale rule) {
    super(point, timers);
    this.rule = rule;
    this.allowed_us =
        Math.round(rule.factor() * rule.expectedInterval_us()) + rule.delays().on_us();
  }

  @Override
  AlarmRule rule() {
    return rule;
  }

  /// Counts the silence from `time_us` unless a later start is known; a silence already raised
  /// stays.
  void listenFrom(long time_us) {
    if (!state.active()) {
      silentAt_us =
          silentAt_us == NEVER ? time_us + allowed_us : Math.max(silentAt_us, time_us + allowed_us);
      deadline_us = silentAt_us;
      timers.plan(this);
    }
  }

  boolean listening() {
    return silentAt_us != NEVER;
  }

  @Override
  void judge(long time_us, double value, Sink sink) {
    silentAt_us = time_us + allowed_us;
    if (!state.active()) {
      deadline_us = silentAt_us;
    } else if (silentAt_us <= timers.horizon_us) {
      return; // old news: by now the point is silent again
    } else {
      if (returnAt_us == NEVER) {
        returnAt_us = time_us + rule.delays().off_us();
      }
      deadline_us = Math.min(returnAt_us, silentAt_us);
      settle(time_us, sink);
    }
    timers.plan(this);
  }

  @Override
  void settle(long now_us, Sink sink) {
    while (deadline_us <= now_us) {
      if (!state.active()) {
        deadline_us = NEVER;
        measured = allowed_us / 1e6;
        raise(silentAt_us, sink);
      } else if (returnAt_us <= silentAt_us) {
        long at_us = returnAt_us;
        returnAt_us = NEVER;
        deadline_us = silentAt_us;
        measured = 0;
        clear(at_us, sink);
      } else {
        returnAt_us = NEVER;
        deadline_us = NEVER;
      }
    }
  }

  @Override
  void suspend() {
    // silence goes on: a reading that cannot be used tells nothing
  }

  @Override
  RuleSnapshot snapshot() {
    return new RuleSnapshot(
        rule.id(),
        RuleSnapshot.kind(rule),
        state,
        false,
        false,
        deadline_us,
        changed_us(),
        measured,
        List.of(new Sample(silentAt_us, 0), new Sample(returnAt_us, 0)));
  }

  @Override
  void restore(RuleSnapshot snapshot) {
    restoreState(snapshot);
    if (snapshot.kind().equals(RuleSnapshot.kind(rule)) && snapshot.memory().size() == 2) {
      deadline_us = snapshot.deadline_us();
      silentAt_us = snapshot.memory().get(0).time_us();
      returnAt_us = snapshot.memory().get(1).time_us();
    }
    timers.plan(this);
  }
}
