package org.ronghe.engines.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.ronghe.model.service.Service;

/// Earliest start and end of each service, the chain that decides the end, and how much the others
/// could be late.
final class Schedule {
  private final List<Service> ordered;
  private final Waits waits;
  private final ToIntFunction<Service> length;
  private final Map<String, Integer> start = new HashMap<>();
  private final Map<String, Integer> finish = new HashMap<>();
  private final Map<String, Integer> wave = new HashMap<>();
  private final Map<String, Integer> latest = new HashMap<>();
  private int end;

  /// @param ordered none before what it waits for
  Schedule(List<Service> ordered, Waits waits, ToIntFunction<Service> length) {
    this.ordered = ordered;
    this.waits = waits;
    this.length = length;
    for (Service service : ordered) {
      int earliest = 0;
      int level = 0;
      for (BundleAnswer.Wait wait : waits.of(service.id())) {
        earliest = Math.max(earliest, finish.getOrDefault(wait.producer(), 0));
        level = Math.max(level, wave.getOrDefault(wait.producer(), 0) + 1);
      }
      start.put(service.id(), earliest);
      finish.put(service.id(), earliest + length.applyAsInt(service));
      wave.put(service.id(), level);
      end = Math.max(end, finish(service.id()));
    }
    for (Service service : ordered.reversed()) {
      int mine = latest.merge(service.id(), end, Math::min);
      for (BundleAnswer.Wait wait : waits.of(service.id())) {
        latest.merge(wait.producer(), mine - length.applyAsInt(service), Math::min);
      }
    }
  }

  int end() {
    return end;
  }

  int start(String service) {
    return start.getOrDefault(service, 0);
  }

  int finish(String service) {
    return finish.getOrDefault(service, 0);
  }

  int wave(String service) {
    return wave.getOrDefault(service, 0);
  }

  int slack(String service) {
    return latest.getOrDefault(service, end) - finish(service);
  }

  /// One chain of services without slack that ends last, from its first to its last.
  List<String> criticalPath() {
    List<String> path = new ArrayList<>();
    String at = null;
    for (Service service : ordered) {
      if (finish(service.id()) == end && (at == null || wave(service.id()) > wave(at))) {
        at = service.id();
      }
    }
    while (at != null) {
      path.addFirst(at);
      String next = null;
      for (BundleAnswer.Wait wait : waits.of(at)) {
        if (finish(wait.producer()) == start(at)) {
          next = wait.producer();
        }
      }
      at = next;
    }
    return path;
  }

  List<BundlePlan.Wave> waves() {
    Map<Integer, Set<String>> services = new LinkedHashMap<>();
    Map<Integer, Set<String>> departments = new LinkedHashMap<>();
    for (Service service : ordered) {
      int level = wave(service.id());
      services.computeIfAbsent(level, _ -> new LinkedHashSet<>()).add(service.id());
      departments.computeIfAbsent(level, _ -> new LinkedHashSet<>()).add(service.department());
    }
    return services.keySet().stream()
        .sorted()
        .map(level ->
            new BundlePlan.Wave(
                List.copyOf(services.getOrDefault(level, Set.of())),
                List.copyOf(departments.getOrDefault(level, Set.of()))))
        .toList();
  }

  int sum() {
    return ordered.stream().mapToInt(length).sum();
  }
}
