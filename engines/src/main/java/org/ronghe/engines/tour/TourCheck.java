package org.ronghe.engines.tour;

import java.util.ArrayList;
import java.util.List;

/// Drives a tour by the book: adds up cost, load and time from the problem alone and says what is
/// broken. Shares nothing with the search.
public final class TourCheck {
  private final FleetProblem problem;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Driven> driven = new ArrayList<>();
  private final boolean[] served;
  private double cost;

  private TourCheck(FleetProblem problem) {
    this.problem = problem;
    served = new boolean[problem.stops().size()];
  }

  /// What driving the tour shows.
  ///
  /// @param cost as added up here
  public record Report(double cost, List<Driven> routes, List<Fault> faults) {
    public Report {
      routes = List.copyOf(routes);
      faults = List.copyOf(faults);
    }

    public boolean isSound() {
      return faults.isEmpty();
    }
  }

  /// One route as driven; times as early as possible after the best departure.
  public record Driven(
      int type,
      int departs,
      int returns,
      int distance,
      int largestLoad,
      double cost,
      List<Call> calls) {
    public Driven {
      calls = List.copyOf(calls);
    }
  }

  /// @param place where
  /// @param stop index of the stop, -1 for unloading
  public record Call(int place, int stop, int arrives, int begins, int leaves, int load) {}

  public static Report check(FleetProblem problem, Tour tour) {
    TourCheck check = new TourCheck(problem);
    int[] used = new int[problem.fleet().size()];
    for (Tour.Route route : tour.routes()) {
      used[route.type()]++;
      check.drive(route);
    }
    check.counts(used);
    if (Math.abs(check.cost - tour.cost()) > 1e-6 * Math.max(1, Math.abs(check.cost))) {
      check.fault(
          "cost-wrong",
          "报告的费用 " + tour.cost() + " 与核算的 " + check.cost + " 不符",
          "the cost " + tour.cost() + " is not the " + check.cost + " it adds up to");
    }
    return new Report(check.cost, check.driven, check.faults);
  }

  private void counts(int[] used) {
    for (int type = 0; type < used.length; type++) {
      VehicleType vehicle = problem.fleet().get(type);
      if (used[type] > vehicle.count()) {
        fault(
            "too-many-vehicles",
            vehicle.name() + " 用了 " + used[type] + " 辆，只有 " + vehicle.count() + " 辆",
            used[type] + " of " + vehicle.name() + " are used, there are " + vehicle.count());
      }
    }
    for (int stop = 0; stop < served.length; stop++) {
      if (!served[stop]) {
        String id = problem.stops().get(stop).id();
        fault("not-served", "没有到 " + id, "stop " + id + " is not called at");
      }
    }
  }

  private void drive(Tour.Route route) {
    VehicleType vehicle = problem.fleet().get(route.type());
    int departs = departure(vehicle, route);
    List<Call> calls = new ArrayList<>();
    int here = vehicle.start();
    long now = departs;
    long distance = 0;
    long load = 0;
    long largest = 0;
    int trips = 1;
    for (Step step : route.steps()) {
      int there = placeOf(step);
      way(vehicle, here, there);
      distance += problem.ways().distance(here, there);
      long arrives = now + vehicle.time(problem.ways(), here, there);
      long begins = arrives;
      int stop = -1;
      switch (step) {
        case Step.Serve(int index) -> {
          stop = index;
          load += serve(index);
          begins = Math.max(arrives, problem.stops().get(index).open());
          now = begins + problem.stops().get(index).service();
          late(index, begins);
        }
        case Step.Unload(int place) -> {
          if (!vehicle.stations().contains(place)) {
            fault("no-station", "不能在地点 " + place + " 卸", "place " + place + " is no station");
          }
          load = 0;
          trips++;
          now = begins + vehicle.unloading();
        }
      }
      largest = Math.max(largest, load);
      calls.add(new Call(there, stop, (int) arrives, (int) begins, (int) now, (int) load));
      here = there;
    }
    if (vehicle.end() != VehicleType.OPEN) {
      way(vehicle, here, vehicle.end());
      distance += problem.ways().distance(here, vehicle.end());
      now += vehicle.time(problem.ways(), here, vehicle.end());
    }
    limits(vehicle, route, largest, load, trips, now - departs, now);
    double own =
        vehicle.fixedCost()
            + vehicle.costPerDistance() * distance
            + vehicle.costPerTime() * (now - departs);
    cost += own;
    driven.add(
        new Driven(route.type(), departs, (int) now, (int) distance, (int) largest, own, calls));
  }

