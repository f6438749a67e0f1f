package org.ronghe.operate.works;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.event.Works;
import org.springframework.stereotype.Component;

/// Which works lie beside a place: all that are open and those closed in the last 90 days, in
/// memory, for every alarm asks.
@Component
public class WorksDesk {
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final WorksBook book;
  private final Clock clock;
  private volatile @Nullable List<KnownWorks> known;

  WorksDesk(WorksBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /// Works in whose zone the place lay at that time, nearest first.
  public List<WorksNearby> concerning(Point place, Instant at) {
    List<WorksNearby> found = new ArrayList<>();
    for (KnownWorks works : known()) {
      if (works.concerns(place, at)) {
        found.add(WorksNearby.of(works, works.distance_m(place)));
      }
    }
    found.sort(Comparator.comparingDouble(WorksNearby::distance_m));
    return List.copyOf(found);
  }

  /// The same for single works, known to the desk or not.
  public static Optional<WorksNearby> concerning(Works works, Point place, Instant at) {
    KnownWorks known = new KnownWorks(works, null);
    return known.concerns(place, at)
        ? Optional.of(WorksNearby.of(known, known.distance_m(place)))
        : Optional.empty();
  }

  /// Works open now whose ground is at most so far from the place, whatever their zone.
  ///
  /// @param within_m metres
  public List<WorksNearby> openWithin(Point place, double within_m) {
    Instant now = clock.instant();
    return known().stream()
        .filter(works -> works.openAt(now) && works.distance_m(place) <= within_m)
        .map(works -> WorksNearby.of(works, works.distance_m(place)))
        .sorted(Comparator.comparingDouble(WorksNearby::distance_m))
        .toList();
  }

  /// Works that are open now, the earliest first.
  public List<Works> open() {
    Instant now = clock.instant();
    return known().stream().filter(works -> works.openAt(now)).map(KnownWorks::works).toList();
  }

  /// The works, when they are open or were closed in the last 90 days.
  public Optional<Works> find(String id) {
    return known().stream().map(KnownWorks::works).filter(w -> w.id().equals(id)).findFirst();
  }

  /// Reads the book again: something in it has changed.
  synchronized void refresh() {
    known = book.openOrClosedSince(clock.instant().minus(REMEMBERED));
  }

  private List<KnownWorks> known() {
    List<KnownWorks> now = known;
    if (now == null) {
      refresh();
      now = known;
    }
    return now == null ? List.of() : now;
  }
}
