package org.ronghe.engines.alarm;

import org.ronghe.model.measure.Require;

/// How long a condition must last before it counts, in event time.
///
/// @param on_us the condition must hold this long without a break before the alarm is raised
/// @param off_us the condition must be gone this long without a break before the alarm returns
public record Delays(long on_us, long off_us) {
  /// Raise and return at once.
  public static final Delays NONE = new Delays(0, 0);

  public Delays {
    Require.that(on_us >= 0, "on-delay must be at least 0 but is " + on_us + " µs");
    Require.that(off_us >= 0, "off-delay must be at least 0 but is " + off_us + " µs");
  }

  /// Delays given in seconds.
  public static Delays ofSeconds(double on_s, double off_s) {
    return new Delays(Math.round(on_s * 1e6), Math.round(off_s * 1e6));
  }
}
