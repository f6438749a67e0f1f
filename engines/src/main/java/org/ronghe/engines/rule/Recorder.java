package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Trace;

/// Keeps which tables were asked, with what, and which rules matched.
final class Recorder extends Trace {
  private final List<Fired> fired = new ArrayList<>(4);
  private String decision = "";

  void at(Step step) {
    decision = step instanceof Step.Computed computed ? computed.name() : "";
  }

  List<Fired> fired() {
    return fired;
  }

  @Override
  public void table(Object table, @Nullable Object[] inputs, int[] matched, @Nullable Fault fault) {
    fired.add(new Fired(decision, (TableCode) table, inputs, matched, fault));
  }
}
