package org.ronghe.engines.tour;

import java.util.List;

/// Vehicles that are all alike.
///
/// @param count how many there are
/// @param capacity most load at any time
/// @param fixedCost for each vehicle that drives at all
/// @param speed driving time is divided by it
/// @param maxDuration most time from departure to arrival, waiting included
/// @param startAt earliest departure
/// @param endBy latest arrival
/// @param end where it must return to; -1 when it stays where its last stop is
/// @param trips how often it may be empty again, the last time included; 1 for a plain round
/// @param stations places where it can unload between trips; when there are any, it also unloads
///   before it returns
/// @param unloading how long that takes
public record VehicleType(
    String name,
    int count,
    int capacity,
    double fixedCost,
    double costPerDistance,
    double costPerTime,
    double speed,
    int maxDuration,
    int startAt,
    int endBy,
    int start,
    int end,
    int trips,
    List<Integer> stations,
    int unloading) {
  public static final int OPEN = -1;
  public static final int NO_LIMIT = 1_000_000_000;

  public VehicleType {
    stations = List.copyOf(stations);
    boolean costs = fixedCost >= 0 && costPerDistance >= 0 && costPerTime >= 0 && speed > 0;
    boolean times = maxDuration >= 0 && startAt >= 0 && endBy >= startAt && unloading >= 0;
    if (!costs || !times || count < 0 || capacity < 0 || trips < 1 || start < 0 || end < OPEN) {
      throw new IllegalArgumentException("vehicle type " + name + " is not possible");
    }
    if (trips > 1 && stations.isEmpty()) {
      throw new IllegalArgumentException("vehicle type " + name + " has nowhere to unload");
    }
  }

  /// Plain vehicles: one round from `depot` and back, the distance is the cost.
  public static VehicleType plain(int count, int capacity, int depot) {
    return new VehicleType(
        "vehicle", count, capacity, 0, 1, 0, 1, NO_LIMIT, 0, NO_LIMIT, depot, depot, 1, List.of(),
        0);
  }

  /// The same vehicles with another limit on their duration, and open or not.
  public VehicleType limited(int maxDuration, int endBy, int end) {
    return new VehicleType(
        name,
        count,
        capacity,
        fixedCost,
        costPerDistance,
        costPerTime,
        speed,
        maxDuration,
        startAt,
        endBy,
        start,
        end,
        trips,
        stations,
        unloading);
  }

  /// Driving time of this vehicle; ways that do not exist stay what they are.
  int time(Ways ways, int from, int to) {
    int time = ways.time(from, to);
    return speed == 1 || time >= Ways.NONE ? time : (int) Math.rint(time / speed);
  }
}
