package org.ronghe.server.search;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether someone pressed Ctrl-C, which is then held back until the answer is written.
///
/// Ctrl-C (or a polite kill) begins the shutdown of the process; a hook notes it and keeps the
/// process alive until [#close], at most [#PATIENCE_s] seconds. The process then ends with 130 (or
/// 143), whatever the command answers.
public final class Interruption implements AutoCloseable {
  private static final long PATIENCE_s = 20;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::heard, "interruption");
  private volatile boolean happened;

  private Interruption() {}

  /// Listens from now on.
  public static Interruption watch() {
    Interruption watched = new Interruption();
    Runtime.getRuntime().addShutdownHook(watched.hook);
    return watched;
  }

  public boolean happened() {
    return happened;
  }

  private void heard() {
    happened = true;
    try {
      written.await(PATIENCE_s, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// To be called when the answer is written.
  @Override
  public void close() {
    written.countDown();
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // Ctrl-C came just now: the answer is written, the hook lets go by itself.
      }
    }
  }
}
