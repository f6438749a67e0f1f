package org.ronghe.engines.alarm;

import java.util.List;

/// How far the value is from the exponential moving mean of the values before it.
final class MeanGauge implements Gauge {
  private final long window_us;
  private boolean begun;
  private long first_us;
  private long last_us;
  private double mean;

  MeanGauge(long window_us) {
    this.window_us = window_us;
  }

  @Override
  public double measure(long time_us, double value) {
    if (!begun) {
      begun = true;
      first_us = time_us;
      last_us = time_us;
      mean = value;
      return Double.NaN;
    }
    double figure = time_us - first_us < window_us ? Double.NaN : Math.abs(value - mean);
    double share = -Math.expm1(-(double) (time_us - last_us) / window_us);
    mean += share * (value - mean);
    last_us = time_us;
    return figure;
  }

  @Override
  public List<Sample> memory() {
    return begun ? List.of(new Sample(first_us, mean), new Sample(last_us, mean)) : List.of();
  }

  @Override
  public void recall(List<Sample> memory) {
    if (memory.size() == 2) {
      begun = true;
      first_us = memory.get(0).time_us();
      last_us = memory.get(1).time_us();
      mean = memory.get(1).value();
    }
  }
}
