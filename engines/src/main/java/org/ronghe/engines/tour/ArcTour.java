package org.ronghe.engines.tour;

import java.util.List;

/// Which vehicle serves which streets and corners, in which order and direction.
public record ArcTour(List<List<Task>> routes, long cost, long rounds) {
  public ArcTour {
    routes = routes.stream().map(List::copyOf).toList();
  }

  /// Something that is served.
  public sealed interface Task {
    /// @param street index in the problem
    /// @param backwards from `to` to `from`
    record Along(int street, boolean backwards) implements Task {}

    /// @param corner index in the problem
    record At(int corner) implements Task {}
  }
}
