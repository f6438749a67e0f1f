package org.ronghe.server.siting;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ronghe.engines.site.Standing;
import org.ronghe.engines.site.Watch;

/// Ends a search when its time is up or someone presses Ctrl-C, and says every second how far it
/// is.
///
/// Ctrl-C begins the shutdown of the process; a hook then asks the search to stop and holds the
/// shutdown back until the answer is written ([#close]).
public final class SearchWatch implements Watch, AutoCloseable {
  private static final long TELL_EVERY_ns = Duration.ofSeconds(1).toNanos();
  private static final long PATIENCE_s = 20;

  private final long started_ns;
  private final double limit_s;
  private final PrintWriter err;
  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "locate-interrupt");
  private volatile boolean interrupted;
  private long told_ns;
  private String lastLine = "";

  private SearchWatch(double limit_s, long started_ns, PrintWriter err) {
    this.limit_s = limit_s;
    this.started_ns = started_ns;
    this.told_ns = started_ns;
    this.err = err;
  }

  /// @param limit_s seconds from `started_ns`
  /// @param started_ns of [System#nanoTime]
  public static SearchWatch start(double limit_s, long started_ns, PrintWriter err) {
    SearchWatch watch = new SearchWatch(limit_s, started_ns, err);
    Runtime.getRuntime().addShutdownHook(watch.hook);
    return watch;
  }

  @Override
  public boolean goOn(Standing standing) {
    long now = System.nanoTime();
    if (now - told_ns >= TELL_EVERY_ns) {
      told_ns = now;
      tell(standing);
    }
    return !stopped();
  }

  /// Whether the search must end now.
  public boolean stopped() {
    return interrupted || elapsed_s() >= limit_s;
  }

  public boolean wasInterrupted() {
    return interrupted;
  }

  public double elapsed_s() {
    return (System.nanoTime() - started_ns) / 1e9;
  }

  /// Seconds left.
  public double left_s() {
    return Math.max(0, limit_s - elapsed_s());
  }

  /// One line: seconds, best, bound, gap.
  public void tell(Standing standing) {
    String line =
        String.format(
            Locale.ROOT,
            "best %s  bound %s  gap %s  branches %d",
            number(standing.best()),
            number(standing.bound()),
            Double.isInfinite(standing.gap())
                ? "–"
                : String.format(Locale.ROOT, "%.4f%%", 100 * standing.gap()),
            standing.step());
    if (!line.equals(lastLine)) {
      lastLine = line;
      err.println(String.format(Locale.ROOT, "%7.1f s  ", elapsed_s()) + line);
      err.flush();
    }
  }

  /// One line of other words.
  public void say(String words) {
    err.println(String.format(Locale.ROOT, "%7.1f s  ", elapsed_s()) + words);
    err.flush();
  }

  private static String number(double value) {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      return "–";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private void interrupted() {
    interrupted = true;
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
    if (!interrupted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // Ctrl-C came just now: the answer is written, the hook lets go by itself.
      }
    }
  }
}
