package org.ronghe.engines.alarm;

import static org.ronghe.engines.alarm.TimerQueue.NEVER;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule that judges values: limit, rate, deviation, state. A [Gauge] turns the value into the
/// figure to compare; here are the band and the delays.
final class ValueWatch extends RuleWatch {
  private final AlarmRule rule;

  /// Null when the value itself is compared: the common case, kept free of a call and a write.
  private final @Nullable Gauge gauge;

  private final double sign;
  private final double trip;
  private final double release;

  /// Whether the figure is on the wrong side now, before delays.
  private boolean condition;

  /// A running delay was stopped by an unusable reading and starts again with the next usable one.
  private boolean suspended;

  ValueWatch(
      PointWatch point, TimerQueue timers, AlarmRule rule, @Nullable Gauge gauge, Band band) {
    super(point, timers);
    this.rule = rule;
    this.gauge = gauge;
    this.sign = band.side() == AlarmRule.Side.HIGH ? 1 : -1;
    this.trip = sign * band.limit();
    this.release = trip - band.hysteresis();
  }

  /// Wrong beyond `limit`, right again `hysteresis` inside of it.
  record Band(AlarmRule.Side side, double limit, double hysteresis) {}

  @Override
  AlarmRule rule() {
    return rule;
  }

  @Override
  void judge(long time_us, double value, Sink sink) {
    double figure = value;
    if (gauge != null) {
      figure = gauge.measure(time_us, value);
      if (Double.isNaN(figure)) {
        return;
      }
      measured = figure;
    }
    boolean wrong = sign * figure > (condition ? release : trip);
    if (wrong == condition && !suspended) {
      return;
    }
    condition = wrong;
    suspended = false;
    if (condition == state.active()) {
      deadline_us = NEVER;
      return;
    }
    Delays delays = rule.delays();
    deadline_us = time_us + (condition ? delays.on_us() : delays.off_us());
    settle(time_us, sink);
    timers.plan(this);
  }

  @Override
  void settle(long now_us, Sink sink) {
    if (deadline_us > now_us) {
      return;
    }
    long at_us = deadline_us;
    deadline_us = NEVER;
    measured = figure();
    if (condition) {
      raise(at_us, sink);
    } else {
      clear(at_us, sink);
    }
  }

  private double figure() {
    return gauge == null ? point.value : measured;
  }

  @Override
  void suspend() {
    if (deadline_us != NEVER) {
      deadline_us = NEVER;
      suspended = true;
    }
  }

  @Override
  RuleSnapshot snapshot() {
    return new RuleSnapshot(
        rule.id(),
        RuleSnapshot.kind(rule),
        state,
        condition,
        suspended,
        deadline_us,
        changed_us(),
        figure(),
        gauge == null ? List.of() : gauge.memory());
  }

  @Override
  void restore(RuleSnapshot snapshot) {
    restoreState(snapshot);
    condition = state.active();
    if (snapshot.kind().equals(RuleSnapshot.kind(rule))) {
      condition = snapshot.condition();
      suspended = snapshot.suspended();
      deadline_us = snapshot.deadline_us();
      if (gauge != null) {
        gauge.recall(snapshot.memory());
      }
    }
    timers.plan(this);
  }
}
