package org.ronghe.engines.rule.feel;

import org.jspecify.annotations.Nullable;

/// What an evaluation leaves behind for its explanation.
public abstract class Trace {
  private static final int DEEPEST = 800;
  private int depth;

  /// Told by each table that was asked.
  ///
  /// @param table the table's own object
  /// @param inputs the values of its input columns
  /// @param matched the rules that matched, from 0, in their order
  /// @param fault what was wrong, e.g. several rules matched and only one may; null for nothing
  public abstract void table(
      Object table, @Nullable Object[] inputs, int[] matched, @Nullable Fault fault);

  /// Why a table gave no answer.
  public enum Fault {
    /// A value is not among the allowed values of its input column.
    INPUT_NOT_ALLOWED,
    /// Hit policy UNIQUE and several rules matched.
    SEVERAL_MATCH,
    /// Hit policy ANY and the rules that matched differ.
    OUTPUTS_DIFFER
  }

  /// Enters a call; false when calls are nested too deeply.
  boolean enter() {
    return ++depth <= DEEPEST;
  }

  void leave() {
    depth--;
  }
}
