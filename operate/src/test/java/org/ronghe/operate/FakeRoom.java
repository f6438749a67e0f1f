package org.ronghe.operate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.ReadingListener;
import org.ronghe.series.ReadingHistory;
import org.ronghe.series.ReadingRoom;

/// A reading room on a list: what is stored is told at once. Trends and roll-ups are the series
/// room's own tests' business.
public final class FakeRoom implements ReadingRoom, ReadingHistory {
  private final List<Reading> stored = new CopyOnWriteArrayList<>();
  private final List<ReadingListener> listeners = new ArrayList<>();
  private final AtomicInteger catchUps = new AtomicInteger();

  public void store(Reading reading) {
    stored.add(reading);
    listeners.forEach(listener -> listener.stored(List.of(reading)));
  }

  /// Stored in one commit; told in one piece.
  public void storeAll(List<Reading> readings) {
    stored.addAll(readings);
    listeners.forEach(listener -> listener.stored(readings));
  }

  /// How often someone asked what was received since a time.
  public int catchUps() {
    return catchUps.get();
  }

  /// Stored, but the process dies before anyone hears of it.
  public void storeUnheard(Reading reading) {
    stored.add(reading);
  }

  @Override
  public Intake intake() {
    throw new IllegalStateException("nothing comes in by this door in tests of the desks");
  }

  @Override
  public ReadingHistory history() {
    return this;
  }

  @Override
  public void know(Collection<MeasuringPoint> points) {}

  @Override
  public void listen(ReadingListener listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {}

  @Override
  public Map<String, Reading> latest(Collection<String> points) {
    Map<String, Reading> latest = new TreeMap<>();
    for (Reading reading : stored) {
      if (points.contains(reading.point())) {
        latest.merge(
            reading.point(),
            reading,
            (old, fresh) -> fresh.sourceTime_us() >= old.sourceTime_us() ? fresh : old);
      }
    }
    return latest;
  }

  @Override
  public void receivedSince(long from_us, Consumer<Reading> each) {
    catchUps.incrementAndGet();
    stored.stream().filter(reading -> reading.receiveTime_us() >= from_us).forEach(each);
  }

  @Override
  public Page range(
      String point,
      long from_us,
      long to_us,
      @Nullable String after,
      int limit,
      @Nullable Long knownAt_us) {
    return new Page(
        stored.stream().filter(reading -> reading.point().equals(point)).toList(), null);
  }

  @Override
  public Trend trend(
      String point,
      long from_us,
      long to_us,
      int width,
      double expectedInterval_s,
      @Nullable Long knownAt_us) {
    return new Trend("raw", List.of());
  }

  @Override
  public List<Bucket> buckets(String point, Step step, long from_us, long to_us) {
    return List.of();
  }
}
