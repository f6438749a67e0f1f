package org.ronghe.engines.tour;

import java.util.List;

/// Who drives where.
///
/// @param routes one per vehicle that drives
/// @param rounds how many plans the search has built
public record Tour(List<Route> routes, double cost, long rounds) {
  public Tour {
    routes = List.copyOf(routes);
  }

  /// @param type index of the vehicle's type in the fleet
  public record Route(int type, List<Step> steps) {
    public Route {
      steps = List.copyOf(steps);
    }
  }
}
