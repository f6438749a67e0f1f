package org.ronghe.sources.payload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Receipt;
import org.ronghe.model.reading.SentReading;

/// A reading store made by hand: keeps each reading once. Can be told to hold its answers back, or
/// to be lost.
public final class LedgerIntake implements Intake {
  private final Set<SentReading> kept = new LinkedHashSet<>();
  private final List<Batch> batches = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;
  private boolean lost;

  @Override
  public synchronized CompletionStage<Receipt> accept(Batch batch) {
    batches.add(batch);
    if (lost) {
      return CompletableFuture.failedStage(new IllegalStateException("disk full"));
    }
    int stored = 0;
    for (SentReading reading : batch.readings()) {
      stored += kept.add(reading) ? 1 : 0;
    }
    int duplicate = batch.readings().size() - stored;
    var answer = new CompletableFuture<Receipt>();
    var receipt = new Receipt(stored, duplicate, 0, 0, 0, List.of());
    if (holding) {
      held.add(() -> answer.complete(receipt));
    } else {
      answer.complete(receipt);
    }
    return answer;
  }

  public synchronized void hold() {
    holding = true;
  }

  /// Answers all that is held back and holds no more.
  public void release() {
    List<Runnable> answers;
    synchronized (this) {
      holding = false;
      answers = List.copyOf(held);
      held.clear();
    }
    answers.forEach(Runnable::run);
  }

  public synchronized void lose(boolean now) {
    lost = now;
  }

  public synchronized List<SentReading> kept() {
    return List.copyOf(kept);
  }

  public synchronized List<Batch> batches() {
    return List.copyOf(batches);
  }
}
