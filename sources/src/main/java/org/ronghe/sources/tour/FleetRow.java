package org.ronghe.sources.tour;

import java.util.List;

/// Vehicles of one kind, as a county's fleet file lists them.
///
/// @param costPerMetre -1 when the file gives no cost
/// @param start id of the place it starts from; empty for the depot
/// @param end id of the place it returns to; empty for where it started
/// @param open true when it stays where its last stop is
/// @param stations ids of the places where it can unload
public record FleetRow(
    String name,
    int count,
    double capacity,
    double fixedCost,
    double costPerMetre,
    double costPerSecond,
    double speed,
    int maxDuration_s,
    int shiftStart_s,
    int shiftEnd_s,
    String start,
    String end,
    boolean open,
    int trips,
    List<String> stations,
    int unloading_s) {
  public static final int NO_LIMIT = 1_000_000_000;

  public FleetRow {
    stations = List.copyOf(stations);
  }
}
