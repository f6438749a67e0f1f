package org.ronghe.model.reading;

import java.util.concurrent.CompletionStage;

/// The one door for readings. Sources call it, the reading store answers.
public interface Intake {
  /// Takes a batch. Completes after every reading that is kept (stored, flagged or quarantined) is
  /// committed and synced to disk: only then may the sender be acknowledged. Completes
  /// exceptionally only when the store is lost (disk full, closed); nothing may be acknowledged
  /// then. Never blocks on I/O; callable from any thread.
  CompletionStage<Receipt> accept(Batch batch);
}
