package org.ronghe.model.reading;

import java.util.List;

/// Hears of readings once they are durable, in the order they were committed.
@FunctionalInterface
public interface ReadingListener {
  /// Called from the one store thread after each commit; must not block.
  void stored(List<Reading> readings);
}
