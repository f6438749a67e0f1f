package org.ronghe.engines.reach;

/// Where on the roads someone stands.
public sealed interface Position {
  /// At a junction: every road there may be taken.
  record AtJunction(int node) implements Position {}

  /// Along a stretch, between its junctions.
  ///
  /// @param fraction of the stretch's length from its `from`, above 0 and below 1
  record OnStretch(int stretch, double fraction) implements Position {
    public OnStretch {
      if (!(fraction > 0 && fraction < 1)) {
        throw new IllegalArgumentException("fraction " + fraction);
      }
    }
  }
}
