package org.ronghe.engines.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Service;

/// Who waits for whose output, found from inputs, materials and outputs alone.
final class Waits {
  private final Map<String, List<BundleAnswer.Wait>> waits = new LinkedHashMap<>();

  Waits(List<Service> services) {
    for (Service service : services) {
      Set<BundleAnswer.Wait> found = new LinkedHashSet<>();
      for (LicenceUse input : service.inputs()) {
        find(services, service, input.licence(), input.of(), found);
      }
      for (Material material : service.materials()) {
        for (String licence : material.licences()) {
          find(services, service, licence, material.of(), found);
        }
      }
      waits.put(service.id(), List.copyOf(found));
    }
  }

  /// A licence of the same role that another service of the bundle gives. What a service both needs
  /// and renews itself (a register page it changes) it has in hand: that is no wait.
  private static void find(
      List<Service> services,
      Service service,
      String licence,
      String of,
      Set<BundleAnswer.Wait> found) {
    if (gives(service, licence, of)) {
      return;
    }
    for (Service other : services) {
      if (other != service && gives(other, licence, of)) {
        found.add(new BundleAnswer.Wait(service.id(), other.id(), licence));
      }
    }
  }

  static boolean gives(Service service, String licence, String of) {
    return service.outputs().stream()
        .anyMatch(output -> output.licence().equals(licence) && output.of().equals(of));
  }

  List<BundleAnswer.Wait> of(String service) {
    return waits.getOrDefault(service, List.of());
  }

  /// All services `service` waits for, directly or not.
  Set<String> before(String service) {
    Set<String> all = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(service));
    while (!open.isEmpty()) {
      for (BundleAnswer.Wait wait : of(open.removeLast())) {
        if (all.add(wait.producer())) {
          open.add(wait.producer());
        }
      }
    }
    return all;
  }

  /// The order of `services` changed as little as possible so that none comes before what it waits
  /// for; empty when they wait in a circle.
  Optional<List<Service>> order(List<Service> services) {
    List<Service> left = new ArrayList<>(services);
    List<Service> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    while (!left.isEmpty()) {
      Optional<Service> next =
          left.stream()
              .filter(one -> of(one.id()).stream().allMatch(wait -> done.contains(wait.producer())))
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      left.remove(next.get());
      ordered.add(next.get());
      done.add(next.get().id());
    }
    return Optional.of(ordered);
  }

  /// A circle, when there is one: each waits for the next, the last for the first.
  List<BundleAnswer.Wait> circle() {
    for (String start : waits.keySet()) {
      if (before(start).contains(start)) {
        return circleFrom(start);
      }
    }
    return List.of();
  }

  /// The shortest way from `start` back to it.
  private List<BundleAnswer.Wait> circleFrom(String start) {
    Map<String, BundleAnswer.Wait> reachedBy = new LinkedHashMap<>();
    List<String> ring = List.of(start);
    while (!reachedBy.containsKey(start)) {
      List<String> next = new ArrayList<>();
      for (String service : ring) {
        for (BundleAnswer.Wait wait : of(service)) {
          if (reachedBy.putIfAbsent(wait.producer(), wait) == null) {
            next.add(wait.producer());
          }
        }
      }
      ring = next;
    }
    List<BundleAnswer.Wait> circle = new ArrayList<>();
    String at = start;
    do {
      BundleAnswer.Wait wait = reachedBy.get(at);
      if (wait == null) {
        return List.copyOf(circle);
      }
      circle.addFirst(wait);
      at = wait.service();
    } while (!at.equals(start));
    return circle;
  }
}
