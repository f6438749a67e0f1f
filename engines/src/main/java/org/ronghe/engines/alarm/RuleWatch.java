package org.ronghe.engines.alarm;

import static org.ronghe.engines.alarm.TimerQueue.LONG_AGO;
import static org.ronghe.engines.alarm.TimerQueue.NEVER;

import java.util.Optional;
import org.ronghe.engines.alarm.AlarmState.AcknowledgedActive;
import org.ronghe.engines.alarm.AlarmState.Normal;
import org.ronghe.engines.alarm.AlarmState.UnacknowledgedActive;
import org.ronghe.engines.alarm.AlarmState.UnacknowledgedReturned;
import org.ronghe.engines.alarm.AlarmTransition.Change;

/// One rule on one point: where its alarm stands and what it waits for.
abstract sealed class RuleWatch permits ValueWatch, StaleWatch {
  final PointWatch point;
  final TimerQueue timers;
  AlarmState state = AlarmState.NORMAL;

  /// When [#settle] has something to do; NEVER when a reading must come first.
  long deadline_us = NEVER;

  /// When the timer queue will look at this rule; NEVER when it holds no live entry.
  long queuedAt_us = NEVER;

  /// Of the last raise or return: no later one is dated before it.
  private long changed_us = LONG_AGO;

  double measured = Double.NaN;

  RuleWatch(PointWatch point, TimerQueue timers) {
    this.point = point;
    this.timers = timers;
  }

  abstract AlarmRule rule();

  /// Does what fell due up to and including `now_us`.
  abstract void settle(long now_us, Sink sink);

  /// Looks at a usable value; what fell due before has been settled.
  abstract void judge(long time_us, double value, Sink sink);

  /// A reading came whose value cannot be used, and the setting is to hold.
  abstract void suspend();

  abstract RuleSnapshot snapshot();

  /// Takes over what `snapshot` remembers; false when it is of another kind of rule, and then only
  /// the alarm's state is taken.
  abstract void restore(RuleSnapshot snapshot);

  final void restoreState(RuleSnapshot snapshot) {
    state = snapshot.state();
    changed_us = snapshot.changed_us();
    measured = snapshot.measured();
  }

  final long changed_us() {
    return changed_us;
  }

  final void raise(long at_us, Sink sink) {
    changed_us = Math.max(at_us, changed_us);
    change(Change.RAISED, new UnacknowledgedActive(changed_us), changed_us, sink);
  }

  final void clear(long at_us, Sink sink) {
    changed_us = Math.max(at_us, changed_us);
    AlarmState to =
        switch (state) {
          case UnacknowledgedActive seen ->
              new UnacknowledgedReturned(seen.raisedAt_us(), changed_us);
          case AcknowledgedActive _ -> AlarmState.NORMAL;
          case UnacknowledgedReturned same -> same;
          case Normal same -> same;
        };
    change(Change.RETURNED, to, changed_us, sink);
  }

  final Optional<AlarmTransition> acknowledge(long at_us) {
    AlarmState to =
        switch (state) {
          case UnacknowledgedActive seen -> new AcknowledgedActive(seen.raisedAt_us(), at_us);
          case UnacknowledgedReturned _ -> AlarmState.NORMAL;
          case AcknowledgedActive same -> same;
          case Normal same -> same;
        };
    if (to.equals(state)) {
      return Optional.empty();
    }
    AlarmTransition transition = transition(Change.ACKNOWLEDGED, to, at_us, Double.NaN);
    state = to;
    return Optional.of(transition);
  }

  private void change(Change change, AlarmState to, long at_us, Sink sink) {
    sink.add(transition(change, to, at_us, measured));
    state = to;
  }

  private AlarmTransition transition(Change change, AlarmState to, long at_us, double figure) {
    return new AlarmTransition(
        point.id, rule().id(), change, state, to, at_us, point.value, figure);
  }
}
