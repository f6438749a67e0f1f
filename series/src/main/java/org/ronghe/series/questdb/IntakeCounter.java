package org.ronghe.series.questdb;

/// Counts what became of readings.
final class IntakeCounter {
  private long stored;

  synchronized void count(BatchAnswer answer) {
    stored += answer.stored + answer.flagged;
  }

  synchronized long stored() {
    return stored;
  }
}
