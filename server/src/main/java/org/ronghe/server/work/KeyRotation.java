package org.ronghe.server.work;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Sealed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Changes the key that seals personal data, and brings what older keys sealed under it while the
/// county runs. What a kill left undone goes on at the next start.
@Component
public class KeyRotation {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
  private final KeyRing ring;
  private final List<Sealed> kinds;
  private final Audit audit;
  private final WorkProgress progress;
  private final ReentrantLock working = new ReentrantLock();
  private volatile @Nullable Thread keeper;

  KeyRotation(KeyRing ring, List<Sealed> kinds, Audit audit, WorkProgress progress) {
    this.ring = ring;
    this.kinds = kinds.stream().sorted(Comparator.comparing(Sealed::name)).toList();
    this.audit = audit;
    this.progress = progress;
  }

  /// A new key becomes the one in use, then everything is sealed with it.
  Result rotate(String by) {
    int number = ring.rotate(ring.suite());
    audit.record(by, "key-rotate", Integer.toString(number), ring.suite().name());
    long resealed = resealAll();
    audit.record(by, "key-resealed", Integer.toString(number), resealed + " values");
    return new Result(number, resealed, keys());
  }

  /// The keys with what each has sealed, the newest last.
  public List<Uses> keys() {
    SortedMap<Integer, SortedMap<String, Long>> uses = new TreeMap<>();
    ring.keys().forEach(key -> uses.put(key.number(), new TreeMap<>()));
    for (Sealed kind : kinds) {
      kind.byKey()
          .forEach((number, count) ->
              uses.computeIfAbsent(number, _ -> new TreeMap<>()).put(kind.name(), count));
    }
    List<Uses> rows = new ArrayList<>();
    uses.forEach((number, by) -> rows.add(uses(number, by)));
    return List.copyOf(rows);
  }

  /// What is kept sealed.
  public List<String> kinds() {
    return kinds.stream().map(Sealed::name).toList();
  }

  private Uses uses(int number, SortedMap<String, Long> by) {
    KeyRing.Known known =
        ring.keys().stream().filter(key -> key.number() == number).findFirst().orElse(null);
    return new Uses(
        number,
        known == null ? "" : known.suite().name(),
        known == null ? null : known.since(),
        number == ring.current(),
        by.values().stream().mapToLong(Long::longValue).sum(),
        by);
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    keeper = Thread.ofPlatform().name("key-keeper").daemon().start(this::keep);
  }

  @PreDestroy
  void close() {
    Thread running = keeper;
    if (running != null) {
      running.interrupt();
    }
  }

  /// At the start and once a day: what was being written while a key changed, and what a kill left.
  private void keep() {
    try {
      while (true) {
        try {
          long resealed = resealAll();
          if (resealed > 0) {
            audit.record(
                "system", "key-resealed", Integer.toString(ring.current()), resealed + " values");
          }
        } catch (RuntimeException failed) {
          LOG.warn("not everything could be sealed with the newest key today", failed);
        }
        TimeUnit.DAYS.sleep(1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private long resealAll() {
    working.lock();
    try {
      long all = 0;
      long round;
      do { // once more for what was being written while the key changed
        round = 0;
        for (Sealed kind : kinds) {
          round += kind.reseal(done -> progress.reached(kind.name(), done));
        }
        all += round;
      } while (round > 0 && !Thread.currentThread().isInterrupted());
      return all;
    } finally {
      progress.done();
      working.unlock();
    }
  }

  /// @param number of the new key
  /// @param resealed values sealed again
  record Result(int number, long resealed, List<Uses> keys) {}

  /// A key and its uses.
  ///
  /// @param number 0 is the first; -1 stands for files from before files were sealed
  /// @param since when it came into use; null when not known
  /// @param inUse seals what is new
  /// @param byKind where its values are
  public record Uses(
      int number,
      String suite,
      @Nullable Instant since,
      boolean inUse,
      long values,
      SortedMap<String, Long> byKind) {}
}
