package org.ronghe.operate.live;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.ReadingListener;
import org.ronghe.series.ReadingRoom;
import org.springframework.stereotype.Component;

/// How many readings are stored per second, over the last ten full seconds.
@Component
public class RateBoard implements ReadingListener {
  private static final int WINDOW_S = 10;
  private static final int SLOTS = WINDOW_S + 2;

  private final AtomicLongArray counts = new AtomicLongArray(SLOTS);
  private final AtomicLongArray seconds = new AtomicLongArray(SLOTS);
  private final AtomicLong total = new AtomicLong();
  private final Clock clock;

  RateBoard(ReadingRoom room, Clock clock) {
    this.clock = clock;
    room.listen(this);
  }

  /// Called by the one store thread only, so a slot is reset without a race.
  @Override
  public void stored(List<Reading> readings) {
    long second = clock.instant().getEpochSecond();
    int slot = (int) (second % SLOTS);
    if (seconds.get(slot) != second) {
      counts.set(slot, 0);
      seconds.set(slot, second);
    }
    counts.addAndGet(slot, readings.size());
    total.addAndGet(readings.size());
  }

  /// The rate now.
  public Rate now() {
    long second = clock.instant().getEpochSecond();
    long sum = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      long age_s = second - seconds.get(slot);
      if (age_s >= 1 && age_s <= WINDOW_S) {
        sum += counts.get(slot);
      }
    }
    return new Rate((double) sum / WINDOW_S, total.get());
  }

  /// @param perSecond readings stored per second
  /// @param stored readings stored since start
  public record Rate(double perSecond, long stored) {}
}