  private int placeOf(Step step) {
    return switch (step) {
      case Step.Serve(int stop) -> problem.stops().get(stop).place();
      case Step.Unload(int place) -> place;
    };
  }

  /// The latest departure that arrives nowhere later than the earliest one does: waiting before the
  /// first stop is better spent at home.
  private int departure(VehicleType vehicle, Tour.Route route) {
    long now = vehicle.startAt();
    long slack = Long.MAX_VALUE;
    long waited = 0;
    int here = vehicle.start();
    for (Step step : route.steps()) {
      int there = placeOf(step);
      now += vehicle.time(problem.ways(), here, there);
      if (step instanceof Step.Serve(int index)) {
        Stop stop = problem.stops().get(index);
        long waits = Math.max(0, stop.open() - now);
        waited += waits;
        now += waits;
        slack = Math.min(slack, Math.max(0, stop.close() - now) + waited);
        now += stop.service();
      } else {
        now += vehicle.unloading();
      }
      here = there;
    }
    long home =
        vehicle.end() == VehicleType.OPEN ? 0 : vehicle.time(problem.ways(), here, vehicle.end());
    slack = Math.min(slack, Math.max(0, vehicle.endBy() - now - home) + waited);
    return (int) (vehicle.startAt() + Math.min(slack, waited));
  }

  private int serve(int index) {
    Stop stop = problem.stops().get(index);
    if (served[index]) {
      fault("served-twice", stop.id() + " 到了两次", "stop " + stop.id() + " is called at twice");
    }
    served[index] = true;
    return stop.demand();
  }

  private void late(int index, long begins) {
    Stop stop = problem.stops().get(index);
    if (begins > stop.close()) {
      fault(
          "too-late",
          stop.id() + " 在 " + begins + " 才到，晚于 " + stop.close(),
          "stop " + stop.id() + " begins at " + begins + ", later than " + stop.close());
    }
  }

  private void way(VehicleType vehicle, int from, int to) {
    if (!problem.ways().connected(from, to)) {
      fault(
          "no-way",
          vehicle.name() + " 走了不存在的路 " + from + "→" + to,
          vehicle.name() + " drives from place " + from + " to " + to + ", where there is no way");
    }
  }

  private void limits(
      VehicleType vehicle,
      Tour.Route route,
      long largest,
      long left,
      int trips,
      long lasted,
      long end) {
    String name = vehicle.name();
    if (largest > vehicle.capacity()) {
      fault(
          "overloaded",
          name + " 装了 " + largest + "，容量 " + vehicle.capacity(),
          name + " carries " + largest + ", its capacity is " + vehicle.capacity());
    }
    boolean empties = !vehicle.stations().isEmpty();
    if (empties && left > 0) {
      fault("not-emptied", name + " 带着货返回", name + " returns with its load");
    }
    if ((empties ? trips - 1 : trips) > vehicle.trips()) {
      fault(
          "too-many-trips",
          name + " 跑了 " + (trips - 1) + " 趟，最多 " + vehicle.trips() + " 趟",
          name + " makes " + (trips - 1) + " trips, at most " + vehicle.trips() + " are allowed");
    }
    if (lasted > vehicle.maxDuration()) {
      fault(
          "too-long",
          name + " 用时 " + lasted + "，最多 " + vehicle.maxDuration(),
          name + " takes " + lasted + ", at most " + vehicle.maxDuration() + " is allowed");
    }
    if (end > vehicle.endBy()) {
      fault(
          "back-too-late",
          name + " 于 " + end + " 返回，晚于 " + vehicle.endBy(),
          name + " is back at " + end + ", later than " + vehicle.endBy());
    }
    if (route.steps().isEmpty()) {
      fault("empty-route", name + " 有一条空线路", name + " has an empty route");
    }
  }

  private void fault(String code, String zh, String en) {
    faults.add(new Fault(code, zh, en));
  }
}
