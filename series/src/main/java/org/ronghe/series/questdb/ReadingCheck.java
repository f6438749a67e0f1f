package org.ronghe.series.questdb;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;

/// Decides what becomes of one reading of a known point, looking at nothing but the reading.
final class ReadingCheck {
  private static final long YEAR_2000_us = 946_684_800_000_000L;
  private static final long DAY_us = 86_400_000_000L;

  private final long tolerance_us;

  ReadingCheck(long tolerance_us) {
    this.tolerance_us = tolerance_us;
  }

  /// The answer to a reading.
  sealed interface Verdict {
    /// @param flagged the quality is ours, not the sender's
    record Kept(double value, Quality quality, boolean flagged) implements Verdict {}

    record Refused(String code, String value, String message) implements Verdict {}
  }

  Verdict check(MeasuringPoint point, SentReading sent, long receiveTime_us, boolean replay) {
    Verdict.Refused badTime = checkTime(sent, receiveTime_us);
    if (badTime != null) {
      return badTime;
    }
    Double number = number(point, sent);
    if (number == null) {
      return noNumber(point, sent);
    }
    Quality quality = sent.quality();
    if (quality.isGood() && isOutOfRange(point, number)) {
      return new Verdict.Kept(number, Quality.UNCERTAIN_OUT_OF_RANGE, true);
    }
    boolean ahead = !replay && sent.sourceTime_us() > receiveTime_us + tolerance_us;
    if (quality.isGood() && ahead) {
      return new Verdict.Kept(number, Quality.UNCERTAIN_CLOCK, true);
    }
    return new Verdict.Kept(number, quality, false);
  }

  private static Verdict.@Nullable Refused checkTime(SentReading sent, long receiveTime_us) {
    long time_us = sent.sourceTime_us();
    if (time_us >= YEAR_2000_us && time_us <= receiveTime_us + DAY_us) {
      return null;
    }
    return new Verdict.Refused(
        "time-out-of-range",
        Long.toString(time_us),
        "The source time is before the year 2000 or more than a day in the future. Maybe the unit"
            + " is seconds, or the device has lost its clock?");
  }

  private static Verdict noNumber(MeasuringPoint point, SentReading sent) {
    if (sent.quality().isBad()) {
      return new Verdict.Kept(Double.NaN, sent.quality(), false);
    }
    if (sent.text() == null && Double.isNaN(sent.value())) {
      return new Verdict.Kept(Double.NaN, Quality.BAD_NO_VALUE, true);
    }
    String value = sent.text() != null ? sent.text() : Double.toString(sent.value());
    return switch (point.valueKind()) {
      case NUMBER ->
          new Verdict.Refused(
              "not-a-number", value, "The point measures a number and this is none.");
      case BOOLEAN ->
          new Verdict.Refused(
              "not-a-boolean", value, "The point is true or false (or 1, 0, its labels).");
      case STATE ->
          new Verdict.Refused(
              "unknown-state", value, "The point has no such state; it has " + point.states());
    };
  }

  /// The value as stored, or null when it is none.
  private static @Nullable Double number(MeasuringPoint point, SentReading sent) {
    Double number =
        switch (point.valueKind()) {
          case NUMBER -> sent.text() == null ? sent.value() : null;
          case BOOLEAN -> booleanCode(point, sent);
          case STATE -> stateCode(point, sent);
        };
    return number == null || !Double.isFinite(number) ? null : Double.valueOf(number + 0.0);
  }

  private static @Nullable Double booleanCode(MeasuringPoint point, SentReading sent) {
    String text = sent.text();
    if (text == null) {
      return sent.value() == 0 || sent.value() == 1 ? Double.valueOf(sent.value()) : null;
    }
    int label = point.states().indexOf(text);
    if (label == 0 || label == 1) {
      return (double) label;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> 1.0;
      case "false", "0" -> 0.0;
      default -> null;
    };
  }

  private static @Nullable Double stateCode(MeasuringPoint point, SentReading sent) {
    int states = point.states().size();
    String text = sent.text();
    if (text != null) {
      int label = point.states().indexOf(text);
      return label >= 0 ? Double.valueOf(label) : null;
    }
    double code = sent.value();
    boolean known = code == Math.rint(code) && code >= 0 && (states == 0 || code < states);
    return known ? Double.valueOf(code) : null;
  }

  private static boolean isOutOfRange(MeasuringPoint point, double number) {
    return number < Objects.requireNonNullElse(point.rangeLow(), Double.NEGATIVE_INFINITY)
        || number > Objects.requireNonNullElse(point.rangeHigh(), Double.POSITIVE_INFINITY);
  }
}
