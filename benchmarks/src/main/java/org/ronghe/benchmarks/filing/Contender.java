package org.ronghe.benchmarks.filing;

/// Something that takes a case through three approvals, each kept before the next begins.
interface Contender extends AutoCloseable {
  String name();

  /// One case from its filing to the third approval.
  ///
  /// @param sender which of the threads asks, from 0
  void run(int sender);

  @Override
  default void close() {}
}
