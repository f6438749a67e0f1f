package org.ronghe.series.questdb;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.reading.Reading;
import org.ronghe.series.ReadingHistory.Bucket;
import org.ronghe.series.ReadingHistory.Sample;
import org.ronghe.series.ReadingHistory.Segment;

/// Turns readings or buckets, fed in time order, into samples of at most `width` columns, with
/// every extreme kept and a new segment after every gap.
final class Drawing {
  private final long from_us;
  private final long span_us;
  private final int width;
  private final long gap_us;
  private final List<Segment> segments = new ArrayList<>();
  private List<Sample> samples = new ArrayList<>();
  private long column = -1;
  private long columnTime_us;
  private double min;
  private double max;
  private double weighted;
  private long weight;
  private boolean good;
  private long end_us = Long.MIN_VALUE;

  /// @param width columns; 0 draws every reading for itself
  /// @param gap_us a longer silence starts a new segment
  Drawing(long from_us, long to_us, int width, long gap_us) {
    this.from_us = from_us;
    this.span_us = to_us - from_us;
    this.width = width;
    this.gap_us = gap_us;
  }

  void add(Reading reading) {
    if (reading.quality().isBad() || Double.isNaN(reading.value())) {
      return;
    }
    double value = reading.value();
    long time_us = reading.sourceTime_us();
    add(time_us, time_us, value, value, value, 1, reading.quality().isGood());
  }

  void add(Bucket bucket, long length_us) {
    if (!Double.isNaN(bucket.mean())) {
      long start_us = bucket.start_us();
      boolean allGood = bucket.goodShare() == 1.0;
      add(
          start_us,
          start_us + length_us,
          bucket.min(),
          bucket.max(),
          bucket.mean(),
          bucket.count(),
          allGood);
    }
  }

  List<Segment> finish() {
    closeColumn();
    closeSegment();
    return segments;
  }

  private void add(
      long start_us, long until_us, double low, double high, double mean, long n, boolean isGood) {
    boolean gap = end_us != Long.MIN_VALUE && start_us - end_us > gap_us;
    long at = width == 0 ? column + 1 : columnOf(start_us);
    if (gap || at != column) {
      closeColumn();
    }
    if (gap) {
      closeSegment();
    }
    if (weight == 0) {
      column = at;
      columnTime_us = start_us;
      min = low;
      max = high;
      good = isGood;
      weighted = 0;
    }
    min = Math.min(min, low);
    max = Math.max(max, high);
    weighted += mean * n;
    weight += n;
    good &= isGood;
    end_us = Math.max(end_us, until_us);
  }

  /// The first bucket may start before the range; it is drawn in the first column.
  private long columnOf(long time_us) {
    return time_us < from_us ? 0 : (long) ((double) (time_us - from_us) / span_us * width);
  }

  private void closeColumn() {
    if (weight > 0) {
      double mean = Math.clamp(weighted / weight, min, max);
      samples.add(new Sample(columnTime_us, min, max, mean, good));
      weight = 0;
    }
  }

  private void closeSegment() {
    if (!samples.isEmpty()) {
      segments.add(new Segment(samples));
      samples = new ArrayList<>();
    }
  }
}
