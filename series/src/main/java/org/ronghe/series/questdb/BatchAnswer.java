package org.ronghe.series.questdb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Receipt;

/// A batch at the door and what has become of its readings so far.
final class BatchAnswer {
  final Batch batch;
  final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
  int stored;
  int duplicate;
  int flagged;
  int quarantined;
  int conflicts;
  final List<Receipt.Rejection> rejections = new ArrayList<>(0);

  BatchAnswer(Batch batch) {
    this.batch = batch;
  }

  void reject(int index, String point, ReadingCheck.Verdict.Refused refused) {
    rejections.add(
        new Receipt.Rejection(index, point, refused.code(), refused.value(), refused.message()));
  }

  Receipt toReceipt() {
    return new Receipt(stored, duplicate, flagged, quarantined, rejections.size(), rejections);
  }
}
