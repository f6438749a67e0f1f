package org.ronghe.engines.tour;

import java.util.ArrayList;
import java.util.List;

/// Says before any search why a problem has no answer. An empty list promises nothing: whether the
/// demands can be packed at all is as hard as the tour.
public final class ProblemCheck {
  private final FleetProblem problem;
  private final List<Fault> faults = new ArrayList<>();

  private ProblemCheck(FleetProblem problem) {
    this.problem = problem;
  }

  public static List<Fault> faults(FleetProblem problem) {
    ProblemCheck check = new ProblemCheck(problem);
    check.places();
    if (check.faults.isEmpty()) {
      problem.stops().forEach(check::stop);
      check.fleet();
    }
    return check.faults;
  }

  private void places() {
    int places = problem.ways().places();
    for (Stop stop : problem.stops()) {
      if (stop.place() >= places) {
        fault(
            "no-place", stop.id() + " 的地点不在路表里", "the place of stop " + stop.id() + " is unknown");
      }
    }
    for (VehicleType type : problem.fleet()) {
      if (type.start() >= places
          || type.end() >= places
          || type.stations().stream().anyMatch(one -> one >= places || one < 0)) {
        fault("no-place", type.name() + " 的地点不在路表里", "a place of " + type.name() + " is unknown");
      }
    }
  }

  private void stop(Stop stop) {
    int largest = 0;
    boolean reached = false;
    boolean inTime = false;
    for (VehicleType type : problem.fleet()) {
      if (type.count() == 0) {
        continue;
      }
      largest = Math.max(largest, type.capacity());
      if (type.capacity() >= stop.demand()) {
        boolean there = reaches(type, stop);
        reached |= there;
        inTime |= there && inTime(type, stop);
      }
    }
    if (stop.demand() > largest) {
      fault(
          "demand-over-capacity",
          stop.id() + " 的需求 " + stop.demand() + " 超过任何车辆的容量 " + largest,
          "the demand "
              + stop.demand()
              + " of stop "
              + stop.id()
              + " is over the capacity "
              + largest
              + " of every vehicle");
    } else if (!reached) {
      fault(
          "unreachable",
          stop.id() + " 从车场到不了，或回不来",
          "stop " + stop.id() + " cannot be reached from the depot, or there is no way back");
    } else if (!inTime) {
      late(stop);
    }
  }

  private void late(Stop stop) {
    boolean anyTime = stop.open() == 0 && stop.close() >= Stop.ALWAYS;
    String window = stop.open() + "–" + stop.close();
    fault(
        "window-infeasible",
        stop.id() + " 即使单独派车也赶不上" + (anyTime ? "" : "时间窗 " + window + " 或") + "车辆的时限（或里程上限）",
        "even a vehicle of its own cannot call at stop "
            + stop.id()
            + (anyTime ? "" : " within " + window)
            + " and keep the vehicle's hours (or longest way)");
  }

  private boolean reaches(VehicleType type, Stop stop) {
    Ways ways = problem.ways();
    if (!ways.connected(type.start(), stop.place())) {
      return false;
    }
    if (type.stations().isEmpty()) {
      return type.end() == VehicleType.OPEN || ways.connected(stop.place(), type.end());
    }
    return type.stations().stream()
        .anyMatch(station ->
            ways.connected(stop.place(), station)
                && (type.end() == VehicleType.OPEN || ways.connected(station, type.end())));
  }

  private boolean inTime(VehicleType type, Stop stop) {
    long out = type.time(problem.ways(), type.start(), stop.place());
    long begins = Math.max(type.startAt() + out, stop.open());
    long home = homeward(type, stop.place());
    return begins <= stop.close()
        && begins + stop.service() + home <= type.endBy()
        && out + stop.service() + home <= type.maxDuration();
  }

  private long homeward(VehicleType type, int place) {
    Ways ways = problem.ways();
    if (type.stations().isEmpty()) {
      return type.end() == VehicleType.OPEN ? 0 : type.time(ways, place, type.end());
    }
    long least = Ways.NONE;
    for (int station : type.stations()) {
      long end = type.end() == VehicleType.OPEN ? 0 : type.time(ways, station, type.end());
      least = Math.min(least, type.time(ways, place, station) + type.unloading() + end);
    }
    return least;
  }

  private void fleet() {
    long demand = problem.stops().stream().mapToLong(Stop::demand).sum();
    long capacity =
        problem.fleet().stream()
            .mapToLong(type -> (long) type.count() * type.capacity() * type.trips())
            .sum();
    if (capacity < demand) {
      fault(
          "fleet-too-small",
          "全部车辆（含多趟）的容量 " + capacity + " 小于总需求 " + demand,
          "the capacity of the whole fleet, all trips counted, is "
              + capacity
              + ", less than the demand "
              + demand);
    }
  }

  private void fault(String code, String zh, String en) {
    faults.add(new Fault(code, zh, en));
  }
}
