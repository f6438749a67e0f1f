package org.ronghe.series.questdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Micros;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.SentReading;

/// Sorts the readings of the batches that are written together: kept, duplicate, quarantined,
/// rejected. Used by the store thread, once per group.
final class Group {
  private final PointBook book;
  private final ReadingCheck check;
  private final Memory memory;
  private final StoredBefore storedBefore;
  private final DroppedHours droppedHours;
  private final UnaryOperator<String> mapped;
  private final List<Doubt> doubts = new ArrayList<>();
  private long nextHeld;

  final List<Reading> kept = new ArrayList<>();
  final List<Held> held = new ArrayList<>();

  Group(
      PointBook book,
      ReadingCheck check,
      Memory memory,
      StoredBefore storedBefore,
      DroppedHours droppedHours,
      UnaryOperator<String> mapped,
      long nextHeld) {
    this.book = book;
    this.check = check;
    this.memory = memory;
    this.storedBefore = storedBefore;
    this.droppedHours = droppedHours;
    this.mapped = mapped;
    this.nextHeld = nextHeld;
  }

  /// Adds what is to be kept to the active rows.
  void sort(List<BatchAnswer> answers) {
    memory.lock().lock();
    try {
      answers.forEach(this::sort);
    } finally {
      memory.lock().unlock();
    }
    if (!doubts.isEmpty()) {
      settleDoubts();
    }
  }

  long nextHeld() {
    return nextHeld;
  }

  private void sort(BatchAnswer answer) {
    Batch batch = answer.batch;
    for (int index = 0; index < batch.readings().size(); index++) {
      SentReading sent = batch.readings().get(index);
      PointBook.Known known = book.known(sent.point());
      if (known == null) {
        known = book.known(mapped.apply(sent.point()));
      }
      if (known == null) {
        hold(answer, sent);
        continue;
      }
      switch (check.check(known.point(), sent, batch.receiveTime_us(), batch.replay())) {
        case ReadingCheck.Verdict.Refused refused -> answer.reject(index, sent.point(), refused);
        case ReadingCheck.Verdict.Kept good -> keep(answer, index, known, good);
      }
    }
  }

  private void hold(BatchAnswer answer, SentReading sent) {
    Batch batch = answer.batch;
    held.add(new Held(nextHeld++, batch.device(), batch.replay(), batch.receiveTime_us(), sent));
    answer.quarantined++;
  }

  private void keep(
      BatchAnswer answer, int index, PointBook.Known known, ReadingCheck.Verdict.Kept good) {
    int code = known.code();
    long time_us = answer.batch.readings().get(index).sourceTime_us();
    if (memory.isNewest(code, time_us)) {
      add(answer, known, time_us, good, Rows.Match.NONE);
      return;
    }
    Rows.Match match = memory.find(code, time_us, good.value(), good.quality().ordinal());
    if (match == Rows.Match.SAME) {
      answer.duplicate++;
    } else if (memory.mayBeForgotten(code, time_us)) {
      doubts.add(new Doubt(answer, index, known, time_us, good));
    } else {
      add(answer, known, time_us, good, match);
    }
  }

  private void add(
      BatchAnswer answer,
      PointBook.Known known,
      long time_us,
      ReadingCheck.Verdict.Kept good,
      Rows.Match match) {
    Quality quality = good.quality();
    int delay = Delay.encode(time_us, answer.batch.receiveTime_us());
    memory.came(known.code(), time_us);
    memory.active().add(known.code(), time_us, delay, good.value(), quality.ordinal());
    kept.add(
        new Reading(
            known.point().id(),
            time_us,
            Delay.receiveTime_us(time_us, delay),
            good.value(),
            quality));
    if (good.flagged()) {
      answer.flagged++;
    } else {
      answer.stored++;
    }
    if (match == Rows.Match.OTHER) {
      answer.conflicts++;
    }
  }

  private void settleDoubts() {
    Rows asked = new Rows(0, doubts.size());
    for (Doubt doubt : doubts) {
      asked.add(doubt.known.code(), doubt.time_us, 0, 0, 0);
    }
    Rows found = storedBefore.find(asked);
    Set<BucketKey> dropped = droppedHours.of(asked);
    memory.lock().lock();
    try {
      for (Doubt doubt : doubts) {
        settle(doubt, found, dropped);
      }
    } finally {
      memory.lock().unlock();
    }
  }

  private void settle(Doubt doubt, Rows found, Set<BucketKey> dropped) {
    int code = doubt.known.code();
    double value = doubt.good.value();
    int quality = doubt.good.quality().ordinal();
    Rows.Match inTables = found.find(code, doubt.time_us, value, quality);
    Rows.Match inMemory = memory.find(code, doubt.time_us, value, quality);
    if (inTables == Rows.Match.SAME || inMemory == Rows.Match.SAME) {
      doubt.answer.duplicate++;
    } else if (dropped.contains(DroppedHours.hourOf(code, doubt.time_us))) {
      doubt.answer.reject(doubt.index, doubt.known.point().id(), pastRetention(doubt.time_us));
    } else {
      Rows.Match match = inTables == Rows.Match.NONE ? inMemory : inTables;
      add(doubt.answer, doubt.known, doubt.time_us, doubt.good, match);
    }
  }

  private static ReadingCheck.Verdict.Refused pastRetention(long time_us) {
    return new ReadingCheck.Verdict.Refused(
        "past-retention",
        Micros.instant(time_us).toString(),
        "The raw readings of this hour are past their time and were dropped; it cannot be told"
            + " whether this one was counted before. Maybe an old file is sent again?");
  }

  /// A reading that may be in the tables already.
  private record Doubt(
      BatchAnswer answer,
      int index,
      PointBook.Known known,
      long time_us,
      ReadingCheck.Verdict.Kept good) {}
}
