package org.ronghe.engines.reach;

/// Time and length of a way in one number: milliseconds in the upper half, millimetres in the
/// lower. Adding two costs adds both, comparing compares time first and length second. So of all
/// ways the quickest is found, and of equally quick ones the shortest, exactly, however it is asked
/// for.
///
/// Good for ways below 2^30 ms (12 days) and 2^32 mm (4,294 km).
public final class Cost {
  /// More than any way takes; two of it can be added.
  public static final long UNREACHABLE = Long.MAX_VALUE >> 1;

  private Cost() {}

  public static long of(int time_ms, int length_mm) {
    return (long) time_ms << 32 | length_mm;
  }

  public static boolean isReachable(long cost) {
    return cost < UNREACHABLE;
  }

  /// Milliseconds; of a reachable cost only.
  public static int time_ms(long cost) {
    return (int) (cost >>> 32);
  }

  /// Millimetres; of a reachable cost only.
  public static long length_mm(long cost) {
    return cost & 0xffff_ffffL;
  }
}
