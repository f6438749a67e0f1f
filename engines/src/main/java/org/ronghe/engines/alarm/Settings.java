package org.ronghe.engines.alarm;

import org.ronghe.model.measure.Require;

/// How the engine reads its readings.
///
/// @param lateness_us how much older than the newest reading of its point a reading may be and
///   still be put in its place; 0 = evaluate at once. Alarms are known this much later.
/// @param clockAhead_us a reading dated further ahead of its receive time than this is evaluated at
///   its receive time, so that one wrong clock cannot make all later readings late
/// @param unusable what a reading of bad quality (or NaN) does to a rule
/// @param uncertainUsable whether uncertain quality counts as usable
public record Settings(
    long lateness_us, long clockAhead_us, Unusable unusable, boolean uncertainUsable) {
  /// In order, five minutes of clock error, bad quality holds, uncertain is used.
  public static final Settings STANDARD = new Settings(0, 300_000_000L, Unusable.HOLD, true);

  public Settings {
    Require.that(lateness_us >= 0, "lateness must be at least 0 but is " + lateness_us);
    Require.that(clockAhead_us >= 0, "clockAhead must be at least 0 but is " + clockAhead_us);
  }

  /// These settings with another lateness.
  public Settings withLateness_us(long lateness) {
    return new Settings(lateness, clockAhead_us, unusable, uncertainUsable);
  }

  /// What a reading that cannot be used does. It never raises and never clears a value alarm, and
  /// it never ends a silence.
  public enum Unusable {
    /// The state stands, and delays that were running start again with the next usable reading:
    /// nobody knows whether the condition lasted.
    HOLD,
    /// As if the reading had not come: delays go on from the last usable value.
    IGNORE
  }
}
