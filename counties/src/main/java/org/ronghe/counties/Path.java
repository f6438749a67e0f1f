package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;

/// A broken line in the flat grid, with a direction.
record Path(List<Spot> spots) {
  Path {
    spots = List.copyOf(spots);
    if (spots.size() < 2) {
      throw new IllegalArgumentException("a path needs two spots");
    }
  }

  static Path straight(Spot from, Spot to) {
    return new Path(List.of(from, to));
  }

  Spot first() {
    return spots.getFirst();
  }

  Spot last() {
    return spots.getLast();
  }

  double length_m() {
    double sum = 0;
    for (int i = 1; i < spots.size(); i++) {
      sum += spots.get(i - 1).distanceTo_m(spots.get(i));
    }
    return sum;
  }

  /// The spot `distance_m` from the start.
  Spot at(double distance_m) {
    double left = distance_m;
    for (int i = 1; i < spots.size(); i++) {
      double piece = spots.get(i - 1).distanceTo_m(spots.get(i));
      if (left <= piece && piece > 0) {
        return spots.get(i - 1).towards(spots.get(i), Math.max(0, left / piece));
      }
      left -= piece;
    }
    return last();
  }

  /// The part between two distances from the start.
  Path part(double from_m, double to_m) {
    List<Spot> part = new ArrayList<>();
    part.add(at(from_m));
    double along = 0;
    for (int i = 1; i < spots.size() - 1; i++) {
      along += spots.get(i - 1).distanceTo_m(spots.get(i));
      if (along > from_m + 0.5 && along < to_m - 0.5) {
        part.add(spots.get(i));
      }
    }
    part.add(at(to_m));
    return new Path(part);
  }

  Path reversed() {
    return new Path(spots.reversed());
  }

  Path shifted(double byEast_m, double byNorth_m) {
    return new Path(spots.stream().map(spot -> spot.shifted(byEast_m, byNorth_m)).toList());
  }

  /// This path followed by `next`, which starts where this one ends.
  Path then(Path next) {
    List<Spot> both = new ArrayList<>(spots);
    both.addAll(next.spots.subList(1, next.spots.size()));
    return new Path(both);
  }
}
