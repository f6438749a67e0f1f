package org.ronghe.engines.site;

/// What a search found out.
public sealed interface SiteAnswer {
  /// Sites, and how good they are.
  ///
  /// @param objective of these sites, in the unit of the question
  /// @param bound no answer is better than this; equal to `objective` when proved
  /// @param optimal proved: no answer is better
  /// @param stopped the host ended the search early
  /// @param sites open ones, ascending
  /// @param assignment for each demand the site that serves it, -1 when none does (MCLP)
  /// @param branches looked at
  record Located(
      double objective,
      double bound,
      boolean optimal,
      boolean stopped,
      int[] sites,
      int[] assignment,
      long branches)
      implements SiteAnswer {

    public double gap() {
      return Standing.gap(objective, bound);
    }
  }

  /// Proved: there is no answer.
  ///
  /// @param demands those concerned; empty when it is about all
  /// @param needed how many sites it would take, 0 when no number would do
  record Impossible(Reason reason, int[] demands, int needed) implements SiteAnswer {}

  /// The host ended the search before there was any answer.
  ///
  /// @param bound proved by then
  record NothingYet(double bound) implements SiteAnswer {}

  /// Why there is no answer.
  enum Reason {
    /// More sites are to be open than may be.
    TOO_FEW_SITES,
    /// More sites are kept than may be open.
    TOO_MANY_KEPT,
    /// Some demands are reached by no site that may be open.
    OUT_OF_REACH,
    /// Every demand is within reach of some site, but not of so few.
    NEEDS_MORE_SITES
  }
}
