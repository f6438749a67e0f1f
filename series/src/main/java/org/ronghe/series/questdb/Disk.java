package org.ronghe.series.questdb;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.ronghe.series.journal.Journal;

/// What the store asks of the disk it is on.
///
/// @param usable_bytes how much can still be written
record Disk(Journal.Opener journalFiles, LongSupplier usable_bytes) {
  /// Kept free so that what was accepted can always be moved into the tables.
  static final long RESERVE_BYTES = 256L * 1024 * 1024;

  static Disk of(Path folder) {
    return new Disk(Journal::create, () -> folder.toFile().getUsableSpace());
  }

  boolean isFull() {
    return usable_bytes.getAsLong() < RESERVE_BYTES;
  }
}
