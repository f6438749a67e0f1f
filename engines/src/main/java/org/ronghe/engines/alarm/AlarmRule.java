package org.ronghe.engines.alarm;

import java.util.Set;
import org.ronghe.model.measure.Require;

/// When a point is in alarm. A point may have many rules; each lives its own life (a value above
/// high-high is above high too, and both alarms stand: suppressing one by the other is the desk's
/// or a later engine's business).
public sealed interface AlarmRule {
  /// Unique per point, e.g. `tunnel.ch4/high-high`.
  String id();

  Delays delays();

  /// The figure the measured quantity is compared with; NaN where there is none (states).
  double limit();

  /// The value against a fixed limit. High kinds: true when value > limit, false again when value ≤
  /// limit − hysteresis. Low kinds: true when value < limit, false again when value ≥ limit +
  /// hysteresis. In between it stays as it was.
  record Limit(String id, Side side, double limit, double hysteresis, Delays delays)
      implements AlarmRule {
    public Limit {
      Require.filled(id, "rule id");
      Require.that(Double.isFinite(limit), "limit of rule " + id + " must be a number");
      Require.atLeastZero(hysteresis, "hysteresis of rule " + id);
    }
  }

  /// Which side of the limit is wrong.
  enum Side {
    /// Above the limit.
    HIGH,
    /// Below the limit.
    LOW
  }

  /// How fast the value changes: the mean slope, in units per `per_us`, from the newest usable
  /// reading that is at least `window_us` old to the present one. Until there is such a reading
  /// nothing is judged. True when the slope in `direction` > limit, false when ≤ limit −
  /// hysteresis. Readings closer together than window/64 share one place in the memory.
  record Rate(
      String id,
      Direction direction,
      double limit,
      double hysteresis,
      long per_us,
      long window_us,
      Delays delays)
      implements AlarmRule {
    public Rate {
      Require.filled(id, "rule id");
      Require.atLeastZero(limit, "limit of rule " + id);
      Require.atLeastZero(hysteresis, "hysteresis of rule " + id);
      Require.that(per_us > 0, "per of rule " + id + " must be positive");
      Require.that(window_us >= 1_000, "window of rule " + id + " must be at least 1 ms");
    }
  }

  /// Which slopes are wrong.
  enum Direction {
    RISING,
    FALLING,
    EITHER
  }

  /// How far the value is from where it should be: true when |value − reference| > limit, false
  /// when ≤ limit − hysteresis.
  record Deviation(String id, Reference from, double limit, double hysteresis, Delays delays)
      implements AlarmRule {
    public Deviation {
      Require.filled(id, "rule id");
      Require.atLeastZero(limit, "limit of rule " + id);
      Require.atLeastZero(hysteresis, "hysteresis of rule " + id);
    }
  }

  /// Where a value should be.
  sealed interface Reference {}

  /// A fixed figure.
  record Setpoint(double value) implements Reference {
    public Setpoint {
      Require.that(Double.isFinite(value), "setpoint must be a number");
    }
  }

  /// The exponential moving mean of the earlier usable readings: after a gap of Δt the mean moves
  /// by the share 1 − e^(−Δt/window) towards the new value. The value is compared before it moves
  /// the mean; nothing is judged until the mean has seen a full window.
  record MovingMean(long window_us) implements Reference {
    public MovingMean {
      Require.that(window_us > 0, "window of a moving mean must be positive");
    }
  }

  /// The state code is one of those that are wrong. Codes are 0 to 63.
  record State(String id, Set<Integer> codes, Delays delays) implements AlarmRule {
    public State {
      Require.filled(id, "rule id");
      codes = Set.copyOf(codes);
      Require.that(!codes.isEmpty(), "rule " + id + " names no state");
      for (int code : codes) {
        Require.that(code >= 0 && code < 64, "state " + code + " of rule " + id + " not in 0..63");
      }
    }

    @Override
    public double limit() {
      return Double.NaN;
    }
  }

  /// No usable reading for longer than `factor` × `expectedInterval_us`. The silence of a point
  /// never heard starts with the first [AlarmEngine#advance].
  record Stale(String id, long expectedInterval_us, double factor, Delays delays)
      implements AlarmRule {
    public Stale {
      Require.filled(id, "rule id");
      Require.that(expectedInterval_us > 0, "expected interval of rule " + id + " not positive");
      Require.that(factor >= 1 && factor < 1e6, "factor of rule " + id + " must be at least 1");
    }

    /// The silence allowed, in seconds.
    @Override
    public double limit() {
      return factor * expectedInterval_us / 1e6;
    }
  }
}
