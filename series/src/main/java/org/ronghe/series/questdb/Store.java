package org.ronghe.series.questdb;

import java.nio.file.Path;
import org.ronghe.series.SeriesSettings;

/// The parts of one opened store.
record Store(
    Path folder,
    SeriesSettings settings,
    PointBook book,
    RawTables raw,
    RollUps rollUps,
    QuarantineBook quarantine,
    FlushLog flushes,
    Latest latest,
    Memory memory) {

  Path journalFolder() {
    return journalFolder(folder);
  }

  static Path journalFolder(Path folder) {
    return folder.resolve("journal");
  }

  Path stateFile() {
    return folder.resolve("state");
  }
}
