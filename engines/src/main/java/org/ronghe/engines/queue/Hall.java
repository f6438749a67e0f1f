package org.ronghe.engines.queue;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.measure.Require;

/// A day at a service centre: who comes and which windows are open.
///
/// @param interval_min minutes of one interval, above 0
/// @param kinds each with `intervals()` expected walk-ins
/// @param groups each with `intervals()` window counts; every kind is served by at least one
public record Hall(double interval_min, List<VisitKind> kinds, List<WindowGroup> groups) {
  public Hall {
    kinds = List.copyOf(kinds);
    groups = List.copyOf(groups);
    Require.that(interval_min > 0, "interval_min must be above 0 but is " + interval_min);
    Require.that(!kinds.isEmpty() && !groups.isEmpty(), "a hall has kinds and groups");
    int intervals = kinds.getFirst().walkIns().size();
    Require.that(intervals > 0, "a day has at least one interval");
    for (VisitKind kind : kinds) {
      Require.that(
          kind.walkIns().size() == intervals && kind.appointments().size() <= intervals,
          "kind " + kind.id() + " does not have " + intervals + " intervals");
      Require.that(
          groups.stream().anyMatch(group -> group.kinds().contains(kind.id())),
          "no window serves " + kind.id());
      VisitKind.Transfer transfer = kind.transfer();
      Require.that(
          transfer == null || kinds.stream().anyMatch(to -> to.id().equals(transfer.to())),
          "kind " + kind.id() + " is transferred to a kind that is not there");
    }
    for (WindowGroup group : groups) {
      Require.that(
          group.windows().size() == intervals,
          "group " + group.id() + " does not have " + intervals + " intervals");
    }
  }

  public int intervals() {
    return kinds.getFirst().walkIns().size();
  }

  public double closes_min() {
    return interval_min * intervals();
  }

  /// The same hall with another schedule for one group.
  Hall with(int group, List<Integer> windows) {
    List<WindowGroup> changed = new ArrayList<>(groups);
    changed.set(group, groups.get(group).with(windows));
    return new Hall(interval_min, kinds, changed);
  }
}
