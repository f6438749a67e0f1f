package org.ronghe.engines.tour;

import java.util.List;

/// Stops to be called at, and the vehicles there are.
public record FleetProblem(Ways ways, List<Stop> stops, List<VehicleType> fleet) {
  public FleetProblem {
    stops = List.copyOf(stops);
    fleet = List.copyOf(fleet);
    if (stops.isEmpty() || fleet.isEmpty()) {
      throw new IllegalArgumentException("a problem has stops and vehicles");
    }
  }

  /// Vehicles of all types together.
  public int vehicles() {
    return (int) Math.min(60_000, fleet.stream().mapToLong(VehicleType::count).sum());
  }
}
