package org.ronghe.engines.site.program;

/// Someone who solves a [MixedProgram]; implemented where native code may be loaded.
@FunctionalInterface
public interface ProgramSolver {
  Outcome solve(MixedProgram program);

  /// What became of it.
  sealed interface Outcome {}

  /// @param value of each column
  /// @param bound proved bound on the cost
  /// @param proved no answer costs less, within the tolerance of the solver (1e-6 relative or less)
  record Solved(double[] value, double bound, boolean proved) implements Outcome {}

  /// Proved: there is no answer.
  record Infeasible() implements Outcome {}

  /// The time was up, or someone stopped it, before there was an answer.
  record Unsolved() implements Outcome {}
}
