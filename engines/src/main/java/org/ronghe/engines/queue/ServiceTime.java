package org.ronghe.engines.queue;

import java.util.random.RandomGenerator;
import org.ronghe.model.measure.Require;

/// How long one visit keeps a window busy.
public sealed interface ServiceTime {
  /// Above 0.
  double mean_min();

  /// Standard deviation over mean, at least 0.
  double variation();

  /// One visit's minutes.
  double draw(RandomGenerator random);

  /// Always the same.
  record Fixed(double mean_min) implements ServiceTime {
    public Fixed {
      Require.that(mean_min > 0, "mean_min must be above 0 but is " + mean_min);
    }

    @Override
    public double variation() {
      return 0;
    }

    @Override
    public double draw(RandomGenerator random) {
      return mean_min;
    }
  }

  /// Exponential, as in the closed formulas.
  record Exponential(double mean_min) implements ServiceTime {
    public Exponential {
      Require.that(mean_min > 0, "mean_min must be above 0 but is " + mean_min);
    }

    @Override
    public double variation() {
      return 1;
    }

    @Override
    public double draw(RandomGenerator random) {
      return mean_min * random.nextExponential();
    }
  }

  /// Lognormal, which measured service times follow (Brown et al., J. Amer. Stat. Assoc. 100,
  /// 2005).
  record Lognormal(double mean_min, double variation) implements ServiceTime {
    public Lognormal {
      Require.that(mean_min > 0, "mean_min must be above 0 but is " + mean_min);
      Require.that(variation > 0, "variation must be above 0 but is " + variation);
    }

    @Override
    public double draw(RandomGenerator random) {
      double spread = Math.log1p(variation * variation);
      return mean_min * Math.exp(Math.sqrt(spread) * random.nextGaussian() - spread / 2);
    }
  }
}
