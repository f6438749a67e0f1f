package org.ronghe.sources.county;

/// Told how far a reading is.
@FunctionalInterface
public interface PackageProgress {
  /// Tells nobody.
  PackageProgress SILENT = (_, _) -> {};

  /// Called now and then, and at the end of each file.
  void reached(String file, long rows);
}
