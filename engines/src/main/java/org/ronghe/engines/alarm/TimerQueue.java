package org.ronghe.engines.alarm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Deadlines of all rules, earliest first. An entry may be out of date: the rule's own deadline
/// decides when it comes up, so moving a deadline later (every reading does, for staleness) costs
/// nothing.
final class TimerQueue {
  static final long NEVER = Long.MAX_VALUE;
  static final long LONG_AGO = Long.MIN_VALUE / 4;

  /// Event time up to which the host has handed over all readings.
  long horizon_us = LONG_AGO;

  private long[] times = new long[64];
  private @Nullable RuleWatch[] watches = new RuleWatch[64];
  private int size;

  /// Makes sure `watch` comes up at its deadline or before.
  void plan(RuleWatch watch) {
    if (watch.deadline_us < watch.queuedAt_us) {
      watch.queuedAt_us = watch.deadline_us;
      push(watch.deadline_us, watch);
    }
  }

  /// Settles every rule whose deadline is at or before the horizon.
  void settleDue(Sink sink) {
    while (size > 0 && times[0] <= horizon_us) {
      long time = times[0];
      RuleWatch watch = pop();
      if (watch != null && watch.queuedAt_us == time) {
        watch.queuedAt_us = NEVER;
        watch.settle(horizon_us, sink);
        plan(watch);
      }
    }
  }

  private void push(long time, RuleWatch watch) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      watches = Arrays.copyOf(watches, size * 2);
    }
    int i = size++;
    while (i > 0 && times[(i - 1) / 2] > time) {
      int parent = (i - 1) / 2;
      times[i] = times[parent];
      watches[i] = watches[parent];
      i = parent;
    }
    times[i] = time;
    watches[i] = watch;
  }

  private @Nullable RuleWatch pop() {
    RuleWatch top = watches[0];
    size--;
    long time = times[size];
    RuleWatch last = watches[size];
    watches[size] = null;
    int i = 0;
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && times[child + 1] < times[child]) {
        child++;
      }
      if (times[child] >= time) {
        break;
      }
      times[i] = times[child];
      watches[i] = watches[child];
      i = child;
    }
    if (size > 0) {
      times[i] = time;
      watches[i] = last;
    }
    return top;
  }
}
