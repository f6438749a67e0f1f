package org.ronghe.engines.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One day played event by event. A window that closes finishes its visit first; after closing time
/// nobody enters and the windows of the last interval (one at least) stay until all are served or
/// have left.
final class HallDay {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final Hall hall;
  private final DayRecord day;
  private final PriorityQueue<Happening> agenda =
      new PriorityQueue<>(
          Comparator.comparingDouble(Happening::at_min).thenComparingLong(Happening::order));
  private final List<PriorityQueue<Visit>> waiting = new ArrayList<>();
  private final SplittableRandom[] services;
  private final SplittableRandom[] patiences;
  private final SplittableRandom[] transfers;
  private final int[] busy;
  private final int[][] groupsOfKind;
  private long order;

  HallDay(Hall hall, long seed) {
    this.hall = hall;
    this.day = new DayRecord(hall);
    this.busy = new int[hall.groups().size()];
    SplittableRandom source = new SplittableRandom(seed);
    int kinds = hall.kinds().size();
    services = new SplittableRandom[kinds];
    patiences = new SplittableRandom[kinds];
    transfers = new SplittableRandom[kinds];
    groupsOfKind = new int[kinds][];
    for (int k = 0; k < kinds; k++) {
      // streams apart from each other, so that another schedule meets the same people
      Arrivals arrivals = new Arrivals(hall, k, source.split());
      services[k] = source.split();
      patiences[k] = source.split();
      transfers[k] = source.split();
      groupsOfKind[k] = specialistsFirst(k);
      waiting.add(
          new PriorityQueue<>(
              Comparator.comparing((Visit visit) -> !visit.booked())
                  .thenComparingDouble(Visit::came_min)
                  .thenComparingLong(Visit::order)));
      day.missed[k] = arrivals.missed();
      for (Arrivals.Arrival arrival : arrivals.all()) {
        plan(new Happening.Comes(arrival.at_min(), order++, k, arrival.booked()));
      }
    }
    for (int i = 1; i <= hall.intervals(); i++) {
      plan(new Happening.Schedule(i * hall.interval_min(), order++));
    }
  }

  DayRecord play() {
    for (Happening next = agenda.poll(); next != null; next = agenda.poll()) {
      double now = next.at_min();
      switch (next) {
        case Happening.Comes comes -> comes(comes, now);
        case Happening.Served served -> served(served, now);
        case Happening.Schedule _ -> callAll(now);
        case Happening.Leaves leaves -> leaves(leaves.visit());
      }
    }
    for (int g = 0; g < hall.groups().size(); g++) {
      for (int open : hall.groups().get(g).windows()) {
        day.open_min[g] += open * hall.interval_min();
      }
    }
    return day;
  }

  private void plan(Happening happening) {
    agenda.add(happening);
  }

  private void comes(Happening.Comes comes, double now) {
    int kind = comes.kind();
    day.came[kind]++;
    double patience = hall.kinds().get(kind).patience_min();
    double leaves =
        comes.booked() || patience == NEVER
            ? NEVER
            : now + patience * patiences[kind].nextExponential();
    queue(new Visit(kind, now, comes.booked(), leaves, order++), now);
  }

  private void queue(Visit visit, double now) {
    waiting.get(visit.kind()).add(visit);
    if (visit.leaves_min() < NEVER) {
      plan(new Happening.Leaves(visit.leaves_min(), order++, visit));
    }
    for (int group : groupsOfKind[visit.kind()]) {
      if (busy[group] < open(group, now)) {
        call(group, now);
        return;
      }
    }
  }

  private void served(Happening.Served served, double now) {
    busy[served.group()]--;
    day.lastLeaves_min = now;
    VisitKind kind = hall.kinds().get(served.kind());
    VisitKind.Transfer transfer = kind.transfer();
    if (transfer != null && transfers[served.kind()].nextDouble() < transfer.share()) {
      queue(new Visit(indexOf(transfer.to()), now, served.booked(), NEVER, order++), now);
    }
    callAll(now);
  }

  private void leaves(Visit visit) {
    if (waiting.get(visit.kind()).remove(visit)) {
      day.left[visit.kind()]++;
      day.lastLeaves_min = Math.max(day.lastLeaves_min, visit.leaves_min());
    }
  }

  private void callAll(double now) {
    for (int group = 0; group < busy.length; group++) {
      while (busy[group] < open(group, now) && call(group, now)) {
        // until the windows are busy or nobody waits
      }
    }
  }

  private boolean call(int group, double now) {
    Visit next = next(hall.groups().get(group));
    if (next == null) {
      return false;
    }
    waiting.get(next.kind()).remove(next);
    busy[group]++;
    double waited = now - next.came_min();
    day.waits[next.kind()].add(waited);
    day.waitsByInterval[interval(next.came_min())].add(waited);
    double takes = hall.kinds().get(next.kind()).service().draw(services[next.kind()]);
    day.busy_min[group] += takes;
    plan(new Happening.Served(now + takes, order++, group, next.kind(), next.booked()));
    return true;
  }

  private @Nullable Visit next(WindowGroup group) {
    Visit best = null;
    for (int k = 0; k < waiting.size(); k++) {
      Visit first = waiting.get(k).peek();
      if (first != null
          && group.kinds().contains(hall.kinds().get(k).id())
          && (best == null || before(first, best))) {
        best = first;
      }
    }
    return best;
  }

  private boolean before(Visit one, Visit other) {
    int rank =
        Integer.compare(
            hall.kinds().get(one.kind()).priority(), hall.kinds().get(other.kind()).priority());
    if (rank != 0) {
      return rank < 0;
    }
    if (one.booked() != other.booked()) {
      return one.booked();
    }
    return one.came_min() != other.came_min()
        ? one.came_min() < other.came_min()
        : one.order() < other.order();
  }

  private int open(int group, double now) {
    int scheduled = hall.groups().get(group).windows().get(interval(now));
    return now < hall.closes_min() ? scheduled : Math.max(1, scheduled);
  }

  private int interval(double at_min) {
    return Math.min(hall.intervals() - 1, (int) (at_min / hall.interval_min()));
  }

  private int indexOf(String kind) {
    for (int k = 0; k < hall.kinds().size(); k++) {
      if (hall.kinds().get(k).id().equals(kind)) {
        return k;
      }
    }
    throw new IllegalArgumentException("no kind " + kind);
  }

  private int[] specialistsFirst(int kind) {
    String id = hall.kinds().get(kind).id();
    return java.util.stream.IntStream.range(0, hall.groups().size())
        .boxed()
        .filter(group -> hall.groups().get(group).kinds().contains(id))
        .sorted(Comparator.comparingInt(group -> hall.groups().get(group).kinds().size()))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
