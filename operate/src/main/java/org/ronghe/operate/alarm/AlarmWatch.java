package org.ronghe.operate.alarm;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.alarm.AlarmRule;
import org.ronghe.engines.alarm.AlarmState;
import org.ronghe.engines.alarm.AlarmTransition;
import org.ronghe.engines.alarm.EngineSnapshot;
import org.ronghe.engines.alarm.StandingAlarm;
import org.ronghe.model.county.County;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Micros;
import org.ronghe.model.reading.Reading;
import org.ronghe.office.register.CountyReplaced;
import org.ronghe.office.register.LogPlayed;
import org.ronghe.office.register.PointsOfLogs;
import org.ronghe.series.ReadingRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Feeds the engine with what the store has made durable, on a thread of its own.
///
/// Nothing committed goes unjudged: after a restart the desk judges again what was received since a
/// little before its checkpoint, and the book takes no occurrence twice.
@Component
class AlarmWatch implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

  /// Readings in flight may be this old when event time is moved on without them.
  private static final Duration GRACE = Duration.ofSeconds(2);

  /// What is judged again after a restart, beyond the checkpoint and every delay and window:
  /// readings in flight are not committed in the order they were received.
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(5);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final long TICK_ms = 250;
  private static final int MOST_PER_WRITE = 5_000;

  /// Readings that may wait in memory. What comes on top is read from the store again later.
  static final int MOST_WAITING = 200_000;

  private static final long NONE = Long.MAX_VALUE;

  private final ReadingRoom room;
  private final AlarmCatalogue catalogue;
  private final AlarmBook book;
  private final AlarmWriter writer;
  private final Clock clock;
  private final LinkedBlockingQueue<List<Reading>> arrived = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /// Receive time of the oldest reading that was not kept in memory; [#NONE] when all were.
  private final AtomicLong missedFrom_us = new AtomicLong(NONE);

  /// Points of logs that have been played to the end, until what stands of them is ended too.
  private final Set<String> played = ConcurrentHashMap.newKeySet();

  private volatile boolean running = true;
  private @Nullable Thread thread;
  private @Nullable County county;
  private List<MeasuringPoint> ofLogs = List.of();
  private volatile @Nullable Rules replaced;
  private @Nullable DeskEngine engine;
  private long receivedUntil_us;
  private Instant checkpointAt = Instant.EPOCH;

  AlarmWatch(
      ReadingRoom room, AlarmCatalogue catalogue, AlarmBook book, AlarmWriter writer, Clock clock) {
    this.room = room;
    this.catalogue = catalogue;
    this.book = book;
    this.writer = writer;
    this.clock = clock;
    room.listen(this::hear);
  }

  /// Called by the store thread. Once one batch is left to the store, so are all after it until the
  /// desk has caught up: the order stays.
  private void hear(List<Reading> readings) {
    if (readings.isEmpty()) {
      return;
    }
    if (missedFrom_us.get() == NONE && waiting.get() + readings.size() <= MOST_WAITING) {
      waiting.addAndGet(readings.size());
      arrived.add(readings);
    } else {
      long oldest_us = readings.stream().mapToLong(Reading::receiveTime_us).min().orElse(NONE);
      missedFrom_us.accumulateAndGet(oldest_us, Math::min);
    }
  }

  /// A county came: its points and rules replace the former ones, what stands goes on standing.
  @EventListener
  @Order(20)
  synchronized void on(CountyReplaced event) {
    know(event.county());
    if (thread == null) {
      writer.load();
      thread = Thread.ofPlatform().name("alarm-watch").start(this::watch);
    }
  }

  /// A log is about to be replayed: its points are judged by the profiles that its mapping names.
  @EventListener
  synchronized void on(PointsOfLogs event) {
    boolean known = ofLogs.equals(event.points());
    ofLogs = event.points();
    County now = county;
    if (now != null && !known) {
      know(now);
    }
  }

  /// A log has no more readings: whether its alarms would have returned is not known any more.
  @EventListener
  void on(LogPlayed event) {
    played.addAll(event.points());
  }

  private void know(County now) {
    county = now;
    Set<String> own = now.points().stream().map(MeasuringPoint::id).collect(toSet());
    List<MeasuringPoint> logged =
        ofLogs.stream().filter(point -> !own.contains(point.id())).toList();
    catalogue.know(Stream.concat(now.points().stream(), logged.stream()).toList(), now.limits());
    replaced = new Rules(catalogue.rules(now.points()), catalogue.rules(logged));
  }

  private record Rules(Map<String, List<AlarmRule>> county, Map<String, List<AlarmRule>> logs) {}

  @Override
  public void destroy() throws InterruptedException {
    running = false;
    Thread watching = thread;
    if (watching != null) {
      watching.join(Duration.ofSeconds(10));
    }
  }

  private void watch() {
    List<AlarmTransition> found = new ArrayList<>();
    while (running) {
      try {
        judge(found);
        settle(found);
        endLogs();
      } catch (DataAccessException | TransactionException lost) {
        // What was found stays in `found` and is written again: the book takes nothing twice.
        LOG.warn("alarm book not reachable, {} changes wait: {}", found.size(), lost.getMessage());
        pause();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void judge(List<AlarmTransition> found) throws InterruptedException {
    List<Reading> batch = arrived.poll(TICK_ms, TimeUnit.MILLISECONDS);
    DeskEngine judging = upToDate(found);
    while (batch != null && judging != null) {
      waiting.addAndGet(-batch.size());
      for (Reading reading : batch) {
        accept(judging, reading, found);
      }
      batch = found.size() < MOST_PER_WRITE ? arrived.poll() : null;
      judging = upToDate(found);
    }
    if (judging != null && arrived.isEmpty()) {
      catchUp(judging, found);
      found.addAll(judging.advance(Micros.of(clock.instant().minus(GRACE))));
    }
  }

  /// The engine with the newest rules. Asked for after a batch has come: points that were told
  /// before their first reading are known to whoever judges it.
  private @Nullable DeskEngine upToDate(List<AlarmTransition> found) {
    Rules fresh = replaced;
    if (fresh != null) {
      replaced = null;
      engine = renew(fresh, found);
    }
    return engine;
  }

  private void accept(DeskEngine judging, Reading reading, List<AlarmTransition> found) {
    found.addAll(judging.accept(reading));
    receivedUntil_us = Math.max(receivedUntil_us, reading.receiveTime_us());
  }

  /// Judges what did not fit into memory, from the store. What comes meanwhile waits in memory
  /// again; the engine knows readings it has judged and passes them over.
  private void catchUp(DeskEngine judging, List<AlarmTransition> found) {
    long from_us = missedFrom_us.getAndSet(NONE);
    if (from_us != NONE) {
      room.history().receivedSince(from_us, reading -> accept(judging, reading, found));
    }
  }

  private void settle(List<AlarmTransition> found) {
    Instant now = clock.instant();
    boolean due = receivedUntil_us > 0 && now.isAfter(checkpointAt.plus(CHECKPOINT_EVERY));
    if (found.isEmpty() && !due) {
      return;
    }
    writer.write(found, due ? Micros.instant(receivedUntil_us) : null);
    found.clear();
    if (due) {
      checkpointAt = now;
    }
  }

  /// Once all readings of a log are judged, what still stands of it is ended in the book and
  /// forgotten by the engine: a log played later starts afresh.
  private void endLogs() {
    DeskEngine judging = engine;
    if (judging == null || !arrived.isEmpty() || missedFrom_us.get() != NONE) {
      return;
    }
    Set<String> over = Set.copyOf(played);
    Set<String> watched = judging.ofLogs(over);
    if (!watched.isEmpty()) {
      Map<String, Instant> newest = new HashMap<>();
      room.history()
          .latest(watched)
          .forEach((point, reading) -> newest.put(point, Micros.instant(reading.sourceTime_us())));
      writer.endOfLog(newest);
      engine = judging.without(watched);
    }
    played.removeAll(over);
  }

  /// The first engine picks up from the book and the store, a later one from its predecessor.
  private DeskEngine renew(Rules rules, List<AlarmTransition> found) {
    DeskEngine fresh = new DeskEngine(rules.county(), rules.logs());
    DeskEngine former = engine;
    if (former != null) {
      fresh.takeOver(former);
      return fresh;
    }
    List<AlarmOccurrence> left = book.open();
    fresh.takeOver(EngineSnapshot.ofStanding(left.stream().map(AlarmWatch::standing).toList()));
    // what a log left standing when the county stopped: nobody plays it any more
    left.stream()
        .map(AlarmOccurrence::point)
        .filter(rules.logs()::containsKey)
        .forEach(played::add);
    Instant until = book.judgedUntil().orElseGet(clock::instant).minus(OVERLAP);
    long memory_us =
        Math.max(
            AlarmCatalogue.longestMemory_us(rules.county()),
            AlarmCatalogue.longestMemory_us(rules.logs()));
    room.history()
        .receivedSince(
            Micros.of(until) - memory_us, reading -> found.addAll(fresh.accept(reading)));
    fresh.listenFrom(Micros.of(clock.instant()));
    return fresh;
  }

  private static StandingAlarm standing(AlarmOccurrence alarm) {
    long raised_us = Micros.of(alarm.raisedAt());
    Instant returned = alarm.returnedAt();
    Instant acknowledged = alarm.acknowledgedAt();
    AlarmState state;
    if (returned != null) {
      state = new AlarmState.UnacknowledgedReturned(raised_us, Micros.of(returned));
    } else if (acknowledged != null) {
      state = new AlarmState.AcknowledgedActive(raised_us, Micros.of(acknowledged));
    } else {
      state = new AlarmState.UnacknowledgedActive(raised_us);
    }
    Double value = alarm.value();
    return new StandingAlarm(
        alarm.point(), alarm.rule(), state, value == null ? Double.NaN : value);
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_AFTER);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
