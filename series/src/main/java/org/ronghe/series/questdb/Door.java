package org.ronghe.series.questdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.ReadingListener;
import org.ronghe.model.reading.Receipt;
import org.ronghe.series.SeriesSettings;
import org.ronghe.series.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door and the one store thread behind it: takes what waits, writes it to the journal as one
/// group, then tells the listeners and the senders.
final class Door implements Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final long IDLE_ms = 250;

  private final SeriesSettings settings;
  private final PointBook book;
  private final Memory memory;
  private final Disk disk;
  private final Journal journal;
  private final Latest latest;
  private final StoredBefore storedBefore;
  private final DroppedHours droppedHours;
  private final ReadingCheck check;
  private final QuarantineBook quarantine;
  private final IntakeCounter counter;
  private final Path folder;
  private final Frame frame = new Frame();
  private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final List<ReadingListener> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService answering =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("series-answer").factory());
  private final Thread thread = Thread.ofPlatform().name("series-store").unstarted(this::run);
  private volatile @Nullable Throwable lost;
  private volatile boolean closing;
  private volatile boolean ended;
  private long turned_ns = System.nanoTime();
  private long nextHeld;
  private boolean refusing;

  Door(Store store, Disk disk, Journal journal, StoredBefore storedBefore, IntakeCounter counter) {
    this.settings = store.settings();
    this.book = store.book();
    this.memory = store.memory();
    this.folder = store.folder();
    this.disk = disk;
    this.journal = journal;
    this.latest = store.latest();
    this.storedBefore = storedBefore;
    this.droppedHours =
        new DroppedHours(
            store.raw(), store.rollUps(), store.book(), store.memory(), store.settings());
    this.quarantine = store.quarantine();
    this.counter = counter;
    this.check = new ReadingCheck(settings.clockTolerance().toNanos() / 1_000);
    this.nextHeld = quarantine.nextNumber();
  }

  void start() {
    thread.start();
  }

  void listen(ReadingListener listener) {
    listeners.add(listener);
  }

  @Override
  public CompletionStage<Receipt> accept(Batch batch) {
    BatchAnswer answer = new BatchAnswer(batch);
    int count = batch.readings().size();
    if (closing || lost != null) {
      answer.receipt.completeExceptionally(gone());
    } else if (queued.addAndGet(count) > settings.queueReadings()) {
      queued.addAndGet(-count);
      answer.receipt.completeExceptionally(
          new IOException("more than " + settings.queueReadings() + " readings wait; send later"));
    } else {
      queue.add(answer);
      if (ended) {
        refuseWaiting();
      }
    }
    return answer.receipt;
  }

  /// Lets go of the journal segment in use, so that what is in it moves into the tables; completes
  /// with its number.
  CompletableFuture<Long> turn() {
    Turn turn = new Turn(new CompletableFuture<>());
    if (closing || lost != null) {
      turn.segment.completeExceptionally(gone());
    } else {
      queue.add(turn);
      if (ended) {
        refuseWaiting();
      }
    }
    return turn.segment;
  }

  int queued() {
    return queued.get();
  }

  /// Nothing can be written any more; whoever waits or comes later is told.
  void lose(Throwable cause) {
    if (lost == null) {
      lost = cause;
      LOG.error("The reading store is lost; nothing more is acknowledged", cause);
    }
  }

  /// Writes what waits and ends the store thread.
  void close() throws InterruptedException {
    closing = true;
    queue.add(new Stop());
    thread.join();
    answering.shutdown();
    if (!answering.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("Some senders did not take their receipt");
    }
  }

  private void run() {
    try {
      boolean open = true;
      while (open && lost == null) {
        open = step();
      }
    } catch (IOException | RuntimeException | Error e) {
      lose(e);
    } catch (InterruptedException e) {
      lose(e);
      Thread.currentThread().interrupt();
    }
    ended = true;
    refuseWaiting();
  }

  private boolean step() throws IOException, InterruptedException {
    List<BatchAnswer> group = new ArrayList<>();
    Object special = collect(group);
    if (!group.isEmpty()) {
      write(group);
    }
    if (special instanceof Turn turn) {
      long segment = journal.segment();
      turnOver();
      turn.segment.complete(segment);
    }
    boolean full = memory.active().size() >= settings.flushReadings();
    boolean old = System.nanoTime() - turned_ns > settings.flushInterval().toNanos();
    if (full || (old && (memory.active().size() > 0 || quarantine.hasUnwritten()))) {
      turnOver();
    }
    if (special instanceof Stop) {
      turnOver();
      return false;
    }
    return true;
  }

  /// Takes batches up to a full group; returns what else was met, which ends the group.
  private @Nullable Object collect(List<BatchAnswer> group) throws InterruptedException {
    Object first = queue.poll(IDLE_ms, TimeUnit.MILLISECONDS);
    if (first == null) {
      return null;
    }
    if (settings.groupWindow().isPositive()) {
      TimeUnit.NANOSECONDS.sleep(settings.groupWindow().toNanos());
    }
    int readings = 0;
    for (Object next = first; next != null; next = queue.poll()) {
      if (!(next instanceof BatchAnswer answer)) {
        return next;
      }
      group.add(answer);
      readings += answer.batch.readings().size();
      if (readings >= settings.groupReadings()) {
        return null;
      }
    }
    return null;
  }

  private void write(List<BatchAnswer> answers) {
    if (disk.isFull()) {
      refuseForNow(answers, full());
      return;
    }
    Rows rows = memory.active();
    int from = rows.size();
    Group group =
        new Group(book, check, memory, storedBefore, droppedHours, quarantine::mappedTo, nextHeld);
    try {
      group.sort(answers);
      if (rows.size() > from || !group.held.isEmpty()) {
        journal.append(frame.write(rows, from, group.held));
      }
    } catch (IOException e) {
      takeBack(rows, from);
      if (journal.isTorn()) {
        lose(e);
      }
      refuseForNow(answers, new IOException("The journal in " + folder + " cannot be written", e));
      return;
    } catch (RuntimeException e) {
      takeBack(rows, from);
      lose(e);
      answers.forEach(answer -> refuse(answer, e));
      return;
    }
    if (refusing) {
      refusing = false;
      LOG.info("Readings are taken again");
    }
    nextHeld = group.nextHeld();
    publish(rows, from, group);
    counter.count(answers);
    listeners.forEach(listener -> tell(listener, group.kept));
    answering.execute(() -> answers.forEach(answer -> answer.receipt.complete(answer.toReceipt())));
    answers.forEach(answer -> queued.addAndGet(-answer.batch.readings().size()));
  }

  private void publish(Rows rows, int from, Group group) {
    memory.lock().lock();
    try {
      rows.publish();
      for (int at = 0; at < group.kept.size(); at++) {
        latest.offer(rows.point[from + at], group.kept.get(at));
      }
    } finally {
      memory.lock().unlock();
    }
    quarantine.hold(group.held);
  }

  private void takeBack(Rows rows, int kept) {
    memory.lock().lock();
    try {
      rows.truncate(kept);
    } finally {
      memory.lock().unlock();
    }
  }

  private static void tell(ReadingListener listener, List<Reading> readings) {
    if (!readings.isEmpty()) {
      try {
        listener.stored(readings);
      } catch (RuntimeException e) {
        LOG.error("A listener failed on stored readings; they are stored all the same", e);
      }
    }
  }

  private void turnOver() throws IOException, InterruptedException {
    turned_ns = System.nanoTime();
    quarantine.turn(journal.segment());
    memory.turn(journal.segment() + 1);
    journal.next();
  }

  private void refuseWaiting() {
    IOException cause = gone();
    for (Object next = queue.poll(); next != null; next = queue.poll()) {
      switch (next) {
        case BatchAnswer answer -> refuse(answer, cause);
        case Turn turn -> turn.segment.completeExceptionally(cause);
        default -> {}
      }
    }
  }

  private void refuseForNow(List<BatchAnswer> answers, IOException cause) {
    if (!refusing) {
      refusing = true;
      LOG.error("Readings are refused for now and not acknowledged", cause);
    }
    answers.forEach(answer -> refuse(answer, cause));
  }

  private IOException full() {
    return new IOException(
        "The disk is full: less than "
            + Disk.RESERVE_BYTES / (1024 * 1024)
            + " MiB are left for "
            + folder
            + ". Free some space; readings are taken again without a restart.");
  }

  private IOException gone() {
    Throwable cause = lost;
    return cause == null
        ? new IOException("the reading store is closed or lost")
        : new IOException(
            "The reading store in "
                + folder
                + " failed to write and needs a restart; what was acknowledged is safe",
            cause);
  }

  private void refuse(BatchAnswer answer, Throwable cause) {
    queued.addAndGet(-answer.batch.readings().size());
    answer.receipt.completeExceptionally(cause);
  }

  private record Turn(CompletableFuture<Long> segment) {}

  private record Stop() {}
}
