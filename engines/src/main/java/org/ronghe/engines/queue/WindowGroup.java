package org.ronghe.engines.queue;

import java.util.List;
import java.util.Set;
import org.ronghe.model.measure.Require;

/// Windows that can do the same kinds of visit.
///
/// @param id stable, e.g. 综合窗口
/// @param kinds ids of the kinds they serve, at least one
/// @param windows open windows per interval, each at least 0
public record WindowGroup(String id, Set<String> kinds, List<Integer> windows) {
  public WindowGroup {
    Require.filled(id, "id");
    kinds = Set.copyOf(kinds);
    windows = List.copyOf(windows);
    Require.that(!kinds.isEmpty(), "group " + id + " serves nothing");
    Require.that(windows.stream().allMatch(open -> open >= 0), "windows of " + id + " below 0");
  }

  /// The same group with another schedule.
  WindowGroup with(List<Integer> schedule) {
    return new WindowGroup(id, kinds, schedule);
  }
}
