package org.ronghe.engines.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Who comes when: walk-ins as a Poisson process whose rate is constant within an interval, the
/// booked evenly over their interval, on time, less those who do not come.
final class Arrivals {
  private final List<Arrival> all = new ArrayList<>();
  private int missed;

  Arrivals(Hall hall, int kindIndex, SplittableRandom random) {
    VisitKind kind = hall.kinds().get(kindIndex);
    SplittableRandom walk = random.split();
    SplittableRandom booked = random.split();
    double due = walk.nextExponential();
    double before = 0;
    for (int i = 0; i < hall.intervals(); i++) {
      double expected = kind.walkIns().get(i);
      for (; due < before + expected; due += walk.nextExponential()) {
        all.add(new Arrival((i + (due - before) / expected) * hall.interval_min(), false));
      }
      before += expected;
      int slots = i < kind.appointments().size() ? kind.appointments().get(i) : 0;
      for (int slot = 0; slot < slots; slot++) {
        if (booked.nextDouble() < kind.noShow()) {
          missed++;
        } else {
          all.add(new Arrival((i + slot / (double) slots) * hall.interval_min(), true));
        }
      }
    }
  }

  List<Arrival> all() {
    return all;
  }

  int missed() {
    return missed;
  }

  record Arrival(double at_min, boolean booked) {}
}
