package org.ronghe.series.questdb;

/// The receive time of a reading as four bytes beside its source time: whole milliseconds from one
/// day early to 23 days late, whole seconds (negative codes) beyond that.
final class Delay {
  private static final long DAY_MS = 86_400_000L;

  private Delay() {}

  static int encode(long sourceTime_us, long receiveTime_us) {
    long late_ms = Math.floorDiv(receiveTime_us - sourceTime_us, 1_000L);
    long code = late_ms + DAY_MS;
    if (code >= 0 && code <= Integer.MAX_VALUE) {
      return (int) code;
    }
    return (int) -Math.clamp(late_ms / 1_000L, 1L, Integer.MAX_VALUE);
  }

  static long receiveTime_us(long sourceTime_us, int code) {
    return code >= 0 ? sourceTime_us + (code - DAY_MS) * 1_000L : sourceTime_us - code * 1_000_000L;
  }

  /// The last microsecond the receive time may have been: codes leave out what is below their unit.
  static long latestReceiveTime_us(long sourceTime_us, int code) {
    return receiveTime_us(sourceTime_us, code) + (code >= 0 ? 999 : 999_999);
  }
}
