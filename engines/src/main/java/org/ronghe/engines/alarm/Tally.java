package org.ronghe.engines.alarm;

/// Running counts, shared by all points of one engine.
final class Tally {
  long evaluated;
  long duplicate;
  long conflicting;
  long late;
  long unknown;

  Counts counts() {
    return new Counts(evaluated, duplicate, conflicting, late, unknown);
  }
}
