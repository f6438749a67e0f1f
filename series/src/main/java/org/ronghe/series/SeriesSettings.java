package org.ronghe.series;

import java.time.Duration;
import org.ronghe.model.measure.Require;

/// How the reading store behaves. [#standard()] suits a county of 20,000 points on two cores.
///
/// @param sync true: a reading is acknowledged after its bytes are on disk; false: after they are
///   with the operating system (a killed process loses nothing, a power cut may)
/// @param groupWindow how long to wait for more readings before writing them together; zero writes
///   as soon as the write before is done, which already groups well under load
/// @param groupReadings readings written together at most
/// @param queueReadings readings waiting at most; more are refused and not acknowledged
/// @param flushInterval how long readings stay in the journal before they move into the tables
/// @param flushReadings readings that move into the tables together at most
/// @param sealAfter how long an hour must have been untouched before it is compressed
/// @param clockTolerance how far a source clock may be ahead before its readings are flagged
/// @param shortDays days raw readings of class SHORT are kept
/// @param normalDays days raw readings of class NORMAL are kept
/// @param longDays days raw readings of class LONG are kept
/// @param rollUpDays days minute roll-ups are kept; hours and days are kept for ever
public record SeriesSettings(
    boolean sync,
    Duration groupWindow,
    int groupReadings,
    int queueReadings,
    Duration flushInterval,
    int flushReadings,
    Duration sealAfter,
    Duration clockTolerance,
    int shortDays,
    int normalDays,
    int longDays,
    int rollUpDays) {
  public SeriesSettings {
    Require.that(!groupWindow.isNegative(), "groupWindow must not be negative");
    Require.that(groupReadings >= 1, "groupReadings must be positive");
    Require.that(queueReadings >= groupReadings, "queueReadings must hold one group");
    Require.that(flushReadings >= 1, "flushReadings must be positive");
    Require.that(flushInterval.isPositive(), "flushInterval must be positive");
    Require.that(shortDays >= 1 && normalDays >= 1 && longDays >= 1, "days must be positive");
    Require.that(rollUpDays >= 1, "rollUpDays must be positive");
  }

  /// Sync on, group window zero, 30/400/3,650 days of raw readings by class.
  public static SeriesSettings standard() {
    return new SeriesSettings(
        true,
        Duration.ZERO,
        32_768,
        2_000_000,
        Duration.ofSeconds(30),
        400_000,
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        30,
        400,
        3_650,
        800);
  }

  public SeriesSettings withSync(boolean on) {
    return new SeriesSettings(
        on,
        groupWindow,
        groupReadings,
        queueReadings,
        flushInterval,
        flushReadings,
        sealAfter,
        clockTolerance,
        shortDays,
        normalDays,
        longDays,
        rollUpDays);
  }

  public SeriesSettings withFlush(Duration interval, int readings) {
    return new SeriesSettings(
        sync,
        groupWindow,
        groupReadings,
        queueReadings,
        interval,
        readings,
        sealAfter,
        clockTolerance,
        shortDays,
        normalDays,
        longDays,
        rollUpDays);
  }

  public SeriesSettings withSealAfter(Duration quiet) {
    return new SeriesSettings(
        sync,
        groupWindow,
        groupReadings,
        queueReadings,
        flushInterval,
        flushReadings,
        quiet,
        clockTolerance,
        shortDays,
        normalDays,
        longDays,
        rollUpDays);
  }
}
