package org.ronghe.model.pack;

import java.util.List;

/// What is wrong, before delays. All figures are in the unit of the profile.
public sealed interface Condition {
  /// The word packs and screens use, e.g. `high-high`.
  String kind();

  /// The figure compared with: a limit, a slope, a distance, a factor; NaN for states.
  double limit();

  /// Above (high, high-high) or below (low, low-low) a fixed figure.
  ///
  /// @param hysteresis how far inside the limit the value must be before the condition is gone
  record Limit(Level level, double limit, double hysteresis) implements Condition {
    @Override
    public String kind() {
      return level.kind();
    }
  }

  /// The four limits.
  enum Level {
    HIGH_HIGH("high-high"),
    HIGH("high"),
    LOW("low"),
    LOW_LOW("low-low");

    private final String kind;

    Level(String kind) {
      this.kind = kind;
    }

    public String kind() {
      return kind;
    }

    /// True for high and high-high.
    public boolean isHigh() {
      return this == HIGH || this == HIGH_HIGH;
    }
  }

  /// Changes faster than `limit` per `per_s`, over at least `window_s`.
  record Rate(Direction direction, double limit, double hysteresis, double per_s, double window_s)
      implements Condition {
    @Override
    public String kind() {
      return "rate";
    }
  }

  /// Which way it changes.
  enum Direction {
    RISING,
    FALLING,
    EITHER
  }

  /// Further than `limit` from a fixed figure, on either side.
  record SetpointDeviation(double setpoint, double limit, double hysteresis) implements Condition {
    @Override
    public String kind() {
      return "deviation";
    }
  }

  /// Further than `limit` from its own moving mean (time constant `meanWindow_s`).
  record MeanDeviation(double meanWindow_s, double limit, double hysteresis) implements Condition {
    @Override
    public String kind() {
      return "deviation";
    }
  }

  /// In one of these states.
  record State(List<Integer> codes) implements Condition {
    public State {
      codes = List.copyOf(codes);
    }

    @Override
    public String kind() {
      return "state";
    }

    @Override
    public double limit() {
      return Double.NaN;
    }
  }

  /// Silent for longer than `factor` times the point's expected interval.
  record Stale(double factor) implements Condition {
    @Override
    public String kind() {
      return "stale";
    }

    @Override
    public double limit() {
      return factor;
    }
  }
}
