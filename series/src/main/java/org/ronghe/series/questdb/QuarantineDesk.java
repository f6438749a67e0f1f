package org.ronghe.series.questdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;
import org.ronghe.series.Quarantine;

/// Lets an operator settle what is in quarantine.
final class QuarantineDesk implements Quarantine {
  private static final int BATCH = 5_000;

  private final PointBook points;
  private final QuarantineBook book;
  private final Intake door;
  private final Runnable flush;

  QuarantineDesk(PointBook points, QuarantineBook book, Intake door, Runnable flush) {
    this.points = points;
    this.book = book;
    this.door = door;
    this.flush = flush;
  }

  @Override
  public List<Entry> list() {
    return book.list();
  }

  /// The name is mapped first, so nothing more is held under it; then what was held is sent in
  /// again with its own receive times, and settled only when all of it is durable. After a kill in
  /// between, mapping again finds the readings already sent as duplicates.
  @Override
  public CompletionStage<Receipt> map(String sentPoint, String point) {
    if (points.known(point) == null) {
      throw new IllegalArgumentException("there is no point " + point);
    }
    try {
      book.map(sentPoint, point);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the quarantine book", e);
    }
    flush.run();
    List<Held> held = book.held(sentPoint);
    CompletableFuture<Receipt> sum =
        CompletableFuture.completedFuture(new Receipt(0, 0, 0, 0, 0, List.of()));
    for (Batch batch : batches(held)) {
      sum = sum.thenCombine(door.accept(batch), QuarantineDesk::add);
    }
    long upTo = held.stream().mapToLong(Held::number).max().orElse(0);
    return sum.thenApply(receipt -> {
      settle(sentPoint, upTo);
      return receipt;
    });
  }

  @Override
  public long discard(String sentPoint) {
    return settle(sentPoint, book.highest());
  }

  private long settle(String sentPoint, long upTo) {
    try {
      return book.done(sentPoint, upTo);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the quarantine book", e);
    }
  }

  private static List<Batch> batches(List<Held> held) {
    List<Batch> batches = new ArrayList<>();
    List<SentReading> readings = new ArrayList<>();
    for (int at = 0; at < held.size(); at++) {
      Held one = held.get(at);
      readings.add(one.sent());
      boolean last = at == held.size() - 1 || !together(one, held.get(at + 1));
      if (last || readings.size() == BATCH) {
        batches.add(
            new Batch(
                one.device(), Batch.Door.REPLAY, one.receiveTime_us(), one.replay(), readings));
        readings = new ArrayList<>();
      }
    }
    return batches;
  }

  private static boolean together(Held one, Held next) {
    return one.receiveTime_us() == next.receiveTime_us()
        && one.device().equals(next.device())
        && one.replay() == next.replay();
  }

  private static Receipt add(Receipt one, Receipt other) {
    List<Receipt.Rejection> rejections = new ArrayList<>(one.rejections());
    rejections.addAll(other.rejections());
    return new Receipt(
        one.stored() + other.stored(),
        one.duplicate() + other.duplicate(),
        one.flagged() + other.flagged(),
        one.quarantined() + other.quarantined(),
        one.rejected() + other.rejected(),
        rejections);
  }
}
