package org.ronghe.sources.mqtt;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// Counts of one connection, written by its event loop and read by the screen.
final class ConnectionCounts {
  private final Connection about;
  private final LongAdder messages = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Consumer<ConnectionCounts> whenGone;

  ConnectionCounts(Connection about, Consumer<ConnectionCounts> whenGone) {
    this.about = about;
    this.whenGone = whenGone;
  }

  void received(int size) {
    messages.increment();
    bytes.add(size);
  }

  void answered(Answer answer) {
    if (answer.verdict() != Answer.Verdict.TAKEN) {
      refused.increment();
    }
  }

  void gone() {
    whenGone.accept(this);
  }

  Connection now() {
    return new Connection(
        about.device(),
        about.clientId(),
        about.address(),
        about.since_us(),
        messages.sum(),
        bytes.sum(),
        refused.sum());
  }
}
