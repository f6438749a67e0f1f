package org.ronghe.engines.gap;

import java.util.List;

/// How much an opportunity counts at a travel cost. All are 1 at cost 0 save where said; costs and
/// parameters share a unit.
public sealed interface Decay {
  /// The weight at a cost, at least 0.
  ///
  /// @param cost finite, at least 0
  double weight(double cost);

  /// Weights of many costs.
  default double[] weights(double[] costs) {
    double[] result = new double[costs.length];
    for (int k = 0; k < costs.length; k++) {
      result[k] = weight(costs[k]);
    }
    return result;
  }

  /// 1 up to and at the cutoff, 0 beyond.
  ///
  /// @param cutoff finite, at least 0
  record Binary(double cutoff) implements Decay {
    @Override
    public double weight(double cost) {
      return cost <= cutoff ? 1 : 0;
    }
  }

  /// e^(−rate·cost).
  ///
  /// @param rate finite, at least 0
  record Exponential(double rate) implements Decay {
    @Override
    public double weight(double cost) {
      return StrictMath.exp(-rate * cost);
    }
  }

  /// Falls in a straight line to 0 at the cutoff.
  ///
  /// @param cutoff finite, above 0
  record Linear(double cutoff) implements Decay {
    @Override
    public double weight(double cost) {
      return Math.max(0, 1 - cost / cutoff);
    }
  }

  /// The complement of a logistic distribution, scaled to be 1 at cost 0.
  ///
  /// @param median where the distribution has half its mass; above 0
  /// @param deviation its standard deviation; above 0
  record Logistic(double median, double deviation) implements Decay {
    @Override
    public double weight(double cost) {
      return below(0) / below(cost);
    }

    /// Infinite far out, where the weight is then 0.
    private double below(double cost) {
      return 1 + StrictMath.exp((cost - median) * Math.PI / (deviation * Math.sqrt(3)));
    }
  }

  /// cost^(−exponent); infinite at cost 0 unless capped.
  ///
  /// @param exponent finite, at least 0
  /// @param capped never above 1
  record Power(double exponent, boolean capped) implements Decay {
    @Override
    public double weight(double cost) {
      double weight = StrictMath.pow(cost, -exponent);
      return capped ? Math.min(1, weight) : weight;
    }
  }

  /// e^(−cost² / 2·deviation²), without the factor that makes its area 1.
  ///
  /// @param deviation finite, above 0
  record Gaussian(double deviation) implements Decay {
    @Override
    public double weight(double cost) {
      return StrictMath.exp(-cost * cost / (2 * deviation * deviation));
    }
  }

  /// 1 until the first step, then the weight of the last step reached.
  ///
  /// @param steps ascending, as many as weights
  /// @param weights from the step on
  /// @param atStep whether a cost equal to a step has reached it
  record Stepped(List<Double> steps, List<Double> weights, boolean atStep) implements Decay {
    public Stepped {
      steps = List.copyOf(steps);
      weights = List.copyOf(weights);
      if (steps.size() != weights.size()) {
        throw new IllegalArgumentException("as many steps as weights");
      }
    }

    @Override
    public double weight(double cost) {
      double weight = 1;
      for (int k = 0; k < steps.size(); k++) {
        double step = steps.get(k);
        if (cost > step || (atStep && cost == step)) {
          weight = weights.get(k);
        }
      }
      return weight;
    }
  }

  /// The weight of each band, 0 past the last: what PySAL calls a step function.
  ///
  /// @param ends where each band ends, the end belongs to it; ascending
  /// @param weights as many
  record Banded(List<Double> ends, List<Double> weights) implements Decay {
    public Banded {
      ends = List.copyOf(ends);
      weights = List.copyOf(weights);
      if (ends.size() != weights.size()) {
        throw new IllegalArgumentException("as many bands as weights");
      }
    }

    @Override
    public double weight(double cost) {
      for (int k = 0; k < ends.size(); k++) {
        if (cost <= ends.get(k)) {
          return weights.get(k);
        }
      }
      return 0;
    }
  }
}
