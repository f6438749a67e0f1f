package org.ronghe.counties;

import java.util.List;
import java.util.SplittableRandom;

/// The one source of chance. Every theme draws from its own stream, named by a text, so that a
/// change in one theme does not shuffle the others.
final class Chance {
  private static final long SEED = 140_404_2026L;
  private final SplittableRandom random;

  private Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /// The stream of `theme`; the same text always gives the same numbers.
  static Chance of(String theme) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < theme.length(); i++) {
      hash = (hash ^ theme.charAt(i)) * 0x100000001b3L;
    }
    return new Chance(hash ^ SEED);
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T oneOf(List<T> list) {
    return list.get(below(list.size()));
  }

  /// Roughly normal around 0 with standard deviation 1, never beyond 6.
  double bell() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum - 6;
  }
}
