package org.ronghe.engines.tour;

/// Passes on what the host says, and what the host hears in its own unit of cost.
final class RoundCount implements Watch {
  private final Watch host;
  private final double unit;
  private long rounds;

  RoundCount(Watch host, double unit) {
    this.host = host;
    this.unit = unit;
  }

  long rounds() {
    return rounds;
  }

  @Override
  public boolean goOn(long round) {
    rounds = round;
    return host.goOn(round);
  }

  @Override
  public void better(long round, double cost) {
    host.better(round, cost * unit);
  }
}
