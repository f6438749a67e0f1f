package org.ronghe.engines.gap;

/// Whose definition a measure follows where the two reference libraries part ways.
public enum Convention {
  /// The R package `accessibility`: a step takes effect at its very value (`t ≥ step`), a power
  /// decay never exceeds 1.
  R,
  /// PySAL `access`: a step takes effect past its value (`t > step`), a power decay is not capped.
  PYSAL
}
