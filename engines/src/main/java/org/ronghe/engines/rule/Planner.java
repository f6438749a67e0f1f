package org.ronghe.engines.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts what a decision requires before it.
final class Planner {
  private final Map<String, Step> steps;
  private final Set<String> done = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private boolean circle;

  Planner(Map<String, Step> steps) {
    this.steps = steps;
  }

  /// Treats these as given: they are not computed.
  Planner given(Iterable<String> names) {
    names.forEach(done::add);
    return this;
  }

  boolean circle() {
    return circle;
  }

  /// Appends the steps to `order`; false when something required is broken, missing or in a circle.
  boolean order(String name, List<Step> order) {
    if (done.contains(name)) {
      return true;
    }
    Step step = steps.get(name);
    if (step == null || !step.sound()) {
      return false;
    }
    if (!open.add(name)) {
      circle = !(step instanceof Step.Computed computed) || !computed.knowledge();
      return !circle;
    }
    for (String required : step.requires()) {
      if (!order(required, order)) {
        return false;
      }
    }
    open.remove(name);
    done.add(name);
    order.add(step);
    return true;
  }
}
