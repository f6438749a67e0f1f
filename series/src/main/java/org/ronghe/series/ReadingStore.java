package org.ronghe.series;

import java.nio.file.Path;

/// A reading room with what the people need who look after it: what came in, what is kept aside,
/// and copies.
public interface ReadingStore extends ReadingRoom {
  /// What came in since the store was opened.
  IntakeStatistics statistics();

  Quarantine quarantine();

  /// Writes a consistent copy of the store into a folder (created; must be empty) while readings go
  /// on coming in. Everything acknowledged before the call is in it. To restore, put the copy in
  /// the place of the store's folder while the store is closed.
  void snapshot(Path targetFolder);
}
