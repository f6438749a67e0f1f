package org.ronghe.engines.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers the transitions of one call; costs nothing when there are none.
final class Sink {
  private static final Comparator<AlarmTransition> IN_TIME =
      Comparator.comparingLong(AlarmTransition::at_us)
          .thenComparing(AlarmTransition::point)
          .thenComparing(AlarmTransition::rule);

  private final ArrayList<AlarmTransition> gathered = new ArrayList<>();

  void add(AlarmTransition transition) {
    gathered.add(transition);
  }

  /// The transitions in time order; a rule's own transitions keep their order.
  List<AlarmTransition> take() {
    if (gathered.isEmpty()) {
      return List.of();
    }
    if (gathered.size() > 1) {
      gathered.sort(IN_TIME);
    }
    List<AlarmTransition> taken = List.copyOf(gathered);
    gathered.clear();
    return taken;
  }
}
