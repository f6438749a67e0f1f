package org.ronghe.operate.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.ReadingListener;
import org.ronghe.office.register.CountyReplaced;
import org.ronghe.operate.atlas.AtlasKeeper;
import org.ronghe.series.ReadingRoom;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The newest reading of every point, by source time, and who watches it.
///
/// A late reading never replaces a newer one. Safe to call from any thread; [#stored] is called by
/// the store thread and does not block.
@Component
public class LiveBoard implements ReadingListener {
  private final Map<String, Reading> newest = new ConcurrentHashMap<>();
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private final ReadingRoom room;
  private final AtlasKeeper keeper;

  LiveBoard(ReadingRoom room, AtlasKeeper keeper) {
    this.room = room;
    this.keeper = keeper;
    room.listen(this);
  }

  /// Starts from what the store knows, so that a restart shows ages and not blanks.
  @EventListener
  @Order(10)
  void on(CountyReplaced event) {
    keeper
        .atlas()
        .map(atlas -> room.history().latest(atlas.points().keySet()))
        .ifPresent(latest -> latest.values().forEach(this::keepNewer));
  }

  @Override
  public void stored(List<Reading> readings) {
    for (Reading reading : readings) {
      if (keepNewer(reading)) {
        for (Watch watch : watches) {
          watch.changed(reading.point());
        }
      }
    }
  }

  public Optional<Reading> newest(String point) {
    return Optional.ofNullable(newest.get(point));
  }

  /// Starts to collect which of `points` change. Close the watch to stop.
  public Watch watch(Set<String> points) {
    Watch watch = new Watch(Set.copyOf(points));
    watches.add(watch);
    return watch;
  }

  private boolean keepNewer(Reading reading) {
    return newest.merge(
            reading.point(),
            reading,
            (old, fresh) -> fresh.sourceTime_us() >= old.sourceTime_us() ? fresh : old)
        == reading;
  }

  /// What changed on some points since it was last asked: one entry a point, however often it
  /// moved.
  public final class Watch implements AutoCloseable {
    private final Set<String> points;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    private Watch(Set<String> points) {
      this.points = points;
    }

    private void changed(String point) {
      if (points.contains(point)) {
        changed.add(point);
      }
    }

    /// The newest readings of the points that changed since the last call.
    public List<Reading> take() {
      List<String> ids = List.copyOf(changed);
      // Removed before it is read: a change in between is reported again, never missed.
      ids.forEach(changed::remove);
      return ids.stream().map(newest::get).toList();
    }

    @Override
    public void close() {
      watches.remove(this);
    }
  }
}
