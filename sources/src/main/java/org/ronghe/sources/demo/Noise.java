package org.ronghe.sources.demo;

/// Randomness without state: the same seed, thing and time always give the same value.
final class Noise {
  private Noise() {}

  /// A number in [0, 1) that belongs to the two keys.
  static double unit(long a, long b) {
    long x = a * 0x9E3779B97F4A7C15L + b * 0xD1B54A32D192ED03L;
    x = (x ^ (x >>> 32)) * 0xD6E8FEB86659FD93L;
    x = (x ^ (x >>> 32)) * 0xD6E8FEB86659FD93L;
    x ^= x >>> 32;
    return (x >>> 11) * 0x1.0p-53;
  }

  /// A number in [-1, 1) that wanders smoothly: independent each `period_s`, cosine between.
  static double wander(long key, double time_s, double period_s) {
    double place = time_s / period_s;
    long from = (long) Math.floor(place);
    double part = (1 - Math.cos(Math.PI * (place - from))) / 2;
    double a = unit(key, from);
    double b = unit(key, from + 1);
    return 2 * (a + (b - a) * part) - 1;
  }
}
