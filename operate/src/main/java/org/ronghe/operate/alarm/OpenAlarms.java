package org.ronghe.operate.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The alarms that stand, in memory: a copy of the open part of the book. Written by the desk's own
/// thread, read by anyone.
@Component
class OpenAlarms {
  private static final Comparator<AlarmOccurrence> NEWEST_FIRST =
      Comparator.comparing(AlarmOccurrence::raisedAt).thenComparing(AlarmOccurrence::id).reversed();

  private final Map<String, List<AlarmOccurrence>> byPoint = new ConcurrentHashMap<>();

  List<AlarmOccurrence> of(String point) {
    return byPoint.getOrDefault(point, List.of());
  }

  List<AlarmOccurrence> all() {
    return byPoint.values().stream().flatMap(List::stream).sorted(NEWEST_FIRST).toList();
  }

  /// Puts the newest form of an occurrence in the place of the former, or takes it away when it is
  /// closed.
  void put(AlarmOccurrence alarm) {
    byPoint.compute(
        alarm.point(),
        (_, old) -> {
          List<AlarmOccurrence> fresh = new ArrayList<>(old == null ? List.of() : old);
          fresh.removeIf(other -> other.id() == alarm.id());
          if (alarm.open()) {
            fresh.add(alarm);
          }
          return fresh.isEmpty() ? null : List.copyOf(fresh);
        });
  }

  void replace(List<AlarmOccurrence> open) {
    byPoint.clear();
    open.forEach(this::put);
  }
}
