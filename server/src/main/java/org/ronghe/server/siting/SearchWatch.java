package org.ronghe.server.siting;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.ronghe.engines.site.Standing;
import org.ronghe.engines.site.Watch;
import org.ronghe.server.search.Interruption;

/// Ends a search when its time is up or someone presses Ctrl-C, which is held back until the answer
/// is written ([#close]), and says every second how far it is.
public final class SearchWatch implements Watch, AutoCloseable {
  private static final long TELL_EVERY_ns = Duration.ofSeconds(1).toNanos();
  private static final long STILL_EVERY_ns = Duration.ofSeconds(2).toNanos();

  private final long started_ns;
  private final double limit_s;
  private final PrintWriter err;
  private final Interruption interruption = Interruption.watch();
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
    return new SearchWatch(limit_s, started_ns, err);
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
    return interruption.happened() || elapsed_s() >= limit_s;
  }

  public boolean wasInterrupted() {
    return interruption.happened();
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

  /// For a solver that tells nothing while it works: says now and then that it still does.
  ///
  /// @return whether the search must end now
  public boolean stoppedWhile(String solver) {
    long now = System.nanoTime();
    if (now - told_ns >= STILL_EVERY_ns) {
      told_ns = now;
      say(solver + " …" + String.format(Locale.ROOT, " (≤ %.0f s)", limit_s));
    }
    return stopped();
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

  /// To be called when the answer is written.
  @Override
  public void close() {
    interruption.close();
  }
}
