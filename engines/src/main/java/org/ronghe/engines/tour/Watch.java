package org.ronghe.engines.tour;

/// What the host tells the search and hears from it. The search has no clock: the host keeps one,
/// or counts rounds.
public interface Watch {
  /// Asked before each round. A round builds one plan and improves it.
  boolean goOn(long round);

  /// A plan that keeps every limit and is cheaper than all before it.
  void better(long round, double cost);

  /// Stops after `rounds` rounds and says nothing.
  static Watch rounds(long rounds) {
    return new Watch() {
      @Override
      public boolean goOn(long round) {
        return round < rounds;
      }

      @Override
      public void better(long round, double cost) {}
    };
  }
}
