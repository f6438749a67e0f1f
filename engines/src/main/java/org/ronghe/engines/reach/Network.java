package org.ronghe.engines.reach;

import org.ronghe.model.road.RoadGraph;

/// The roads as the searches see them, and how positions are tied to them.
///
/// A position on a stretch splits it: what is left to each end is what the whole takes less what
/// was done, so that the parts always add up to the whole.
public sealed interface Network permits JunctionNetwork, TurnNetwork {
  /// Junctions are the nodes; turn restrictions are not seen.
  static Network ofJunctions(RoadGraph roads) {
    return new JunctionNetwork(roads);
  }

  /// Directed stretches are the nodes; forbidden turns are not taken.
  static Network ofTurns(RoadGraph roads) {
    return new TurnNetwork(roads);
  }

  RoadGraph roads();

  /// How many nodes the searches see.
  int nodeCount();

  /// The way from one to the other that stays on one stretch, or [Cost#UNREACHABLE].
  default long direct(Position from, Position to) {
    RoadGraph roads = roads();
    if (from.equals(to)) {
      return 0;
    }
    return switch (from) {
      case Position.AtJunction(int node) ->
          switch (to) {
            case Position.AtJunction _ -> Cost.UNREACHABLE;
            case Position.OnStretch(int stretch, double fraction) ->
                Math.min(
                    roads.from(stretch) == node
                        ? Parts.done(roads, 2 * stretch, fraction)
                        : Cost.UNREACHABLE,
                    roads.to(stretch) == node
                        ? Parts.done(roads, 2 * stretch + 1, fraction)
                        : Cost.UNREACHABLE);
          };
      case Position.OnStretch(int stretch, double fraction) ->
          switch (to) {
            case Position.AtJunction _ -> Cost.UNREACHABLE;
            case Position.OnStretch(int other, double otherFraction) ->
                stretch == other
                    ? Parts.between(roads, stretch, fraction, otherFraction)
                    : Cost.UNREACHABLE;
          };
    };
  }

  /// What is searched; of the package.
  Arcs arcs();

  /// Where a search that starts at a position begins.
  Anchors leaving(Position position);

  /// From where a position is arrived at.
  Anchors arriving(Position position);
}
