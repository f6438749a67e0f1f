package org.ronghe.sources.sparkplug;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.payload.PayloadError;
import org.ronghe.sources.payload.PayloadFault;

/// Turns a metric into a reading.
final class MetricReading {
  private static final int MOST_TEXT = 200;
  private static final int QUALITY_BAD = 0;
  private static final int QUALITY_GOOD = 192;
  private static final int QUALITY_STALE = 500;
  private static final long EARLIEST_ms = 94_694_400_000L;
  private static final long LATEST_ms = 4_102_444_800_000L;

  private MetricReading() {}

  /// The point a metric means: folders of a name (`Pumps/P1`) become parts of an id (`Pumps.P1`).
  static String point(String name) {
    return name.replace('/', '.');
  }

  /// Metrics about the node itself are no readings.
  static boolean isAside(String name) {
    return name.equals("bdSeq")
        || name.startsWith("Node Control/")
        || name.startsWith("Device Control/")
        || name.startsWith("Properties/")
        || name.startsWith("Node Info/");
  }

  /// Adds the metric to `to`, as a reading or as a fault.
  static void of(
      Metric metric,
      String name,
      int datatype,
      long message_ms,
      int index,
      long now_us,
      SparkplugSession.Sorted to) {
    String point = point(name);
    long time_ms = metric.timestamp_ms() >= 0 ? metric.timestamp_ms() : message_ms;
    if (!MeasuringPoint.isId(point)) {
      to.errors.add(error(index, point, "name", name, PayloadFault.POINT_ID, null));
    } else if (time_ms >= 0 && (time_ms < EARLIEST_ms || time_ms >= LATEST_ms)) {
      String maybe = time_ms < EARLIEST_ms ? "it is in seconds: Sparkplug has milliseconds" : null;
      String sent = Long.toString(time_ms);
      to.errors.add(error(index, point, "timestamp", sent, PayloadFault.TIME_OUT_OF_RANGE, maybe));
    } else {
      long time_us = time_ms < 0 ? now_us : time_ms * 1_000;
      value(metric, point, datatype, time_us, index, to);
    }
  }

  private static void value(
      Metric metric,
      String point,
      int datatype,
      long time_us,
      int index,
      SparkplugSession.Sorted to) {
    Quality quality = quality(metric.quality());
    String text = metric.text();
    if (metric.isNull() || metric.field() == 0) {
      Quality bad = quality.isBad() ? quality : Quality.BAD_NO_VALUE;
      to.add(index, new SentReading(point, time_us, Double.NaN, null, bad));
    } else if (Datatype.isText(datatype) && text != null && text.length() <= MOST_TEXT) {
      to.add(index, new SentReading(point, time_us, Double.NaN, text, quality));
    } else if (!Datatype.isNumber(datatype)) {
      to.errors.add(
          error(
              index,
              point,
              "datatype",
              Integer.toString(datatype),
              PayloadFault.NOT_A_VALUE,
              datatype == 0 ? "the birth certificate gives the datatype" : "send a scalar"));
    } else {
      double number = Datatype.number(datatype, metric);
      if (Double.isInfinite(number)) {
        to.errors.add(error(index, point, "value", "infinite", PayloadFault.NOT_A_VALUE, null));
      } else {
        Quality kept = Double.isNaN(number) && !quality.isBad() ? Quality.BAD_NO_VALUE : quality;
        to.add(index, new SentReading(point, time_us, number, null, kept));
      }
    }
  }

  private static Quality quality(int property) {
    return switch (property) {
      case -1, QUALITY_GOOD -> Quality.GOOD;
      case QUALITY_BAD -> Quality.BAD;
      case QUALITY_STALE -> Quality.UNCERTAIN_LAST_USABLE_VALUE;
      default -> Quality.UNCERTAIN;
    };
  }

  private static PayloadError error(
      int index,
      String point,
      String field,
      String value,
      PayloadFault fault,
      @Nullable String maybe) {
    return new PayloadError(index, point, field, value, fault, maybe);
  }
}
