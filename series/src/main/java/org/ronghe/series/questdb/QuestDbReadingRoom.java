package org.ronghe.series.questdb;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.ReadingListener;
import org.ronghe.series.IntakeStatistics;
import org.ronghe.series.Quarantine;
import org.ronghe.series.ReadingHistory;
import org.ronghe.series.ReadingStore;
import org.ronghe.series.SeriesSettings;
import org.ronghe.series.journal.Journal;

/// The reading room of a county in one folder: a journal, and tables of QuestDB in this process. No
/// port is opened. See docs/decisions/0040.
public final class QuestDbReadingRoom implements ReadingStore {
  private final Deque<Closeable> opened = new ArrayDeque<>();
  private final Store store;
  private final Flusher flusher;
  private final Door door;
  private final QuestDbHistory history;
  private final IntakeCounter counter;
  private final QuarantineDesk quarantineDesk;
  private boolean closed;

  /// Opens the store in `folder` (created when absent) and brings back what a killed process had
  /// acknowledged.
  ///
  /// @throws IllegalStateException when another process has it open
  /// @throws UncheckedIOException when it cannot be read; nothing stays open or locked then
  public QuestDbReadingRoom(Path folder, SeriesSettings settings) {
    this(folder, settings, Disk.of(folder));
  }

  QuestDbReadingRoom(Path folder, SeriesSettings settings, Disk disk) {
    boolean complete = false;
    try {
      Files.createDirectories(folder.resolve("tables"));
      opened.push(lock(folder.resolve("lock")));
      QuestDb database = closeLater(new QuestDb(folder.resolve("tables"), settings.sync()));
      RawTables raw = closeLater(new RawTables(database));
      QuarantineTable quarantineTable = closeLater(new QuarantineTable(database));
      PointBook book = PointBook.open(folder.resolve("points.txt"));
      QuarantineBook quarantine =
          QuarantineBook.open(folder.resolve("quarantine.txt"), quarantineTable);
      RollUps rollUps = closeLater(new RollUps(database, book));
      StoredBefore storedBefore = new StoredBefore(raw, book::classes);
      store =
          new Store(
              folder,
              settings,
              book,
              raw,
              rollUps,
              quarantine,
              new FlushLog(),
              new Latest(),
              new Memory());
      Housekeeping housekeeping = new Housekeeping(folder, settings, database, store);
      flusher = new Flusher(store, housekeeping, storedBefore, this::lose);
      long segment = flusher.recover();
      store.memory().start(segment);
      rememberWhatTablesHold();
      Journal journal =
          closeLater(
              Journal.open(store.journalFolder(), settings.sync(), disk.journalFiles(), segment));
      counter = new IntakeCounter(System::nanoTime, System.currentTimeMillis() * 1_000);
      door = new Door(store, disk, journal, storedBefore, counter);
      history = new QuestDbHistory(store, this::flush);
      quarantineDesk = new QuarantineDesk(book, quarantine, door, this::flush);
      complete = true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the reading store in " + folder, e);
    } finally {
      if (!complete) {
        closeOpened();
      }
    }
    flusher.start();
    door.start();
  }

  @Override
  public Intake intake() {
    return door;
  }

  @Override
  public ReadingHistory history() {
    return history;
  }

  @Override
  public void know(Collection<MeasuringPoint> points) {
    try {
      store.book().know(points);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the point book", e);
    }
  }

  @Override
  public void listen(ReadingListener listener) {
    door.listen(listener);
  }

  @Override
  public IntakeStatistics statistics() {
    return counter.statistics(door.queued());
  }

  @Override
  public Quarantine quarantine() {
    return quarantineDesk;
  }

  @Override
  public void snapshot(Path targetFolder) {
    flush();
    try {
      flusher.whileStill(() -> Snapshot.copy(store.folder(), targetFolder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the reading store to " + targetFolder, e);
    }
  }

  /// Moves everything accepted so far from the journal into the tables.
  public void flush() {
    try {
      store.memory().awaitWritten(door.turn().get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while readings were written", e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      door.close();
      flusher.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeOpened();
    }
  }

  private <T extends Closeable> T closeLater(T part) {
    opened.push(part);
    return part;
  }

  /// Closes what was opened, the last first and the lock at the end, come what may.
  private void closeOpened() {
    Closeable part = opened.poll();
    if (part == null) {
      return;
    }
    try {
      part.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the reading store", e);
    } finally {
      closeOpened();
    }
  }

  private void lose(Throwable cause) {
    door.lose(cause);
  }

  private void rememberWhatTablesHold() {
    Memory memory = store.memory();
    memory.lock().lock();
    try {
      for (int code = 0; code < store.book().size(); code++) {
        var newest = store.latest().of(code);
        if (newest != null) {
          memory.forget(code, newest.sourceTime_us());
        }
      }
    } finally {
      memory.lock().unlock();
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // this very process has it open: the same answer as for another one
    }
    channel.close();
    throw new IllegalStateException(
        "The reading store in "
            + file.toAbsolutePath().getParent()
            + " is open in another process. Maybe a county is running on this data folder?");
  }
}
