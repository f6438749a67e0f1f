package org.ronghe.sources.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.model.reading.Receipt;

/// What became of a recorded log. Every row and every cell of a mapped column ends in exactly one
/// of stored, flagged, rejected; what went to the door ends in exactly one of the door's counts.
public record ReplayLedger(List<FileLedger> files) {
  public ReplayLedger {
    files = List.copyOf(files);
  }

  /// One file.
  ///
  /// @param rows rows after the header
  /// @param cells cells of mapped columns in those rows
  /// @param reasons why rows and cells were flagged or rejected, e.g. `row rejected garbage`
  /// @param door what the intake said of the readings sent: stored and flagged cells
  public record FileLedger(
      String file, Counts rows, Counts cells, Map<String, Long> reasons, Receipt door) {
    public FileLedger {
      reasons = Map.copyOf(reasons);
    }
  }

  /// Three ways to end.
  public record Counts(long stored, long flagged, long rejected) {
    static final Counts NONE = new Counts(0, 0, 0);

    public long total() {
      return stored + flagged + rejected;
    }

    Counts plus(Counts other) {
      return new Counts(stored + other.stored, flagged + other.flagged, rejected + other.rejected);
    }
  }

  public Counts rows() {
    return files.stream().map(FileLedger::rows).reduce(Counts.NONE, Counts::plus);
  }

  public Counts cells() {
    return files.stream().map(FileLedger::cells).reduce(Counts.NONE, Counts::plus);
  }

  /// All reasons with their counts, in alphabetical order.
  public Map<String, Long> reasons() {
    Map<String, Long> all = new TreeMap<>();
    files.forEach(file -> file.reasons().forEach((why, n) -> all.merge(why, n, Long::sum)));
    return all;
  }

  /// The door's counts over all files, without the single rejections.
  public Receipt door() {
    int stored = 0;
    int duplicate = 0;
    int flagged = 0;
    int quarantined = 0;
    int rejected = 0;
    for (FileLedger file : files) {
      stored += file.door().stored();
      duplicate += file.door().duplicate();
      flagged += file.door().flagged();
      quarantined += file.door().quarantined();
      rejected += file.door().rejected();
    }
    return new Receipt(stored, duplicate, flagged, quarantined, rejected, List.of());
  }

  /// A table for people: per file, the sum, the reasons.
  public String table() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-28s %9s %9s %9s %9s %10s %10s %10s%n",
            "file",
            "rows",
            "stored",
            "flagged",
            "rejected",
            "cells ok",
            "flagged",
            "rejected"));
    files.forEach(file -> line(text, file.file(), file.rows(), file.cells()));
    line(text, "sum", rows(), cells());
    reasons().forEach((why, n) -> text.append(String.format(Locale.ROOT, "%,12d  %s%n", n, why)));
    Receipt door = door();
    text.append(
        String.format(
            Locale.ROOT,
            "door: %,d stored, %,d duplicate, %,d flagged, %,d quarantined, %,d rejected%n",
            door.stored(),
            door.duplicate(),
            door.flagged(),
            door.quarantined(),
            door.rejected()));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Counts rows, Counts cells) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-28s %,9d %,9d %,9d %,9d %,10d %,10d %,10d%n",
            name,
            rows.total(),
            rows.stored(),
            rows.flagged(),
            rows.rejected(),
            cells.stored(),
            cells.flagged(),
            cells.rejected()));
  }
}
