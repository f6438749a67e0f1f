package org.ronghe.engines.rule;

import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Trace;

/// A trace nobody reads.
final class Silent extends Trace {
  /// For tests on values only: they call no functions that nest.
  static final Silent TRACE = new Silent();

  @Override
  public void table(Object table, @Nullable Object[] inputs, int[] matched, @Nullable Fault fault) {
    // nobody reads it
  }
}
