package org.ronghe.sources.replay;

import java.util.List;
import java.util.Map;
import org.ronghe.model.reading.SentReading;

/// What one row of a log says.
sealed interface LogRow {
  /// Nothing could be taken from it.
  ///
  /// @param cells how many cells of mapped columns it should have had
  record Rejected(long line, String reason, int cells) implements LogRow {}

  /// A row with a time.
  ///
  /// @param readings one per cell kept, all of one time
  /// @param stored cells as written
  /// @param flagged cells kept with a lower quality
  /// @param rejected cells that could not be read
  /// @param reasons e.g. `cell flagged sentinel` → 5
  record Read(
      long line,
      long time_us,
      List<SentReading> readings,
      int stored,
      int flagged,
      int rejected,
      Map<String, Integer> reasons)
      implements LogRow {
    public Read {
      readings = List.copyOf(readings);
      reasons = Map.copyOf(reasons);
    }
  }
}
