package org.ronghe.engines.tour;

/// A stream of pseudo-random numbers that is the same on every machine (xorshift64*).
final class Dice {
  private long state;

  Dice(long seed) {
    long mixed = seed + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    state = mixed == 0 ? 0x9E3779B97F4A7C15L : mixed;
  }

  /// From 0 (included) to `bound` (excluded).
  int below(int bound) {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    long high = (state * 0x2545F4914F6CDD1DL) >>> 33;
    return (int) ((high * bound) >>> 31);
  }

  void shuffle(int[] values) {
    shuffle(values, values.length);
  }

  void shuffle(int[] values, int count) {
    for (int i = count - 1; i > 0; i--) {
      int j = below(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
