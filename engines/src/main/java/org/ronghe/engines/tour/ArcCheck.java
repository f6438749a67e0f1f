package org.ronghe.engines.tour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Drives a tour along streets by the book; shares nothing with the search.
public final class ArcCheck {
  private final ArcProblem problem;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Integer, long[]> reached = new HashMap<>();
  private final List<List<int[]>> exits = new ArrayList<>();

  private ArcCheck(ArcProblem problem) {
    this.problem = problem;
    for (int i = 0; i <= problem.junctions(); i++) {
      exits.add(new ArrayList<>());
    }
    for (ArcProblem.Street street : problem.streets()) {
      exits.get(street.from()).add(new int[] {street.to(), street.cost()});
      if (!street.oneWay()) {
        exits.get(street.to()).add(new int[] {street.from(), street.cost()});
      }
    }
  }

  /// Why the problem has no answer; an empty list promises nothing.
  public static List<Fault> faults(ArcProblem problem) {
    ArcCheck check = new ArcCheck(problem);
    long total = 0;
    for (ArcProblem.Street street : problem.required()) {
      total += street.demand();
      check.possible(street.id(), street.from(), street.to(), street.demand(), street.oneWay());
    }
    for (ArcProblem.Corner corner : problem.corners()) {
      total += corner.demand();
      check.possible(corner.id(), corner.junction(), corner.junction(), corner.demand(), false);
    }
    long capacity = (long) problem.vehicles() * problem.capacity();
    if (problem.vehicles() != ArcProblem.ANY && capacity < total) {
      check.fault(
          "fleet-too-small",
          "全部车辆的容量 " + capacity + " 小于总需求 " + total,
          "the capacity of the whole fleet is " + capacity + ", less than the demand " + total);
    }
    return check.faults;
  }

  private void possible(String id, int from, int to, int demand, boolean oneWay) {
    if (demand > problem.capacity()) {
      fault(
          "demand-over-capacity",
          id + " 的需求 " + demand + " 超过容量 " + problem.capacity(),
          "the demand " + demand + " of " + id + " is over the capacity " + problem.capacity());
    }
    long there = reach(problem.depot())[from];
    long back = reach(oneWay ? to : from)[problem.depot()];
    if (there == Long.MAX_VALUE || back == Long.MAX_VALUE) {
      fault(
          "unreachable",
          id + " 从车场到不了，或回不来",
          id + " cannot be reached from the depot, or there is no way back");
    }
  }

  /// What is wrong with a tour; nothing when it is sound.
  public static List<Fault> check(ArcProblem problem, ArcTour tour) {
    return new ArcCheck(problem).drive(tour);
  }

  private List<Fault> drive(ArcTour tour) {
    int[] streets = new int[problem.streets().size()];
    int[] corners = new int[problem.corners().size()];
    long cost = 0;
    for (List<ArcTour.Task> route : tour.routes()) {
      long load = 0;
      int here = problem.depot();
      for (ArcTour.Task task : route) {
        int enters;
        int leaves;
        switch (task) {
          case ArcTour.Task.Along(int index, boolean backwards) -> {
            ArcProblem.Street street = problem.streets().get(index);
            enters = backwards ? street.to() : street.from();
            leaves = backwards ? street.from() : street.to();
            if (backwards && street.oneWay()) {
              fault(
                  "against-one-way", street.id() + " 逆行", street.id() + " is driven the wrong way");
            }
            streets[index]++;
            load += street.demand();
            cost += street.cost();
          }
          case ArcTour.Task.At(int index) -> {
            ArcProblem.Corner corner = problem.corners().get(index);
            enters = corner.junction();
            leaves = corner.junction();
            corners[index]++;
            load += corner.demand();
          }
        }
        cost += way(here, enters);
        here = leaves;
      }
      cost += way(here, problem.depot());
      if (load > problem.capacity()) {
        fault(
            "overloaded",
            "一条线路装了 " + load + "，容量 " + problem.capacity(),
            "a route carries " + load + ", the capacity is " + problem.capacity());
      }
    }
    counts(tour, streets, corners);
    if (cost != tour.cost()) {
      fault(
          "cost-wrong",
          "报告的费用 " + tour.cost() + " 与核算的 " + cost + " 不符",
          "the cost " + tour.cost() + " is not the " + cost + " it adds up to");
    }
    return faults;
  }

  private void counts(ArcTour tour, int[] streets, int[] corners) {
    for (int i = 0; i < streets.length; i++) {
      ArcProblem.Street street = problem.streets().get(i);
      served(street.id(), streets[i], street.required() ? 1 : 0);
    }
    for (int i = 0; i < corners.length; i++) {
      served(problem.corners().get(i).id(), corners[i], 1);
    }
    if (tour.routes().size() > problem.vehicles()) {
      fault(
          "too-many-vehicles",
          "用了 " + tour.routes().size() + " 辆，只有 " + problem.vehicles() + " 辆",
          tour.routes().size() + " vehicles are used, there are " + problem.vehicles());
    }
  }

  private void served(String id, int times, int wanted) {
    if (times != wanted) {
      fault(
          "not-served-once",
          id + " 服务了 " + times + " 次，应为 " + wanted + " 次",
          id + " is served " + times + " times, not " + wanted);
    }
  }

  private long way(int from, int to) {
    long way = reach(from)[to];
    if (way == Long.MAX_VALUE) {
      fault("no-way", from + " 到 " + to + " 无路", "there is no way from " + from + " to " + to);
      return 0;
    }
    return way;
  }

  /// Shortest ways from a junction, by correcting labels until none changes.
  private long[] reach(int from) {
    return reached.computeIfAbsent(from, this::corrected);
  }

  private long[] corrected(int from) {
    long[] least = new long[problem.junctions() + 1];
    Arrays.fill(least, Long.MAX_VALUE);
    least[from] = 0;
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      int here = open.remove();
      for (int[] exit : exits.get(here)) {
        if (least[here] + exit[1] < least[exit[0]]) {
          least[exit[0]] = least[here] + exit[1];
          open.add(exit[0]);
        }
      }
    }
    return least;
  }

  private void fault(String code, String zh, String en) {
    faults.add(new Fault(code, zh, en));
  }
}
