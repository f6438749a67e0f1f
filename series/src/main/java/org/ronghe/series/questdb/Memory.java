package org.ronghe.series.questdb;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The readings in memory: those being collected, those on their way into the tables, and the last
/// ones that arrived there (kept a while so that a slightly late reading needs no query).
final class Memory {
  private static final int WAITING = 2;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Rows> waiting = new ArrayDeque<>();
  private Rows active = new Rows(0, 0);
  private @Nullable Rows recent;
  private long[] forgotten_us = new long[0];
  private long[] newest_us = new long[0];
  private @Nullable Throwable lost;

  /// Collects rows for a journal segment from now on.
  void start(long segment) {
    active = new Rows(segment, 0);
  }

  ReentrantLock lock() {
    return lock;
  }

  /// The rows being collected; only the store thread adds, holding the lock.
  Rows active() {
    return active;
  }

  /// How a reading compares with those in memory; hold the lock.
  Rows.Match find(int code, long time_us, double value, int quality) {
    Rows.Match best = active.find(code, time_us, value, quality);
    for (Rows rows : waiting) {
      best = better(best, rows.find(code, time_us, value, quality));
    }
    if (recent != null) {
      best = better(best, recent.find(code, time_us, value, quality));
    }
    return best;
  }

  /// True when the tables may hold a reading of this instant that is no longer in memory.
  boolean mayBeForgotten(int code, long time_us) {
    return code < forgotten_us.length && time_us <= forgotten_us[code];
  }

  /// Says that the tables hold readings of a point up to `time_us`; hold the lock.
  void forget(int code, long time_us) {
    forgotten_us = roomFor(forgotten_us, code);
    forgotten_us[code] = Math.max(forgotten_us[code], time_us);
    came(code, time_us);
  }

  /// A reading of this instant was added; hold the lock.
  void came(int code, long time_us) {
    newest_us = roomFor(newest_us, code);
    newest_us[code] = Math.max(newest_us[code], time_us);
  }

  /// True when nothing of this instant or later was ever added, so it need not be looked for.
  boolean isNewest(int code, long time_us) {
    return code >= newest_us.length || time_us > newest_us[code];
  }

  private static long[] roomFor(long[] times_us, int code) {
    if (code < times_us.length) {
      return times_us;
    }
    long[] larger = Arrays.copyOf(times_us, Math.max(code + 1, times_us.length * 2));
    Arrays.fill(larger, times_us.length, larger.length, Long.MIN_VALUE);
    return larger;
  }

  /// Sends the collected rows on their way and starts the next ones; waits while too many are.
  void turn(long nextSegment) throws IOException, InterruptedException {
    lock.lock();
    try {
      while (waiting.size() >= WAITING && lost == null) {
        changed.await();
      }
      if (lost != null) {
        throw new IOException("the reading tables are lost", lost);
      }
      waiting.addLast(active);
      active = new Rows(nextSegment, active.size());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next rows to write, waiting for some; null after the wait was over in vain.
  @Nullable Rows nextToWrite(long wait_ns) throws InterruptedException {
    lock.lock();
    try {
      long left_ns = wait_ns;
      while (waiting.isEmpty() && left_ns > 0) {
        left_ns = changed.awaitNanos(left_ns);
      }
      return waiting.peekFirst();
    } finally {
      lock.unlock();
    }
  }

  /// The first waiting rows are in the tables; `switchOver` runs at the same instant for queries.
  void written(Runnable switchOver) {
    lock.lock();
    try {
      switchOver.run();
      if (recent != null) {
        for (int row = 0; row < recent.size(); row++) {
          forget(recent.point[row], recent.time_us[row]);
        }
      }
      recent = waiting.removeFirst();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until everything collected before the last turn is in the tables.
  void awaitWritten(long segment) throws IOException, InterruptedException {
    lock.lock();
    try {
      while (lost == null && !waiting.isEmpty() && waiting.getFirst().segment <= segment) {
        changed.await();
      }
      if (lost != null) {
        throw new IOException("the reading tables are lost", lost);
      }
    } finally {
      lock.unlock();
    }
  }

  void lose(Throwable cause) {
    lock.lock();
    try {
      lost = cause;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Rows that are not in the tables yet, for queries; hold the lock.
  List<Rows> unwritten() {
    List<Rows> all = new ArrayList<>(waiting);
    all.add(active);
    return all;
  }

  /// Runs `look` while nothing moves.
  void look(Consumer<List<Rows>> look) {
    lock.lock();
    try {
      look.accept(unwritten());
    } finally {
      lock.unlock();
    }
  }

  private static Rows.Match better(Rows.Match one, Rows.Match other) {
    if (one == Rows.Match.SAME || other == Rows.Match.SAME) {
      return Rows.Match.SAME;
    }
    return one == Rows.Match.NONE ? other : one;
  }
}
