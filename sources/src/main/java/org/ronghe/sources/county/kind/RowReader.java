package org.ronghe.sources.county.kind;

/// Turns rows of one kind into records of the model.
interface RowReader {
  /// Takes one row: into the draft when it is good, and a notice for each thing wrong with it.
  void take(Cells cells, Shapes shapes);

  /// Called when all rows of the kind were taken, for what only shows then.
  default void finish() {}
}
