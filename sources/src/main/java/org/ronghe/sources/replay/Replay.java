package org.ronghe.sources.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.replay.ReplayLedger.Counts;
import org.ronghe.sources.replay.ReplayLedger.FileLedger;

/// Feeds a recorded log through the intake like live readings, in file order, and accounts for it.
public final class Replay {
  private static final int BATCH = 4_000;
  private static final int UNDER_WAY = 4;
  private static final long TICK_ms = 100;

  private final ReplayMapping mapping;
  private final Intake intake;
  private final double speed;
  private final InstantSource clock;
  private final ArrayDeque<CompletableFuture<Receipt>> underWay = new ArrayDeque<>();
  private List<SentReading> waiting = new ArrayList<>();
  private @Nullable Pace pace;

  /// When the first row was played: wall clock and log.
  private record Pace(long started_us, long log_us) {}

  /// @param speed 1 for as it was, 60 for a minute a second; 0 for as fast as the store takes it
  public Replay(ReplayMapping mapping, Intake intake, double speed, InstantSource clock) {
    if (!(speed >= 0)) {
      throw new IllegalArgumentException("speed must be at least 0 but is " + speed);
    }
    this.mapping = mapping;
    this.intake = intake;
    this.speed = speed;
    this.clock = clock;
  }

  /// The files of a log: a file itself, or all `.csv` files below a folder by path.
  public static List<Path> files(Path fileOrFolder) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return List.of(fileOrFolder);
    }
    try (Stream<Path> all = Files.walk(fileOrFolder)) {
      return all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  /// Plays the files one after another and returns when all is durable. Call once.
  ///
  /// @param progress hears of each finished file
  /// @throws IOException when a file cannot be read or is not what the mapping says, or the store
  ///   is lost; what was played stays played
  /// @throws InterruptedException when the thread is interrupted
  public ReplayLedger run(List<Path> files, Consumer<FileLedger> progress)
      throws IOException, InterruptedException {
    List<FileLedger> ledgers = new ArrayList<>();
    for (Path file : files) {
      FileLedger ledger = play(file);
      ledgers.add(ledger);
      progress.accept(ledger);
    }
    return new ReplayLedger(ledgers);
  }

  private FileLedger play(Path file) throws IOException, InterruptedException {
    var tally = new Tally();
    try (var reader = new ReplayReader(file, mapping)) {
      for (LogRow row = reader.next(); row != null; row = reader.next()) {
        tally.count(row);
        if (row instanceof LogRow.Read read) {
          pause(read.time_us(), tally);
          waiting.addAll(read.readings());
          if (waiting.size() >= BATCH) {
            send(tally);
          }
        }
      }
    }
    send(tally);
    while (!underWay.isEmpty()) {
      settle(tally);
    }
    return tally.ledger(file.getFileName().toString());
  }

  /// Waits until it is time for a row of this time.
  private void pause(long time_us, Tally tally) throws IOException, InterruptedException {
    if (speed == 0) {
      return;
    }
    Pace since = pace;
    if (since == null) {
      since = new Pace(now_us(), time_us);
      pace = since;
    }
    long due_us = since.started_us() + (long) ((time_us - since.log_us()) / speed);
    long wait_ms = (due_us - now_us()) / 1_000;
    if (wait_ms > TICK_ms) {
      send(tally);
      TimeUnit.MILLISECONDS.sleep(wait_ms);
    }
  }

  private void send(Tally tally) throws IOException, InterruptedException {
    if (waiting.isEmpty()) {
      return;
    }
    if (underWay.size() >= UNDER_WAY) {
      settle(tally);
    }
    var batch = new Batch("replay:" + mapping.id(), Batch.Door.REPLAY, now_us(), true, waiting);
    waiting = new ArrayList<>(BATCH + 64);
    underWay.add(intake.accept(batch).toCompletableFuture());
  }

  private void settle(Tally tally) throws IOException, InterruptedException {
    try {
      tally.add(underWay.remove().join());
    } catch (CompletionException e) {
      throw new IOException("the store was lost during the replay: " + e.getCause(), e);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("replay interrupted");
    }
  }

  private long now_us() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  /// Counts of one file while it is played.
  private static final class Tally {
    private Counts rows = Counts.NONE;
    private Counts cells = Counts.NONE;
    private final Map<String, Long> reasons = new HashMap<>();
    private Receipt door = new Receipt(0, 0, 0, 0, 0, List.of());

    void count(LogRow row) {
      switch (row) {
        case LogRow.Rejected rejected -> {
          rows = rows.plus(new Counts(0, 0, 1));
          cells = cells.plus(new Counts(0, 0, rejected.cells()));
          reasons.merge("row rejected " + rejected.reason(), 1L, Long::sum);
        }
        case LogRow.Read read -> {
          boolean whole = read.flagged() + read.rejected() == 0;
          boolean nothing = read.stored() + read.flagged() == 0;
          rows = rows.plus(new Counts(whole ? 1 : 0, whole || nothing ? 0 : 1, nothing ? 1 : 0));
          cells = cells.plus(new Counts(read.stored(), read.flagged(), read.rejected()));
          read.reasons().forEach((why, n) -> reasons.merge(why, (long) n, Long::sum));
        }
      }
    }

    void add(Receipt receipt) {
      door =
          new Receipt(
              door.stored() + receipt.stored(),
              door.duplicate() + receipt.duplicate(),
              door.flagged() + receipt.flagged(),
              door.quarantined() + receipt.quarantined(),
              door.rejected() + receipt.rejected(),
              List.of());
      receipt.rejections().forEach(r -> reasons.merge("door rejected " + r.code(), 1L, Long::sum));
    }

    FileLedger ledger(String file) {
      return new FileLedger(file, rows, cells, reasons, door);
    }
  }
}
