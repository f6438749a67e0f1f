package org.ronghe.engines.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The mean slope from the newest reading at least one window old to the present one.
final class SlopeGauge implements Gauge {
  private static final int GRAINS = 64;

  private final AlarmRule.Direction direction;
  private final long window_us;
  private final double per_us;
  private final long grain_us;

  private long[] times = new long[8];
  private double[] values = new double[8];
  private int head;
  private int size;

  SlopeGauge(AlarmRule.Rate rule) {
    direction = rule.direction();
    window_us = rule.window_us();
    per_us = rule.per_us();
    grain_us = window_us / GRAINS;
  }

  @Override
  public double measure(long time_us, double value) {
    while (size > 1 && times[at(1)] <= time_us - window_us) {
      head = at(1);
      size--;
    }
    double slope = Double.NaN;
    if (size > 0 && times[head] <= time_us - window_us) {
      slope = (value - values[head]) / (time_us - times[head]) * per_us;
    }
    if (size == 0 || time_us - times[at(size - 1)] >= grain_us) {
      remember(time_us, value);
    }
    return switch (direction) {
      case RISING -> slope;
      case FALLING -> -slope;
      case EITHER -> Math.abs(slope);
    };
  }

  private int at(int index) {
    return (head + index) % times.length;
  }

  private void remember(long time_us, double value) {
    if (size == times.length) {
      List<Sample> all = memory();
      times = Arrays.copyOf(times, size * 2);
      values = Arrays.copyOf(values, size * 2);
      fill(all);
    }
    int i = at(size++);
    times[i] = time_us;
    values[i] = value;
  }

  private void fill(List<Sample> samples) {
    head = 0;
    size = samples.size();
    for (int i = 0; i < size; i++) {
      times[i] = samples.get(i).time_us();
      values[i] = samples.get(i).value();
    }
  }

  @Override
  public List<Sample> memory() {
    List<Sample> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(new Sample(times[at(i)], values[at(i)]));
    }
    return all;
  }

  @Override
  public void recall(List<Sample> memory) {
    times = new long[Math.max(8, memory.size())];
    values = new double[times.length];
    fill(memory);
  }
}
