package org.ronghe.engines.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Frame;

/// What was decided and why. Made cheaply: the lists are put together when they are asked for.
public final class Outcome {
  private final Step[] order;
  private final Frame frame;
  private final List<Fired> fired;

  Outcome(Step[] order, Frame frame, List<Fired> fired) {
    this.order = order;
    this.frame = frame;
    this.fired = fired;
  }

  /// The answer, a FEEL value.
  public @Nullable Object value() {
    return frame.get(order[order.length - 1].slot());
  }

  /// The value of every decision on the way and of the asked one, in order.
  public Map<String, @Nullable Object> decided() {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (Step step : order) {
      if (step instanceof Step.Computed computed && !computed.knowledge()) {
        result.put(computed.name(), frame.get(step.slot()));
      }
    }
    return Collections.unmodifiableMap(result);
  }

  /// Every table that was asked, in order.
  public List<Fired> fired() {
    return Collections.unmodifiableList(fired);
  }

  /// The value of one decision on the way; null also when it was not made.
  public @Nullable Object value(String decision) {
    for (Step step : order) {
      if (step instanceof Step.Computed computed && computed.name().equals(decision)) {
        return frame.get(step.slot());
      }
    }
    return null;
  }

  /// Whether this decision was made on the way.
  public boolean made(String decision) {
    for (Step step : order) {
      if (step instanceof Step.Computed computed && computed.name().equals(decision)) {
        return true;
      }
    }
    return false;
  }
}
