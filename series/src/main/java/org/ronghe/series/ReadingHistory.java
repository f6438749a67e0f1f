package org.ronghe.series;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Reading;

/// Questions about stored readings. All times are microseconds since 1970-01-01T00:00Z; ranges are
/// `from` inclusive, `to` exclusive.
public interface ReadingHistory {
  /// The newest reading (by source time) of each point that has one.
  Map<String, Reading> latest(Collection<String> points);

  /// Raw readings of one point in source-time order.
  ///
  /// @param after cursor of the page before; null for the first page
  /// @param limit 1 to 100,000
  /// @param knownAt_us only what had been received by then ("as it was known at"); null for all
  Page range(
      String point,
      long from_us,
      long to_us,
      @Nullable String after,
      int limit,
      @Nullable Long knownAt_us);

  /// What to draw for one point at a given width: raw readings when they are few, else min and max
  /// of each pixel column from raw data or roll-ups, extremes kept, gaps marked. Where raw readings
  /// are past their time, the finest roll-ups are drawn instead.
  ///
  /// @param width pixel columns, 10 to 4,000
  Trend trend(
      String point,
      long from_us,
      long to_us,
      int width,
      double expectedInterval_s,
      @Nullable Long knownAt_us);

  /// Stored buckets of one point.
  List<Bucket> buckets(String point, Step step, long from_us, long to_us);

  /// Hands over every reading of every point received at or after `from_us`, in source-time order
  /// per point; those received in the millisecond before (in the second before, when they were more
  /// than 23 days late) may be among them. For the desks that catch up after a restart; reads the
  /// store, not memory.
  void receivedSince(long from_us, Consumer<Reading> each);

  /// A page of readings; `next` is null on the last one.
  record Page(List<Reading> readings, @Nullable String next) {
    public Page {
      readings = List.copyOf(readings);
    }
  }

  /// Roll-up steps.
  enum Step {
    MINUTE,
    HOUR,
    DAY
  }

  /// One roll-up bucket; the numbers leave bad readings out, the counts do not.
  ///
  /// @param start_us start of the bucket
  /// @param goodShare readings of good quality over all readings, 0 to 1
  record Bucket(
      long start_us,
      double min,
      double max,
      double mean,
      double last,
      long count,
      double goodShare) {}

  /// Something to draw.
  ///
  /// @param source `raw`, `minute`, `hour` or `day`: what it was made from
  /// @param segments runs without a gap, in time order
  record Trend(String source, List<Segment> segments) {
    public Trend {
      segments = List.copyOf(segments);
    }
  }

  /// A run of samples with no gap longer than three expected intervals.
  record Segment(List<Sample> samples) {
    public Segment {
      samples = List.copyOf(samples);
    }
  }

  /// One pixel column, or one raw reading (then min = max = value).
  record Sample(long time_us, double min, double max, double mean, boolean good) {}
}
