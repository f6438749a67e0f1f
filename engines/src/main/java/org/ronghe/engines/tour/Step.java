package org.ronghe.engines.tour;

/// One thing a vehicle does on its way.
public sealed interface Step {
  /// Calls at the stop of this index.
  record Serve(int stop) implements Step {}

  /// Unloads at this place.
  record Unload(int place) implements Step {}
}
