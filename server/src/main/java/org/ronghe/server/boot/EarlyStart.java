package org.ronghe.server.boot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Something slow that is begun on a thread of its own before the application is put together, and
/// asked for when it is needed.
final class EarlyStart<T> {
  private final CompletableFuture<T> result = new CompletableFuture<>();

  private EarlyStart() {}

  /// Begins on a platform thread: libraries below start threads and processes that must not hang on
  /// a carrier.
  static <T> EarlyStart<T> of(String name, Supplier<T> work) {
    EarlyStart<T> early = new EarlyStart<>();
    Thread.ofPlatform()
        .name(name)
        .daemon(true)
        .start(() -> {
          try {
            early.result.complete(work.get());
          } catch (RuntimeException | Error e) {
            early.result.completeExceptionally(e);
          }
        });
    return early;
  }

  /// Waits for it; throws what the work threw.
  T get() {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /// Waits for it, then gives it to `use`; does nothing when the work failed.
  void ifDone(java.util.function.Consumer<T> use) {
    try {
      use.accept(result.join());
    } catch (CompletionException _) {
      // it never came to be, so there is nothing to close
    }
  }
}
