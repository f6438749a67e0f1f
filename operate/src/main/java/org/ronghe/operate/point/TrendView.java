package org.ronghe.operate.point;

import java.util.List;
import org.ronghe.series.ReadingHistory.Sample;
import org.ronghe.series.ReadingHistory.Segment;
import org.ronghe.series.ReadingHistory.Trend;

/// A trend as the browser draws it: each sample is `[time_ms, min, max, mean, good (1 or 0)]`.
///
/// @param source `raw`, `minute`, `hour` or `day`
/// @param segments runs without a gap
public record TrendView(String source, List<List<double[]>> segments) {
  static TrendView of(Trend trend) {
    return new TrendView(
        trend.source(), trend.segments().stream().map(TrendView::samples).toList());
  }

  private static List<double[]> samples(Segment segment) {
    return segment.samples().stream().map(TrendView::sample).toList();
  }

  private static double[] sample(Sample sample) {
    return new double[] {
      Math.floorDiv(sample.time_us(), 1000L),
      sample.min(),
      sample.max(),
      sample.mean(),
      sample.good() ? 1 : 0
    };
  }
}
