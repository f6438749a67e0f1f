package org.ronghe.server.tour;

import java.io.PrintWriter;
import java.util.Locale;
import org.ronghe.engines.tour.Watch;
import org.ronghe.server.search.Interruption;

/// Ends a search after so many seconds or rounds or with Ctrl-C, whichever comes first, and tells
/// how far it is.
public final class TourClock implements Watch {
  private static final long NANOS = 1_000_000_000L;
  private static final long EVERY = 2 * NANOS;

  private final long began = System.nanoTime();
  private final double seconds;
  private final long rounds;
  private final int scale;
  private final String words;
  private final PrintWriter err;
  private final Interruption interruption;
  private double best = Double.NaN;
  private long told = Long.MIN_VALUE / 2;

  /// @param words a line with places for seconds, rounds and cost
  public TourClock(
      double seconds,
      long rounds,
      int scale,
      String words,
      PrintWriter err,
      Interruption interruption) {
    this.seconds = seconds;
    this.rounds = rounds;
    this.scale = scale;
    this.words = words;
    this.err = err;
    this.interruption = interruption;
  }

  @Override
  public boolean goOn(long round) {
    long now = System.nanoTime() - began;
    if (now - told > EVERY && round > 0) {
      told = now;
      String cost = Double.isNaN(best) ? "–" : SolutionText.cost(best, scale);
      err.println(words.formatted(String.format(Locale.ROOT, "%.0f", now / 1e9), round, cost));
      err.flush();
    }
    return round < rounds && now < seconds * NANOS && !interruption.happened();
  }

  @Override
  public void better(long round, double cost) {
    best = cost;
  }

  /// What costs are divided by to be in the unit of the file.
  public int scale() {
    return scale;
  }

  public boolean wasInterrupted() {
    return interruption.happened();
  }

  public double elapsed_s() {
    return (System.nanoTime() - began) / 1e9;
  }
}
