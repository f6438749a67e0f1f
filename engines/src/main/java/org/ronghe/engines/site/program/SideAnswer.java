package org.ronghe.engines.site.program;

/// What a solver found for a [SidePlan].
public sealed interface SideAnswer {
  /// @param objective of this plan, in the unit of the question
  /// @param bound no plan is better
  /// @param optimal proved, within the tolerance of the solver
  /// @param standing `[phase][facility]` whether it stands at the end of the phase
  /// @param share `[phase][service][demand * sites + site]` how much of a demand the site serves
  /// @param merged which of the merges happen, by the end
  /// @param cost of building, closing and merging
  record Planned(
      double objective,
      double bound,
      boolean optimal,
      boolean[][] standing,
      double[][][] share,
      boolean[] merged,
      double cost)
      implements SideAnswer {}

  /// Proved: no plan keeps to all limits.
  record Infeasible() implements SideAnswer {}

  /// No plan was found in time.
  record NothingYet() implements SideAnswer {}
}
