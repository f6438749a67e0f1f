package org.ronghe.engines.alarm;

import java.util.List;

/// Turns usable values, in time order, into the figure a rule compares with its limit.
sealed interface Gauge permits Gauge.Distance, Gauge.Codes, MeanGauge, SlopeGauge {
  /// The figure at this reading; NaN when it cannot be known yet.
  double measure(long time_us, double value);

  /// What must be kept to go on after a restart.
  default List<Sample> memory() {
    return List.of();
  }

  /// Takes up [#memory] again.
  default void recall(List<Sample> memory) {}

  static Gauge of(AlarmRule.Deviation rule) {
    return switch (rule.from()) {
      case AlarmRule.Setpoint setpoint -> new Distance(setpoint.value());
      case AlarmRule.MovingMean mean -> new MeanGauge(mean.window_us());
    };
  }

  /// How far the value is from a fixed figure.
  record Distance(double setpoint) implements Gauge {
    @Override
    public double measure(long time_us, double value) {
      return Math.abs(value - setpoint);
    }
  }

  /// 1 when the state code is one of a set, else 0.
  record Codes(long mask) implements Gauge {
    static Codes of(AlarmRule.State rule) {
      long mask = 0;
      for (int code : rule.codes()) {
        mask |= 1L << code;
      }
      return new Codes(mask);
    }

    @Override
    public double measure(long time_us, double value) {
      long code = Math.round(value);
      return code >= 0 && code < 64 && (mask >>> code & 1) == 1 ? 1 : 0;
    }
  }
}
