package org.ronghe.series.questdb;

import io.questdb.cairo.CairoException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;
import org.ronghe.series.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves readings from memory into the tables and lets the journal go, in a thread of its own.
///
/// The order makes every step repeatable after a kill: tables, then the state file that says which
/// segment they hold, then the segment is deleted.
final class Flusher {
  private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);
  private static final long WAIT_ns = TimeUnit.MILLISECONDS.toNanos(500);

  private final Store store;
  private final Housekeeping housekeeping;
  private final StoredBefore storedBefore;
  private final Consumer<Throwable> lose;
  private final Thread thread = Thread.ofPlatform().name("series-flush").unstarted(this::run);
  private final ReentrantLock writing = new ReentrantLock();
  private volatile boolean closing;
  private long flushed;

  Flusher(
      Store store, Housekeeping housekeeping, StoredBefore storedBefore, Consumer<Throwable> lose) {
    this.store = store;
    this.housekeeping = housekeeping;
    this.storedBefore = storedBefore;
    this.lose = lose;
  }

  /// Loads the state and brings what a killed process left in the journal into the tables. Returns
  /// the number of the next journal segment.
  long recover() throws IOException {
    if (Files.exists(store.stateFile())) {
      try (DataInputStream in = State.load(store.stateFile())) {
        read(in);
      }
    }
    long next = flushed + 1;
    for (long segment : Journal.segments(store.journalFolder())) {
      if (segment > flushed) {
        redo(segment);
      }
      Journal.delete(store.journalFolder(), segment);
      next = segment + 1;
    }
    return next;
  }

  void start() {
    thread.start();
  }

  /// Writes what waits and ends the thread.
  void close() throws InterruptedException {
    closing = true;
    thread.join();
  }

  private void run() {
    try {
      while (true) {
        boolean last = closing;
        Rows rows = store.memory().nextToWrite(last ? 0 : WAIT_ns);
        if (rows != null) {
          flush(rows);
        } else if (last) {
          return;
        } else {
          keepHouse();
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      lose.accept(e);
      store.memory().lose(e);
    } catch (InterruptedException e) {
      lose.accept(e);
      store.memory().lose(e);
      Thread.currentThread().interrupt();
    }
  }

  /// Runs `work` while the tables stand still.
  void whileStill(IoWork work) throws IOException {
    writing.lock();
    try {
      work.run();
    } finally {
      writing.unlock();
    }
  }

  private void keepHouse() throws IOException {
    writing.lock();
    try {
      housekeeping.work();
    } catch (CairoException e) {
      LOG.warn("Housekeeping of the reading tables failed; it is tried again", e);
    } finally {
      writing.unlock();
    }
  }

  private void flush(Rows rows) throws IOException {
    writing.lock();
    try {
      store.raw().append(rows, store.book()::retention, _ -> true);
      store.rollUps().write(rows);
      housekeeping.touch(rows);
      store.flushes().add(rows);
      store.quarantine().write(rows.segment);
      finish(rows.segment);
      store.memory().written(store.rollUps()::switchOver);
      Journal.delete(store.journalFolder(), rows.segment);
    } finally {
      writing.unlock();
    }
  }

  private void redo(long segment) throws IOException {
    Rows rows = new Rows(segment, 0);
    List<Held> held = new ArrayList<>();
    Journal.read(store.journalFolder(), segment, frame -> Frame.read(frame, rows, held::add));
    Rows found = storedBefore.find(rows);
    store
        .raw()
        .append(
            rows,
            store.book()::retention,
            row ->
                found.find(rows.point[row], rows.time_us[row], rows.value[row], rows.quality[row])
                    != Rows.Match.SAME);
    store.rollUps().write(rows);
    store.flushes().add(rows);
    store.quarantine().redo(held);
    for (int row = 0; row < rows.size(); row++) {
      store.latest().offer(rows.point[row], reading(rows, row));
    }
    finish(segment);
    store.rollUps().switchOver();
  }

  private Reading reading(Rows rows, int row) {
    long time_us = rows.time_us[row];
    return new Reading(
        store.book().id(rows.point[row]),
        time_us,
        Delay.receiveTime_us(time_us, rows.delay[row]),
        rows.value[row],
        Quality.ofOrdinal(rows.quality[row]));
  }

  private void finish(long segment) throws IOException {
    flushed = segment;
    State.save(store.stateFile(), store.settings().sync(), this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(flushed);
    int points = store.book().size();
    out.writeInt(points);
    for (int code = 0; code < points; code++) {
      writeLatest(out, store.latest().of(code));
    }
    store.rollUps().save(out);
    store.flushes().save(out);
  }

  private static void writeLatest(DataOutputStream out, @Nullable Reading reading)
      throws IOException {
    out.writeBoolean(reading != null);
    if (reading != null) {
      out.writeLong(reading.sourceTime_us());
      out.writeLong(reading.receiveTime_us());
      out.writeDouble(reading.value());
      out.writeByte(reading.quality().ordinal());
    }
  }

  private void read(DataInputStream in) throws IOException {
    flushed = in.readLong();
    int points = in.readInt();
    for (int code = 0; code < points; code++) {
      if (in.readBoolean()) {
        String id = store.book().id(code);
        long time_us = in.readLong();
        long receive_us = in.readLong();
        double value = in.readDouble();
        Quality quality = Quality.ofOrdinal(in.readByte());
        store.latest().offer(code, new Reading(id, time_us, receive_us, value, quality));
      }
    }
    store.rollUps().load(in);
    store.flushes().load(in);
  }

  /// Work on files.
  @FunctionalInterface
  interface IoWork {
    void run() throws IOException;
  }
}
